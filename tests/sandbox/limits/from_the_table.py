"""Makes valid messages and views out of the table of limits."""

from collections.abc import Iterator
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from sandbox import limits
from sandbox.limits import agreements as agree
from sandbox.limits.rules import Flag, Items, Kinds, Number, Rule, Shape, Surface, Words

Node = dict[str, Any]
# Whole messages are much to make; on a busy machine that takes long without anything being wrong.
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

Payload = TypeVar("Payload")

WELL_FORMED = {
    "uri": "mailto:ada@school.example",
    "https uri": "https://school.example/a?b=c",
    "date": "2026-02-28",
    "time": "23:59",
    "timezone": "America/New_York",
    "number": "-0.5",
    "color": "#36C5F0",
    "user id": "U0ADA",
    "channel id": "C0MATHS",
    "conversation id": "D0ADA",
    "team id": "T0SCHOOL",
    "file id": "F0WORKSHEET",
    "usergroup id": "S0TUTORS",
}
_LETTERS = st.characters(codec="utf-8")


def messages() -> st.SearchStrategy[list[Node]]:
    blocks = valid(limits.MESSAGE_BLOCKS.of, "message")
    return st.lists(blocks, max_size=4).map(settle).map(_keep_to_totals)


def valid(rule: Rule, surface: Surface) -> st.SearchStrategy[Any]:
    match rule:
        case Words():
            return _words(rule)
        case Number():
            return _numbers(rule)
        case Flag():
            return st.just(False) if rule.only_in else st.booleans()
        case Items():
            return _lists(rule, surface)
        case Kinds():
            kinds = st.sampled_from(standing(rule, surface))
            return kinds.flatmap(lambda kind: of_kind(rule, kind, surface))
        case Shape():
            return _shapes(rule, surface)


def _lists(rule: Items, surface: Surface) -> st.SearchStrategy[list[Any]]:
    most = min(rule.most, rule.fewest + 2)
    same = str if rule.distinct else None
    items = st.lists(valid(rule.of, surface), min_size=rule.fewest, max_size=most, unique_by=same)
    blocks = isinstance(rule.of, Kinds) and rule.of.what == "block"
    return items.map(_keep_to_totals) if blocks else items


def of_kind(rule: Kinds, kind: str, surface: Surface) -> st.SearchStrategy[Node]:
    shape = rule.of[kind]
    assert shape is not None
    return _shapes(shape, surface).map(lambda node: settle({"type": kind, **node}))


def standing(rule: Kinds, surface: Surface) -> list[str]:
    """The kinds that may stand here and have a rule."""
    names = sorted(rule.names or rule.of)
    return [name for name in names if _stands(rule.of[name], surface)]


def _stands(shape: Shape | None, surface: Surface) -> bool:
    return shape is not None and (shape.surfaces is None or surface in shape.surfaces)


def _words(rule: Words) -> st.SearchStrategy[str]:
    if rule.choices:
        return st.sampled_from(sorted(rule.choices))
    if rule.form:
        return st.just(WELL_FORMED[rule.form])
    return st.text(_LETTERS, min_size=rule.shortest, max_size=min(rule.longest, 8))


def _numbers(rule: Number) -> st.SearchStrategy[float]:
    low, high = max(int(rule.lowest), -(10**6)), min(int(rule.highest), 10**6)
    return st.integers(low + rule.above_lowest, high)


@st.composite
def _shapes(draw: st.DrawFn, rule: Shape, surface: Surface) -> Node:
    optional = sorted(set(rule.fields) - set(rule.required))
    keys = [*rule.required, *draw(st.lists(st.sampled_from(optional), unique=True) if optional else st.just([]))]
    for agreement in rule.agreements:
        keys = _choose_keys(agreement, keys)
    keys = [key for key in keys if _possible(rule.fields[key], surface)]
    node = {key: draw(valid(rule.fields[key], surface)) for key in keys}
    for agreement in rule.agreements:
        _agree(agreement, node)
    return node


def _possible(rule: Rule, surface: Surface) -> bool:
    return not isinstance(rule, Kinds) or bool(standing(rule, surface))


def _choose_keys(agreement: object, keys: list[str]) -> list[str]:
    match agreement:
        case agree.AnyOf(keys=some) if not set(some) & set(keys):
            return [*keys, some[0]]
        case agree.NotBoth(keys=(_, second)) if set(agreement.keys) <= set(keys):
            return [key for key in keys if key != second]
        case agree.InputsNeedSubmit():
            return list(dict.fromkeys([*keys, "submit"]))
    return keys


def _agree(agreement: object, node: Node) -> None:
    match agreement:
        case agree.Needs(key, other) if node.get(key):
            node[other] = True
        case agree.NeverBoth(key, other) if node.get(other):
            node.pop(key, None)
        case agree.InOrder(low, high) if low in node and high in node:
            node[low], node[high] = sorted((node[low], node[high]), key=float)
        case agree.AmongOptions(chosen) if chosen in node:
            sources = [node, *node.get("option_groups", [])]
            offered = next(source["options"] for source in sources if "options" in source)
            node[chosen] = offered[:1] if isinstance(node[chosen], list) else offered[0]
        case agree.Distinct(key, name):
            for index, item in enumerate(node.get(key, [])):
                item[name] = f"{name} {index}"
        case agree.PointPerCategory():
            for series in node["series"]:
                series["data"] = [{"label": name, "value": 1} for name in node["axis_config"]["categories"]]
        case agree.NoFileDispatch() if node["element"]["type"] == "file_input":
            node.pop("dispatch_action", None)
        case _:
            _agree_on_rows(agreement, node)


def _agree_on_rows(agreement: object, node: Node) -> None:
    match agreement:
        case agree.EvenRows():
            narrowest = min(map(len, node["rows"]))
            node["rows"] = [row[:narrowest] for row in node["rows"]]
        case agree.PlainHeader():
            node["rows"][0] = [{"type": "raw_text", "text": "head"} for _ in node["rows"][0]]
        case agree.ColumnExists(key) if key in node:
            node[key] = 0


def every(payload: object) -> Iterator[Node]:
    if isinstance(payload, dict):
        yield payload
    if isinstance(payload, dict | list):
        for item in payload.values() if isinstance(payload, dict) else payload:
            yield from every(item)


def settle(payload: Payload) -> Payload:
    """Ids unique and one focus at most, throughout."""
    focused = False
    for index, node in enumerate(every(payload)):
        for key in {"block_id", "action_id"} & node.keys():
            node[key] = f"{key} {index}"
        if node.get("focus_on_load"):
            node["focus_on_load"], focused = not focused, True
    return payload


def _keep_to_totals(blocks: list[Node]) -> list[Node]:
    """Leaves out the blocks that would make a second table or plan, or a third chart."""
    room = {"table": 1, "data_table": 1, "plan": 1, "data_visualization": 2}
    kept = []
    for block in blocks:
        kinds = [node["type"] for node in every(block) if node.get("type") in room]
        if all(room[kind] >= kinds.count(kind) for kind in kinds) and len({*kinds} & {"table", "data_table"}) < 2:
            kept.append(block)
            for kind in kinds:
                room[kind] -= 1
            if {"table", "data_table"} & {*kinds}:
                room["table"] = room["data_table"] = 0
    return kept
