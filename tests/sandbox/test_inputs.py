"""What stands in a form before anybody types, and what Slack itself refuses."""

import pytest

from sandbox.inputs import REQUIRED, VALUE_KEYS, refusals, state_of
from sandbox.wire import Json
from tests.sandbox.shapes import field


def said(element: Json, value: Json) -> str:
    blocks = [element]
    state = state_of(blocks, {"Note": {"Note_chosen": {"type": element["element"]["type"], **value}}})
    return refusals(blocks, state["values"]).get("Note", "")


@pytest.mark.parametrize("kind", sorted(VALUE_KEYS))
def test_every_kind_of_input_is_required_unless_optional(kind: str) -> None:
    block = field(kind, "Note")
    state = state_of([block], {})
    assert state["values"]["Note"]["Note_chosen"]["type"] == kind
    assert refusals([block], state["values"]) == {"Note": REQUIRED}
    assert refusals([block | {"optional": True}], state["values"]) == {}


@pytest.mark.parametrize(
    ("element", "good", "bad"),
    [
        (field("plain_text_input", "Note", max_length=3), "abc", "abcd"),
        (field("plain_text_input", "Note", min_length=2), "ab", "a"),
        (field("plain_text_input", "Note"), "a" * 3000, "a" * 3001),
        (field("email_text_input", "Note"), "ash@bellwether.example", "ash"),
        (field("url_text_input", "Note"), "https://bellwether.example", "bellwether"),
        (field("number_input", "Note", is_decimal_allowed=False), "7", "7.5"),
        (field("number_input", "Note", is_decimal_allowed=True), "7.5", "seven"),
        (field("number_input", "Note", min_value="3", is_decimal_allowed=False), "3", "2"),
        (field("number_input", "Note", max_value="3", is_decimal_allowed=False), "3", "4"),
    ],
)
def test_slack_refuses_what_does_not_fit_the_input(element: Json, good: str, bad: str) -> None:
    assert said(element, {"value": good}) == ""
    assert said(element, {"value": bad}).startswith("Please enter")


def test_an_input_that_was_emptied_stays_empty() -> None:
    block = field("plain_text_input", "Note", initial_value="As always")
    given = {"Note": {"Note_chosen": {"type": "plain_text_input", "value": None}}}
    assert state_of([block], given)["values"] == given


def test_the_first_choice_is_the_one_that_stood_there() -> None:
    option = {"text": {"type": "plain_text", "text": "Alto"}, "value": "alto"}
    block = field("static_select", "Note", options=[option], initial_option=option)
    assert state_of([block], {})["values"]["Note"]["Note_chosen"]["selected_option"] == option
