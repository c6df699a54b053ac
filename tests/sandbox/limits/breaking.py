"""Breaks a valid payload one rule at a time, and says which fault each change must bring."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from sandbox.limits import agreements as agree
from sandbox.limits.rules import Flag, Items, Kinds, Number, Rule, Shape, Words

Keys = tuple[str | int, ...]
Node = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """One change to a valid payload, and the one fault it must bring (none for a change to the very limit)."""

    keys: Keys
    to: Callable[[Any], Any]
    sentence: str = ""
    below: Keys = ()

    def apply(self, payload: Any) -> Any:
        broken = {"": deepcopy(payload)}
        *way, last = self.keys
        node: Any = broken
        for key in way:
            node = node[key]
        node[last] = self.to(node[last])
        return broken[""]

    def faults(self, root: Keys) -> list[str]:
        pointer = "/".join(map(str, (*root, *self.keys[1:], *self.below)))
        return [f"[ERROR] {self.sentence} [json-pointer:/{pointer}]"] if self.sentence else []


def breakages(rule: Rule, value: Any) -> Iterator[Change]:
    """Every single way the table knows to break this value."""
    for place, part, where in _parts(rule, value, ("",)):
        for to, sentence, *below in _own_breakages(place, part):
            yield Change(where, to, sentence, tuple(below))


def edges(rule: Rule, value: Any) -> Iterator[Change]:
    """The longest words and the greatest and least numbers that are still allowed."""
    for place, _, where in _parts(rule, value, ("",)):
        match place:
            case Words(longest=longest, form="", unique_in="") if not place.choices and longest < 20_000:
                yield Change(where, _to("x" * longest))
            case Number(lowest=lowest, highest=highest, above_lowest=False) if highest < 10**12:
                yield Change(where, _to(highest))
                yield Change(where, _to(lowest))


def _parts(rule: Rule, value: Any, keys: Keys) -> Iterator[tuple[Rule, Any, Keys]]:
    """Each part of the value with its rule, but those another key agrees on: their change is two faults."""
    yield rule, value, keys
    match rule:
        case Items():
            for index, item in enumerate(value):
                if item is not None:
                    yield from _parts(rule.of, item, (*keys, index))
        case Kinds() if shape := rule.of[value["type"]]:
            yield from _parts(shape, value, keys)
        case Shape():
            agreed = {key for agreement in rule.agreements for key in _agreed(agreement, value)}
            for key in value.keys() & rule.fields.keys() - agreed:
                yield from _parts(rule.fields[key], value[key], (*keys, key))


def _agreed(agreement: object, node: Node) -> tuple[str, ...]:
    match agreement:
        case agree.Needs(key, other) | agree.NeverBoth(key, other):
            return key, other
        case agree.InOrder(low, high):
            return low, high
        case agree.AmongOptions(chosen) if chosen in node:
            return chosen, "options", "option_groups"
        case agree.Distinct(key):
            return (key,)
        case agree.PointPerCategory():
            return "series", "axis_config"
        case agree.EvenRows() | agree.ColumnExists():
            return "rows", "row_header_column_index"
    return ()


def _own_breakages(rule: Rule, value: Any) -> Iterator[tuple[Any, ...]]:
    match rule:
        case Words():
            yield from _word_breakages(rule)
        case Number():
            yield from _number_breakages(rule)
        case Flag():
            yield _to("yes"), "must be a boolean"
        case Items():
            yield from _list_breakages(rule, value)
        case Kinds():
            yield from _kind_breakages(rule, value)
        case Shape():
            yield from _shape_breakages(rule)


def _word_breakages(rule: Words) -> Iterator[tuple[Any, ...]]:
    yield _to(7), "must provide a string"
    if rule.shortest == 1:
        yield _to(""), "must be more than 0 characters"
    if rule.longest < 20_000:
        yield _to("x" * (rule.longest + 1)), f"must be less than {rule.longest + 1} characters"
    if rule.choices:
        yield _to("no such choice"), "must be a valid enum value"
    if rule.form:
        yield _to("no such form"), f"input must be a valid: {rule.form}"


def _number_breakages(rule: Number) -> Iterator[tuple[Any, ...]]:
    yield _to("7"), "must provide a number"
    yield _to(True), "must provide a number"
    if rule.whole:
        yield _to(rule.lowest + 0.5), "must provide an integer"
        if rule.highest < 10**12:
            yield _to(rule.highest + 1), f"must be less than {rule.highest}"
        if rule.lowest > -(10**12):
            yield _to(rule.lowest - 1), f"must be greater than {rule.lowest}"
    if rule.above_lowest:
        yield _to(rule.lowest), f"must be greater than {rule.lowest}"


def _list_breakages(rule: Items, value: list[Any]) -> Iterator[tuple[Any, ...]]:
    yield _to("no list"), "must provide an array"
    if rule.fewest:
        yield _to([]), f"must provide at least {rule.fewest} items"
    if rule.most < 1000 and value:
        yield _to([value[0]] * (rule.most + 1)), f"no more than {rule.most} items allowed"


def _shape_breakages(rule: Shape) -> Iterator[tuple[Any, ...]]:
    yield _to(7), "must provide an object"
    if not rule.open:
        yield lambda node: {**node, "no_such_key": 1}, "invalid additional property: no_such_key"
    for key in rule.required:
        yield _without(key), f"missing required field: {key}"


def _kind_breakages(rule: Kinds, value: Node) -> Iterator[tuple[Any, ...]]:
    yield _without("type"), "missing required field: type"
    yield _with_type(7), "must provide a string", "type"
    yield _with_type("no_such_type"), "unsupported type: no_such_type", "type"
    if rule.names:
        elsewhere = min(set(rule.of) - rule.names)
        yield _with_type(elsewhere), f"unsupported type: {elsewhere}", "type"


def _to(value: Any) -> Callable[[Any], Any]:
    return lambda _: value


def _without(key: str) -> Callable[[Node], Node]:
    return lambda node: {name: item for name, item in node.items() if name != key}


def _with_type(kind: Any) -> Callable[[Node], Node]:
    return lambda node: {**node, "type": kind}
