"""Keys that must settle something among themselves: each breach is told, where it is, and nothing else."""

import pytest

from sandbox.checks import faults_in_message, faults_in_view
from tests.sandbox.limits.parts import (
    CONTAINER,
    DATA_TABLE,
    IMAGE,
    MENU,
    NUMBER,
    RICH_CELL,
    ROWS,
    TASK,
    Node,
    ask,
    chart,
    modal,
    option,
    said,
    section,
    words,
)


@pytest.mark.parametrize(
    ("block", "sentence", "below"),
    [
        ({"type": "section"}, "missing required field: text or fields", ""),
        ({"type": "card", "subtitle": words()}, "missing required field: hero_image or title or actions or body", ""),
        ({"type": "image", "alt_text": "A chart"}, "missing required field: image_url or slack_file", ""),
        ({**IMAGE, "slack_file": {"id": "F0WORKSHEET"}}, "image_url and slack_file cannot both be given", ""),
        ({"type": "image", "alt_text": "A", "slack_file": {}}, "missing required field: id or url", "/slack_file"),
        (
            section(accessory={"type": "static_select"}),
            "missing required field: options or option_groups",
            "/accessory",
        ),
        (
            section(accessory={**MENU, "option_groups": [{"label": words(), "options": [option("7")]}]}),
            "options and option_groups cannot both be given",
            "/accessory",
        ),
        (
            section(accessory={**MENU, "initial_option": option("9")}),
            "must be one of the provided options",
            "/accessory/initial_option",
        ),
        (
            section(accessory={"type": "radio_buttons", "options": [option("7")], "initial_option": option("8")}),
            "must be one of the provided options",
            "/accessory/initial_option",
        ),
        (
            ask({"type": "plain_text_input", "min_length": 9, "max_length": 8}),
            "min_length must not be greater than max_length",
            "/element/min_length",
        ),
        (
            ask({"type": "conversations_select", "filter": {}}),
            "missing required field: include or exclude_external_shared_channels or exclude_bot_users",
            "/element/filter",
        ),
        ({**CONTAINER, "default_collapsed": True}, "default_collapsed needs is_collapsible", "/default_collapsed"),
        (
            {**CONTAINER, "is_collapsible": True, "has_header_divider": True},
            "has_header_divider cannot be used with is_collapsible",
            "/has_header_divider",
        ),
        (
            {"type": "table", "rows": [*ROWS, ROWS[0] * 2]},
            "must have as many cells as the first row",
            "/rows/2",
        ),
        ({**DATA_TABLE, "rows": [[RICH_CELL], ROWS[1]]}, "unsupported type: rich_text", "/rows/0/0/type"),
        ({**DATA_TABLE, "row_header_column_index": 1}, "must be less than 1", "/row_header_column_index"),
        (
            {**DATA_TABLE, "rows": [ROWS[0], [words("x" * 9_997, "raw_text")]]},
            "must be less than 10001 characters",
            "/rows",
        ),
        (chart("Mon"), "must have one point for each category", "/chart/series/0/data"),
        (chart("Mon", "Mon"), "must have one point for each category", "/chart/series/0/data"),
        (
            chart(
                series=[{"name": "A", "data": [{"label": "Mon", "value": 1}]}] * 2, axis_config={"categories": ["Mon"]}
            ),
            '`name` "A" already exists',
            "/chart/series/1/name",
        ),
        (
            {"type": "plan", "title": "Week", "tasks": [TASK, TASK]},
            '`task_id` "1" already exists',
            "/tasks/1/task_id",
        ),
        ({"type": "task_card", **TASK}, "must be a valid enum value", "/status"),
        (
            {"type": "table", "rows": ROWS, "column_settings": [None, {"align": "middle"}]},
            "must be a valid enum value",
            "/column_settings/1/align",
        ),
    ],
)
def test_keys_that_must_agree_are_told_where_they_do_not(block: Node, sentence: str, below: str) -> None:
    assert faults_in_message([block]) == said(sentence, "/blocks/0" + below)


@pytest.mark.parametrize(
    ("block", "sentence", "below"),
    [
        (
            ask({**NUMBER, "min_value": "10", "max_value": "9.5"}),
            "min_value must not be greater than max_value",
            "/element/min_value",
        ),
        (ask({"type": "file_input"}, dispatch_action=True), "unsupported type: file_input", "/element/type"),
        (
            section(accessory={"type": "channels_select", "response_url_enabled": True}),
            "`response_url_enabled` is only allowed in modal input blocks",
            "/accessory/response_url_enabled",
        ),
    ],
)
def test_keys_of_a_form_must_agree_too(block: Node, sentence: str, below: str) -> None:
    assert faults_in_view(modal(block)) == said(sentence, "/view/blocks/0" + below)


def test_a_conversation_menu_of_a_form_may_ask_for_a_response_url() -> None:
    menu = {"type": "conversations_select", "response_url_enabled": True}
    assert faults_in_view(modal(ask(menu))) == []
    assert faults_in_view({"type": "home", "blocks": [ask(menu)]}) != []
