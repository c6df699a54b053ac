"""The table of limits against what outside parties know: slack_sdk and slackblocks."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import slackblocks
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block, ConfirmObject, Option, OptionGroup, RichTextElementParts, block_elements
from slack_sdk.models.blocks import blocks as sdk_blocks
from slack_sdk.models.views import View
from slackblocks import _limits as slackblocks_limits
from slackblocks import _surfaces as slackblocks_surfaces

from sandbox import limits
from sandbox.checks import faults_in_message, faults_in_view
from sandbox.limits import objects
from sandbox.limits.blocks import blocks
from sandbox.limits.elements import ELEMENTS
from sandbox.limits.forms import FORMS
from sandbox.limits.rich_text import PARAGRAPHS, PIECES
from sandbox.limits.rules import Items, Kinds, Rule, Shape, Surface, Words
from tests.sandbox.limits import breaking, from_the_table

SHAPES = {**PARAGRAPHS, **PIECES, **ELEMENTS, **limits.BLOCKS}


def rules_below(rule: Rule, seen: set[int]) -> Iterator[Rule]:
    if id(rule) in seen:
        return
    seen.add(id(rule))
    yield rule
    inner: list[Rule | None] = []
    match rule:
        case Items():
            inner = [rule.of]
        case Kinds():
            inner = list(rule.of.values())
        case Shape():
            inner = list(rule.fields.values())
    for below in inner:
        if below is not None:
            yield from rules_below(below, seen)


def every_rule() -> list[Rule]:
    seen: set[int] = set()
    roots: list[Rule] = [limits.VIEW, limits.MESSAGE_BLOCKS, limits.ATTACHMENTS]
    return [rule for root in roots for rule in rules_below(root, seen)]


def test_every_block_slack_has_is_in_the_table() -> None:
    assert set(limits.BLOCKS) == {
        *("section", "divider", "header", "image", "actions", "context", "context_actions", "input", "file", "call"),
        *("markdown", "rich_text", "table", "data_table", "data_visualization", "video", "alert", "card", "carousel"),
        *("container", "task_card", "plan", "auth_provider"),
    }


def test_every_element_has_a_place() -> None:
    placed = {
        name for rule in every_rule() if isinstance(rule, Kinds) and rule.what == "element" for name in rule.names
    }
    assert set(ELEMENTS) <= placed


def test_every_name_in_the_table_leads_somewhere() -> None:
    totals = {name for named in limits.TOTALS.values() for name in named}
    for rule in every_rule():
        if isinstance(rule, Words):
            assert not rule.form or rule.form in FORMS
        if isinstance(rule, Kinds):
            assert rule.names <= set(rule.of)
        if isinstance(rule, Shape):
            assert set(rule.required) <= set(rule.fields)
        if not isinstance(rule, Items | Kinds) and hasattr(rule, "counts"):
            assert set(rule.counts) <= totals


def sdk_classes() -> list[type]:
    modules = (sdk_blocks, block_elements, RichTextElementParts)
    found = {item for module in modules for item in vars(module).values() if isinstance(item, type)}
    return sorted((item for item in found if vars(item).get("type") in SHAPES), key=lambda item: item.__name__)


# slack_sdk's base classes hand these to every element, whether Slack takes them there or not.
SDK_EXTRAS = {"alt_text", "placeholder", "confirm", "focus_on_load", "action_id"}


def kind_of(sdk: type) -> str:
    kind: str = vars(sdk)["type"]
    return kind


def rule_for(sdk: type) -> Shape:
    kind = kind_of(sdk)
    shape = limits.BLOCKS[kind] if issubclass(sdk, Block) else {**PARAGRAPHS, **PIECES, **ELEMENTS}[kind]
    assert shape is not None
    return shape


@pytest.mark.parametrize("sdk", sdk_classes(), ids=lambda sdk: sdk.__name__)
def test_every_key_slack_sdk_knows_is_in_the_table(sdk: type) -> None:
    known: set[str] = object.__new__(sdk).attributes - {"type"} - SDK_EXTRAS
    assert known <= set(rule_for(sdk).fields)


def longest(rule: Rule) -> int:
    """The greatest length or number of items a rule allows."""
    match rule:
        case Words():
            return rule.longest
        case Items():
            return rule.most
        case Kinds(what="text object"):
            return max(longest(shape.fields["text"]) for shape in rule.of.values() if shape)
    raise TypeError(rule)


def sdk_limits() -> list[tuple[Shape, str, int]]:
    end = "_max_length"
    return [
        (rule_for(sdk), name.removesuffix(end), getattr(sdk, name))
        for sdk in sdk_classes()
        for name in dir(sdk)
        if name.endswith(end) and name.removesuffix(end) in rule_for(sdk).fields
    ]


OBJECT_LIMITS = [
    (objects.MENU_OPTION, "value", Option.value_max_length),
    (objects.MENU_OPTION, "text", Option.label_max_length),
    (objects.OPTION_GROUP, "label", OptionGroup.label_max_length),
    (objects.OPTION_GROUP, "options", OptionGroup.options_max_length),
    (objects.CONFIRM, "title", ConfirmObject.title_max_length),
    (objects.CONFIRM, "text", ConfirmObject.text_max_length),
    (objects.CONFIRM, "confirm", ConfirmObject.confirm_max_length),
    (objects.CONFIRM, "deny", ConfirmObject.deny_max_length),
    (limits.VIEW.of["modal"], "title", View.title_max_length),
    (limits.VIEW.of["modal"], "submit", View.submit_max_length),
    (limits.VIEW.of["modal"], "close", View.close_max_length),
    (limits.VIEW.of["modal"], "private_metadata", View.private_metadata_max_length),
    (limits.VIEW.of["modal"], "callback_id", View.callback_id_max_length),
    (limits.VIEW.of["home"], "blocks", View.blocks_max_length),
]


@pytest.mark.parametrize(("shape", "key", "most"), [*sdk_limits(), *OBJECT_LIMITS])
def test_no_limit_is_looser_than_slack_sdks(shape: Shape, key: str, most: int) -> None:
    assert longest(shape.fields[key]) <= most


# What slackblocks calls otherwise than Slack's own type.
ALIASES = {
    "confirmation": objects.CONFIRM,
    "option": objects.OVERFLOW_OPTION,
    "option_group": objects.OPTION_GROUP,
    "select": ELEMENTS["multi_static_select"],
    "date_picker": ELEMENTS["datepicker"],
    "time_picker": ELEMENTS["timepicker"],
    "email_input": ELEMENTS["email_text_input"],
    "url_input": ELEMENTS["url_text_input"],
    "view": limits.VIEW.of["modal"],
}


def slackblocks_numbers() -> Iterator[Any]:
    known = {**SHAPES, **ALIASES}
    for name, most in vars(slackblocks_limits).items():
        words = name.lower().removesuffix("_max_length").removesuffix("_max_items")
        for kind, shape in known.items() if name.lower() != words else ():
            key = words.removeprefix(f"{kind}_")
            if shape and key != words and key in shape.fields:
                yield pytest.param(shape, key, most, id=f"{kind} {key}")


@pytest.mark.parametrize(("shape", "key", "most"), [*slackblocks_numbers()])
def test_no_limit_is_looser_than_slackblocks(shape: Shape, key: str, most: int) -> None:
    assert longest(shape.fields[key]) <= most


@pytest.mark.parametrize("surface", ["message", "modal", "home"])
def test_no_block_stands_where_slackblocks_forbids_it(surface: Surface) -> None:
    allowed = set(from_the_table.standing(blocks(), surface)) - {"call", "auth_provider"}  # it knows neither
    assert allowed <= slackblocks_surfaces._BLOCK_TYPES_BY_SURFACE[surface]


SDK_KINDS = sorted(kind_of(sdk) for sdk in sdk_classes() if issubclass(sdk, Block))


@pytest.mark.parametrize("kind", SDK_KINDS)
@given(data=st.data())
@settings(from_the_table.UNHURRIED, max_examples=10)
def test_what_fits_our_limits_fits_slack_sdks(kind: str, data: st.DataObject) -> None:
    surface: Surface = "modal" if kind == "alert" else "message"
    block = data.draw(from_the_table.of_kind(blocks(), kind, surface))
    for full in [block, *(edge.apply(block) for edge in breaking.edges(blocks(), block))]:
        parsed = Block.parse(full)
        assert parsed is not None
        assert parsed.to_dict()["type"] == kind


@pytest.mark.parametrize(
    "kind", ["section", "divider", "header", "image", "context", "file", "markdown", "alert", "video"]
)
@given(data=st.data())
@settings(from_the_table.UNHURRIED, max_examples=20)
def test_what_fits_our_limits_fits_slackblocks(kind: str, data: st.DataObject) -> None:
    surface: Surface = "modal" if kind == "alert" else "message"
    block = data.draw(from_the_table.of_kind(blocks(), kind, surface))
    for full in [block, *(edge.apply(block) for edge in breaking.edges(blocks(), block))]:
        with suppress(NotImplementedError):  # it does not read all elements back yet
            assert slackblocks.Block.from_dict(full).type.value == kind


@given(data=st.data(), kind=st.sampled_from(["modal", "home"]))
@settings(from_the_table.UNHURRIED, max_examples=15)
def test_a_view_that_fits_our_limits_fits_slack_sdks(data: st.DataObject, kind: Surface) -> None:
    view = data.draw(from_the_table.of_kind(limits.VIEW, kind, kind))
    assert View(**view).to_dict()["type"] == kind


def text(length: int, kind: str = "plain_text") -> dict[str, str]:
    return {"type": kind, "text": "x" * length}


def menu(count: int) -> dict[str, Any]:
    options = [{"text": text(1), "value": f"{index}"} for index in range(count)]
    return {"type": "static_select", "options": options}


@pytest.mark.parametrize(
    "block",
    [
        {"type": "section"},
        {"type": "section", "text": text(3001)},
        {"type": "section", "fields": [text(1)] * 11},
        {"type": "section", "text": text(1), "accessory": menu(101)},
        {"type": "section", "text": text(1), "block_id": "x" * 256},
        {"type": "section", "text": text(1), "accessory": {"type": "overflow", "options": menu(6)["options"]}},
        {"type": "section", "text": text(1), "accessory": {"type": "datepicker", "initial_date": "28.02.2026"}},
        {"type": "section", "text": text(1), "accessory": {"type": "timepicker", "initial_time": "24:00"}},
        {"type": "section", "text": text(1), "accessory": {"type": "button", "text": text(76)}},
        {"type": "section", "text": text(1), "accessory": {"type": "button", "text": text(1), "style": "loud"}},
        {"type": "header", "text": text(151)},
        {"type": "image", "alt_text": "A chart", "image_url": "https://school.example/" + "x" * 3000},
        {"type": "actions", "elements": [{"type": "button", "text": text(1), "value": "x" * 2001}]},
        {"type": "context", "elements": [text(1)] * 11},
        {"type": "markdown", "text": "x" * 12_001},
        {"type": "table", "rows": []},
        {"type": "video", "title": text(200), "alt_text": "", "video_url": "", "thumbnail_url": ""},
        {"type": "card"},
        {"type": "carousel", "elements": []},
        {"type": "container", "title": text(1), "child_blocks": [{"type": "divider"}] * 11},
        {"type": "task_card", "task_id": "1", "title": "Fractions", "status": "lost"},
    ],
    ids=str,
)
def test_what_slack_sdk_refuses_is_refused(block: dict[str, Any]) -> None:
    parsed = Block.parse(block)
    assert parsed is not None
    with pytest.raises(SlackObjectFormationError):
        parsed.to_dict()
    assert faults_in_message([block])


@pytest.mark.parametrize(
    "block",
    [
        {"type": "section", "text": text(0)},
        {"type": "section", "fields": [text(2001)]},
        {"type": "header", "text": text(151)},
        {"type": "context", "elements": [text(1)] * 11},
        {"type": "sectoin"},
    ],
    ids=str,
)
def test_what_slackblocks_refuses_is_refused(block: dict[str, Any]) -> None:
    with pytest.raises((slackblocks.InvalidUsageError, ValueError, TypeError)):
        slackblocks.Block.from_dict(block)
    assert faults_in_message([block])


@pytest.mark.parametrize(
    "view",
    [
        {"type": "modal", "title": text(25), "blocks": [{"type": "divider"}]},
        {"type": "modal", "title": text(1), "blocks": []},
        {"type": "modal", "title": text(1), "blocks": [{"type": "divider"}] * 101},
        {"type": "modal", "title": text(1), "blocks": [{"type": "divider"}], "private_metadata": "x" * 3001},
        {"type": "home", "submit": text(1), "blocks": [{"type": "divider"}]},
        {"type": "house", "blocks": [{"type": "divider"}]},
    ],
    ids=lambda view: str(view)[:80],
)
def test_a_view_slack_sdk_refuses_is_refused(view: dict[str, Any]) -> None:
    with pytest.raises(SlackObjectFormationError):
        View(**view).to_dict()
    assert faults_in_view(view)
