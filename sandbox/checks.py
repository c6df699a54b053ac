"""The practice workspace reads a message or a view against the limits and says what Slack would refuse."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from sandbox import limits
from sandbox.limits.forms import FORMS
from sandbox.limits.rules import Flag, Items, Kinds, Number, Rule, Shape, Surface, Words

# Where we are, innermost key last. A pointer is written only for a fault: most values have none.
Path = tuple["Path | None", str | int]
_NEVER_HEARD_OF = Shape({})


@dataclass(slots=True)
class Walk:
    """One reading of one payload: what was found so far, and what must be unique or adds up."""

    surface: Surface
    faults: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    block: str = ""
    ids: dict[str, set[str]] = field(default_factory=lambda: {"block": set(), "payload": set()})
    totals: dict[str, int] = field(default_factory=dict)

    def fault(self, sentence: str, path: Path) -> None:
        self.faults.append(f"[ERROR] {sentence} [json-pointer:{_pointer(path)}]")

    def no_rule(self, sentence: str, path: Path) -> None:
        self.unknown.append(f"no rule for {sentence} [json-pointer:{_pointer(path)}]")

    def register(self, scope: str, name: str, path: Path) -> None:
        if name in self.ids[scope]:
            self.fault(f'`{path[1]}` "{name}" already exists', path)
        self.ids[scope].add(name)

    def count(self, names: tuple[str, ...], amount: int, path: Path) -> None:
        for name in names:
            before = self.totals.get(name, 0)
            self.totals[name] = before + amount
            total = limits.TOTALS[self.surface].get(name)
            if total and before <= total.most < before + amount:
                self.fault(total.sentence, path)


def faults_in_message(
    blocks: list[dict[str, Any]] | None, text: str = "", attachments: list[dict[str, Any]] | None = None
) -> list[str]:
    walk = Walk("message")
    if not (blocks or text or attachments):
        walk.fault("no_text: a message needs text, blocks or attachments", (None, "text"))
    if len(text) > limits.MESSAGE_TEXT:  # Slack cuts it there; here it is said, so that no word is lost unseen
        walk.fault(f"msg_too_long: must be less than {limits.MESSAGE_TEXT + 1} characters", (None, "text"))
    _read(limits.MESSAGE_BLOCKS, blocks or [], (None, "blocks"), walk)
    _read(limits.ATTACHMENTS, attachments or [], (None, "attachments"), walk)
    return walk.faults


def faults_in_view(view: dict[str, Any]) -> list[str]:
    return _walk_view(view).faults


def unknown_in(blocks_or_view: list[dict[str, Any]] | dict[str, Any]) -> list[str]:
    """Where the table knows no rule, so that having no fault there means little."""
    if isinstance(blocks_or_view, dict):
        return _walk_view(blocks_or_view).unknown
    walk = Walk("message")
    _read(limits.MESSAGE_BLOCKS, blocks_or_view, (None, "blocks"), walk)
    return walk.unknown


def error_for(faults: list[str]) -> str:
    """The error code Slack answers with; the faults themselves go to response_metadata.messages."""
    for fault in faults:
        if named := re.match(r"\[ERROR] (no_text|msg_too_long|msg_blocks_too_long|view_too_large):", fault):
            return named[1]
    codes = {"view": "invalid_arguments", "attachments": "invalid_attachments"}
    where = re.search(r"\[json-pointer:/(\w+)[^\]]*]$", faults[0])
    return codes.get(where[1] if where else "", "invalid_blocks")


def _walk_view(view: dict[str, Any]) -> Walk:
    walk = Walk("home" if view.get("type") == "home" else "modal")
    _read(limits.VIEW, view, (None, "view"), walk)
    return walk


def _read(rule: Rule, payload: object, path: Path, walk: Walk) -> None:
    try:
        _check(rule, payload, path, walk)
        if rule is limits.VIEW and len(json.dumps(payload)) > limits.VIEW_BYTES:
            walk.fault("view_too_large: must be less than 250 kB", path)
    except RecursionError:
        walk.fault("nested too deeply", path)


def _pointer(path: Path | None) -> str:
    keys: list[str] = []
    while path:
        keys.append(str(path[1]))
        path = path[0]
    return "/" + "/".join(reversed(keys))


def _below(path: Path, keys: tuple[str | int, ...]) -> Path:
    for key in keys:
        path = (path, key)
    return path


def _check_words(rule: Words, value: object, path: Path, walk: Walk) -> None:
    if not isinstance(value, str):
        walk.fault("must provide a string", path)
        return
    if len(value) < rule.shortest:
        walk.fault(f"must be more than {rule.shortest - 1} characters", path)
    elif len(value) > rule.longest:
        walk.fault(f"must be less than {rule.longest + 1} characters", path)
    elif rule.choices and value not in rule.choices:
        walk.fault("must be a valid enum value", path)
    elif rule.form and not FORMS[rule.form](value):
        walk.fault(f"input must be a valid: {rule.form}", path)
    if rule.unique_in:
        walk.register(rule.unique_in, value, path)
    if rule.counts:  # what is too long by itself is told once, not again as a total
        walk.count(rule.counts, min(len(value), rule.longest), path)


def _check_number(rule: Number, value: object, path: Path, walk: Walk) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        walk.fault("must provide a number", path)
    elif rule.whole and not isinstance(value, int):
        walk.fault("must provide an integer", path)
    elif not rule.lowest <= value or (rule.above_lowest and value == rule.lowest):
        walk.fault(f"must be greater than {rule.lowest}", path)
    elif value > rule.highest:
        walk.fault(f"must be less than {rule.highest}", path)


def _check_flag(rule: Flag, value: object, path: Path, walk: Walk) -> None:
    if not isinstance(value, bool):
        walk.fault("must be a boolean", path)
    elif value and rule.only_in and rule.only_in != (walk.surface, walk.block):
        walk.fault(f"`{path[1]}` is only allowed in {' '.join(rule.only_in)} blocks", path)
    elif value:
        walk.count(rule.counts, 1, path)


def _check_items(rule: Items, value: object, path: Path, walk: Walk) -> None:
    if not isinstance(value, list):
        walk.fault("must provide an array", path)
    elif len(value) < rule.fewest:
        walk.fault(f"must provide at least {rule.fewest} items", path)
    elif len(value) > rule.most:
        walk.fault(f"no more than {rule.most} items allowed", path)
    else:
        if rule.distinct and any(item in value[:index] for index, item in enumerate(value)):
            walk.fault("Input contains duplicate items", path)
        for index, item in enumerate(value):
            if item is not None or not rule.gaps:
                _check(rule.of, item, (path, index), walk)


def _check_shape(rule: Shape, value: object, path: Path, walk: Walk) -> None:
    if isinstance(value, dict):
        _check_keys(rule, value, path, walk, ())
    else:
        walk.fault("must provide an object", path)


def _check_kinds(rule: Kinds, value: object, path: Path, walk: Walk) -> None:
    if not isinstance(value, dict):
        walk.fault("must provide an object", path)
    elif "type" not in value:
        walk.fault("missing required field: type", path)
    elif not isinstance(value["type"], str):
        walk.fault("must provide a string", (path, "type"))
    else:
        _check_kind(rule, value, path, walk)


def _check_kind(rule: Kinds, value: Mapping[str, Any], path: Path, walk: Walk) -> None:
    kind = value["type"]
    shape = rule.of.get(kind, _NEVER_HEARD_OF)
    if shape is None or shape is _NEVER_HEARD_OF:
        walk.no_rule(f'{rule.what} type "{kind}"', path)
    elif shape.surfaces is None:
        walk.no_rule(f'where {rule.what} type "{kind}" may stand', path)
    if shape is _NEVER_HEARD_OF or not _may_stand(rule, kind, shape, walk.surface):
        walk.fault(f"unsupported type: {kind}", (path, "type"))
    elif shape and rule.what == "block":
        _check_block(shape, value, path, walk)
    elif shape:
        _check_keys(shape, value, path, walk, ("type",))


def _may_stand(rule: Kinds, kind: str, shape: Shape | None, surface: Surface) -> bool:
    if rule.names and kind not in rule.names:
        return False
    return shape is None or shape.surfaces is None or surface in shape.surfaces


def _check_block(shape: Shape, value: Mapping[str, Any], path: Path, walk: Walk) -> None:
    outer = walk.block, walk.ids["block"]
    walk.block, walk.ids["block"] = value["type"], set()  # action_ids are unique within their own block
    _check_keys(shape, value, path, walk, ("type",))
    walk.block, walk.ids["block"] = outer


def _check_keys(rule: Shape, value: Mapping[str, object], path: Path, walk: Walk, known: tuple[str, ...]) -> None:
    for key, item in value.items():
        if key in rule.fields:
            _check(rule.fields[key], item, (path, key), walk)
        elif key not in known and not rule.open:
            walk.fault(f"invalid additional property: {key}", path)
    for key in rule.required:
        if key not in value:
            walk.fault(f"missing required field: {key}", path)
    for agreement in rule.agreements:
        for sentence, keys in agreement.broken_in(value):
            walk.fault(sentence, _below(path, keys))
    walk.count(rule.counts, 1, path)


_CHECKS = cast(
    "dict[type, Callable[[Rule, object, Path, Walk], None]]",
    {
        Words: _check_words,
        Number: _check_number,
        Flag: _check_flag,
        Items: _check_items,
        Shape: _check_shape,
        Kinds: _check_kinds,
    },
)


def _check(rule: Rule, value: object, path: Path, walk: Walk) -> None:
    _CHECKS[type(rule)](rule, value, path, walk)
