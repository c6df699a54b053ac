"""What the practice workspace refuses, in Slack's words, and what it lets through."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox import limits
from sandbox.checks import error_for, faults_in_message, faults_in_view, unknown_in
from sandbox.limits.rules import Surface
from tests.sandbox.limits import from_the_table
from tests.sandbox.limits.parts import (
    CONTAINER,
    DATA_TABLE,
    IMAGE,
    MENU,
    NUMBER,
    ROWS,
    Node,
    ask,
    button,
    chart,
    modal,
    option,
    said,
    section,
    words,
)


# Sentences and pointers as Slack's own answers were quoted in public threads and files.
@pytest.mark.parametrize(
    ("blocks", "sentence", "pointer"),
    [
        ([section("x" * 3001)], "must be less than 3001 characters", "/blocks/0/text/text"),
        ([section()] * 51, "no more than 50 items allowed", "/blocks"),
        ([{"type": "divider", "text": "Digest"}], "invalid additional property: text", "/blocks/0"),
        (
            [{"type": "section", "fields": [words("x" * 2001)]}],
            "must be less than 2001 characters",
            "/blocks/0/fields/0/text",
        ),
        (
            [section(), {"type": "actions", "elements": [button("vote"), button("vote")]}],
            '`action_id` "vote" already exists',
            "/blocks/1/elements/1/action_id",
        ),
        (
            [{"type": "actions", "elements": [button(disabled=True)]}],
            "invalid additional property: disabled",
            "/blocks/0/elements/0",
        ),
    ],
)
def test_a_message_is_refused_in_slacks_words(blocks: list[Node], sentence: str, pointer: str) -> None:
    assert faults_in_message(blocks) == said(sentence, pointer)


@pytest.mark.parametrize(
    ("view", "sentence", "pointer"),
    [
        (modal(section(), submit_disabled=True), "invalid additional property: submit_disabled", "/view"),
        (modal(section(), private_metadata="x" * 3001), "must be less than 3001 characters", "/view/private_metadata"),
        (modal({"type": "section", "fields": ["Ada"]}), "must provide an object", "/view/blocks/0/fields/0"),
        (
            modal({"type": "actions", "elements": [button(style=None)]}),
            "must provide a string",
            "/view/blocks/0/elements/0/style",
        ),
        (
            modal(ask({"type": "static_select", "options": [option("7")] * 101})),
            "no more than 100 items allowed",
            "/view/blocks/0/element/options",
        ),
        (
            modal(ask({"type": "static_select", "options": [option("7", text=words(""))]})),
            "must be more than 0 characters",
            "/view/blocks/0/element/options/0/text/text",
        ),
        (
            modal(ask({"type": "multi_static_select", "options": [option("7")], "initial_options": []})),
            "must be one of the provided options",
            "/view/blocks/0/element/initial_options",
        ),
        (
            {"type": "modal", "title": words(), "blocks": [ask({"type": "plain_text_input"})]},
            "must define `submit` to use `input` block",
            "/view/blocks/0/input",
        ),
    ],
)
def test_a_view_is_refused_in_slacks_words(view: Node, sentence: str, pointer: str) -> None:
    assert faults_in_view(view) == said(sentence, pointer)


@pytest.mark.parametrize(
    ("element", "surfaces"),
    [
        ({"type": "plain_text_input"}, {"message", "modal", "home"}),
        ({"type": "datetimepicker"}, {"message", "modal"}),
        ({"type": "rich_text_input", "action_id": "r"}, {"modal", "home"}),
        ({"type": "email_text_input"}, {"modal"}),
        ({"type": "url_text_input"}, {"modal"}),
        (NUMBER, {"modal"}),
        ({"type": "file_input"}, {"modal"}),
        (button(), set()),
        (IMAGE, set()),
    ],
)
def test_an_input_stands_only_where_slack_shows_it(element: Node, surfaces: set[Surface]) -> None:
    block = ask(element)
    faults = {
        "message": faults_in_message([block]),
        "modal": faults_in_view(modal(block)),
        "home": faults_in_view({"type": "home", "blocks": [block]}),
    }
    assert {surface for surface, found in faults.items() if not found} == surfaces
    assert all(f"unsupported type: {element['type']}" in fault for found in faults.values() for fault in found)


@pytest.mark.parametrize(
    "block",
    [
        section(accessory={"type": "datetimepicker"}),
        section(accessory={"type": "plain_text_input"}),
        {"type": "actions", "elements": [{"type": "multi_users_select"}]},
        {"type": "actions", "elements": [IMAGE]},
        {"type": "context", "elements": [button()]},
        {"type": "context_actions", "elements": [button()]},
        {"type": "header", "text": words(kind="mrkdwn")},
        {"type": "card", "actions": [MENU]},
        {"type": "carousel", "elements": [section()]},
        {**CONTAINER, "child_blocks": [CONTAINER]},
        {"type": "alert", "text": words()},
        section(accessory={"type": "static_select", "options": [option("7", "mrkdwn")]}),
        {"type": "rich_text", "elements": [words(kind="text")]},
    ],
)
def test_what_may_not_stand_there_is_an_unsupported_type(block: Node) -> None:
    (fault,) = faults_in_message([block])
    assert "unsupported type" in fault


@pytest.mark.parametrize(
    ("blocks", "sentence", "pointer"),
    [
        (
            [section("x" * 3000)] * 5,
            "msg_blocks_too_long: the text of all blocks together must be less than 13172 characters",
            "/blocks/4/text/text",
        ),
        (
            [{"type": "markdown", "text": "x" * 6001}] * 2,
            "all markdown together must be less than 12001 characters",
            "/blocks/1/text",
        ),
        (
            [DATA_TABLE, {"type": "table", "rows": ROWS}],
            "only_one_table_allowed: a message holds one table",
            "/blocks/1",
        ),
        ([chart("Mon", "Tue")] * 3, "a message holds two data_visualization blocks", "/blocks/2"),
        ([{"type": "plan", "title": "Week", "tasks": []}] * 2, "Cannot have more than 1 plan block", "/blocks/1"),
        (
            [ask({"type": "plain_text_input", "focus_on_load": True})] * 2,
            "only one element may have focus_on_load",
            "/blocks/1/element/focus_on_load",
        ),
        ([section(block_id="a"), section(block_id="a")], '`block_id` "a" already exists', "/blocks/1/block_id"),
    ],
)
def test_a_message_as_a_whole_has_its_limits(blocks: list[Node], sentence: str, pointer: str) -> None:
    assert faults_in_message(blocks) == said(sentence, pointer)


def test_two_blocks_may_use_the_same_action_id() -> None:
    actions = {"type": "actions", "elements": [button()]}
    assert faults_in_message([actions, actions, section(accessory=button())]) == []


def test_a_block_inside_an_element_does_not_hide_the_ids_around_it() -> None:
    rich = {"type": "rich_text_input", "initial_value": {"type": "rich_text", "elements": []}, "action_id": "done"}
    form = modal({"type": "actions", "elements": [button("done"), rich]})
    fault = said('`action_id` "done" already exists', "/view/blocks/0/elements/1/action_id")
    assert faults_in_view(form) == fault


def test_what_is_full_to_the_brim_is_allowed() -> None:
    full: list[Node] = [
        {"type": "section", "fields": [words("x" * 200)] * 10},
        {"type": "actions", "elements": [button(f"{n}") for n in range(25)]},
        {"type": "context", "elements": [words()] * 10},
        section(accessory={"type": "static_select", "options": [option(f"{n}") for n in range(100)]}),
        section(accessory={"type": "overflow", "options": [option(f"{n}", url="https://a.example") for n in range(5)]}),
        section(accessory={"type": "checkboxes", "options": [option(f"{n}", "mrkdwn") for n in range(10)]}),
        {"type": "table", "rows": [ROWS[0] * 20] * 100},
    ]
    assert faults_in_message(full + [{"type": "divider"}] * 43) == []
    assert faults_in_view(modal(*[section("x" * 1000)] * 100)) == []
    assert faults_in_message([{**DATA_TABLE, "rows": [ROWS[0], [words("x" * 9_996, "raw_text")]]}]) == []
    assert faults_in_message([*[section("x" * 3000)] * 4, section("x" * 1171)]) == []


def test_an_attachment_is_held_to_the_rules_of_its_blocks() -> None:
    attachments = [{"color": "#36C5F0", "fallback": "Old keys are let be", "blocks": [section("")]}]
    fault = said("must be more than 0 characters", "/attachments/0/blocks/0/text/text")
    assert faults_in_message(None, attachments=attachments) == fault
    assert faults_in_message(None, attachments=[{}] * 101) == said("no more than 100 items allowed", "/attachments")


def test_a_message_needs_something_to_say() -> None:
    assert error_for(faults_in_message([])) == "no_text"
    assert faults_in_message(None, "Good morning") == []
    assert error_for(faults_in_message(None, "x" * 40_001)) == "msg_too_long"


@pytest.mark.parametrize(
    ("faults", "code"),
    [
        (faults_in_message([section("")]), "invalid_blocks"),
        (faults_in_message([section("x" * 3000)] * 5), "msg_blocks_too_long"),
        (faults_in_message(None, attachments=[{"blocks": [section("")]}]), "invalid_attachments"),
        (faults_in_view(modal(section(""))), "invalid_arguments"),
        (faults_in_view(modal(*[section("x" * 3000)] * 100)), "view_too_large"),
    ],
)
def test_the_error_code_is_the_one_slack_answers_with(faults: list[str], code: str) -> None:
    assert error_for(faults) == code


def test_a_type_nobody_knows_is_refused_and_named_as_unknown() -> None:
    assert faults_in_message([{"type": "sectoin"}]) == said("unsupported type: sectoin", "/blocks/0/type")
    assert unknown_in([{"type": "sectoin"}]) == ['no rule for block type "sectoin" [json-pointer:/blocks/0]']


def test_a_type_slack_has_but_tells_nothing_about_passes_and_is_named_as_unknown() -> None:
    paragraph = {"type": "rich_text_section", "elements": [{"type": "citation", "whatever": 1}]}
    view = modal({"type": "rich_text", "elements": [paragraph]})
    assert faults_in_view(view) == []
    pointer = "/view/blocks/0/elements/0/elements/0"
    assert unknown_in(view) == [f'no rule for rich text piece type "citation" [json-pointer:{pointer}]']


def test_a_block_whose_place_nobody_told_passes_and_is_named_as_unknown() -> None:
    block = {"type": "auth_provider", "value": "sis", "name": words(), "is_connected": False}
    assert faults_in_message([block]) == []
    assert unknown_in([block]) == ['no rule for where block type "auth_provider" may stand [json-pointer:/blocks/0]']


def test_a_known_type_out_of_place_is_not_called_unknown() -> None:
    assert unknown_in([{"type": "context", "elements": [button()]}, section()]) == []


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(sorted(limits.BLOCKS)),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["type", "text", "elements", "rows", "options", "element", "blocks"]), inner)
    ),
    max_leaves=30,
)


@given(st.lists(anything, max_size=3))
@settings(from_the_table.UNHURRIED)
def test_no_json_breaks_the_reading(payload: list[Any]) -> None:
    view = {"type": "modal", "blocks": payload}
    for found in (faults_in_message(payload), faults_in_view(view), unknown_in(payload), unknown_in(view)):
        assert all("[json-pointer:/" in sentence for sentence in found)


def test_what_is_nested_very_deep_is_refused() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    table = {"type": "table", "rows": deep}
    assert faults_in_message([table]) == said("must provide an object", "/blocks/0/rows/0/0")
    assert "nested too deeply" in faults_in_view(modal(table))[-1]
