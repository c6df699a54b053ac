"""What the keys of one block or element must settle among themselves: one of two, in order, alike."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from sandbox.limits.rules import Json

Breach = tuple[str, tuple[str | int, ...]]


def _items(node: object, key: str) -> Sequence[object]:
    value = node.get(key) if isinstance(node, dict) else None
    return value if isinstance(value, list) else ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    keys: tuple[str, ...]

    def broken_in(self, node: Json) -> Iterator[Breach]:
        if not any(key in node for key in self.keys):
            yield f"missing required field: {' or '.join(self.keys)}", ()


@dataclass(frozen=True, slots=True)
class NotBoth:
    keys: tuple[str, str]

    def broken_in(self, node: Json) -> Iterator[Breach]:
        if all(key in node for key in self.keys):
            yield f"{' and '.join(self.keys)} cannot both be given", ()


@dataclass(frozen=True, slots=True)
class Needs:
    """When `key` is true, `other` must be true as well."""

    key: str
    other: str

    def broken_in(self, node: Json) -> Iterator[Breach]:
        if node.get(self.key) is True and node.get(self.other) is not True:
            yield f"{self.key} needs {self.other}", (self.key,)


@dataclass(frozen=True, slots=True)
class NeverBoth:
    """Two flags that must not both be true."""

    key: str
    other: str

    def broken_in(self, node: Json) -> Iterator[Breach]:
        if node.get(self.key) is True and node.get(self.other) is True:
            yield f"{self.key} cannot be used with {self.other}", (self.key,)


@dataclass(frozen=True, slots=True)
class InOrder:
    """`low` must not exceed `high`; both are numbers, or strings that hold numbers."""

    low: str
    high: str

    def broken_in(self, node: Json) -> Iterator[Breach]:
        try:
            low, high = (Decimal(str(node[key])) for key in (self.low, self.high))
            if low > high:
                yield f"{self.low} must not be greater than {self.high}", (self.low,)
        except (KeyError, InvalidOperation):
            return


@dataclass(frozen=True, slots=True)
class AmongOptions:
    """The options chosen beforehand must be equal to options on offer."""

    chosen: str

    def broken_in(self, node: Json) -> Iterator[Breach]:
        chosen, groups = node.get(self.chosen), _items(node, "option_groups")
        offered = [*_items(node, "options"), *(o for group in groups for o in _items(group, "options"))]
        wanted = chosen if isinstance(chosen, list) else [chosen]
        missing = not wanted or any(option not in offered for option in wanted)
        if self.chosen in node and offered and missing:
            yield "must be one of the provided options", (self.chosen,)


@dataclass(frozen=True, slots=True)
class Distinct:
    """No two items of the list `key` share their `name`."""

    key: str
    name: str

    def broken_in(self, node: Json) -> Iterator[Breach]:
        seen = set()
        for index, item in enumerate(_items(node, self.key)):
            name = item.get(self.name) if isinstance(item, dict) else None
            if isinstance(name, str) and name in seen:
                yield f'`{self.name}` "{name}" already exists', (self.key, index, self.name)
            elif isinstance(name, str):
                seen.add(name)


@dataclass(frozen=True, slots=True)
class EvenRows:
    def broken_in(self, node: Json) -> Iterator[Breach]:
        rows = [(i, row) for i, row in enumerate(_items(node, "rows")) if isinstance(row, list)]
        for index, row in rows:
            if len(row) != len(rows[0][1]):
                yield "must have as many cells as the first row", ("rows", index)


@dataclass(frozen=True, slots=True)
class PlainHeader:
    def broken_in(self, node: Json) -> Iterator[Breach]:
        rows = _items(node, "rows")
        for index, cell in enumerate(rows[0] if rows and isinstance(rows[0], list) else ()):
            if isinstance(cell, dict) and cell.get("type") == "rich_text":
                yield "unsupported type: rich_text", ("rows", 0, index, "type")


@dataclass(frozen=True, slots=True)
class ColumnExists:
    key: str

    def broken_in(self, node: Json) -> Iterator[Breach]:
        column, rows = node.get(self.key), _items(node, "rows")
        if type(column) is int and rows and isinstance(rows[0], list) and column >= max(len(rows[0]), 1):
            yield f"must be less than {len(rows[0])}", (self.key,)


@dataclass(frozen=True, slots=True)
class TextWithin:
    """All text below `key` together."""

    key: str
    longest: int

    def broken_in(self, node: Json) -> Iterator[Breach]:
        length, ahead = 0, [node.get(self.key)]
        while ahead:  # not recursive: what came over the wire may be nested very deep
            value = ahead.pop()
            if isinstance(value, list):
                ahead.extend(value)
            elif isinstance(value, dict):
                text = value.get("text")
                length += len(text) if isinstance(text, str) else 0
                ahead.extend(item for item in value.values() if isinstance(item, dict | list))
        if length > self.longest:
            yield f"must be less than {self.longest + 1} characters", (self.key,)


@dataclass(frozen=True, slots=True)
class PointPerCategory:
    """Each series of a chart has exactly one point for each category."""

    def broken_in(self, node: Json) -> Iterator[Breach]:
        categories = _items(node.get("axis_config"), "categories")
        for index, series in enumerate(_items(node, "series") if categories else ()):
            points = _items(series, "data")
            labels = [point.get("label") if isinstance(point, dict) else None for point in points]
            if points and Counter(map(str, labels)) != Counter(map(str, categories)):
                yield "must have one point for each category", ("series", index, "data")


@dataclass(frozen=True, slots=True)
class NoFileDispatch:
    def broken_in(self, node: Json) -> Iterator[Breach]:
        element = node.get("element")
        kind = element.get("type") if isinstance(element, dict) else None
        if kind == "file_input" and node.get("dispatch_action") is True:
            yield "unsupported type: file_input", ("element", "type")


@dataclass(frozen=True, slots=True)
class InputsNeedSubmit:
    def broken_in(self, node: Json) -> Iterator[Breach]:
        if "submit" in node:
            return
        for index, block in enumerate(_items(node, "blocks")):
            if isinstance(block, dict) and block.get("type") == "input":
                yield "must define `submit` to use `input` block", ("blocks", index, "input")
