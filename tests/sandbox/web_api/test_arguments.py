"""What the app wrote reads the same from a form and from JSON."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.web_api.arguments import Arguments
from sandbox.wire import Refused

BLOCKS = st.lists(st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5), max_size=3), min_size=1)


@settings(max_examples=30, deadline=None)
@given(blocks=BLOCKS)
def test_blocks_in_words_are_the_blocks_themselves(blocks: list[dict[str, object]]) -> None:
    assert Arguments({"blocks": json.dumps(blocks)}).blocks() == Arguments({"blocks": blocks}).blocks() == blocks


@settings(max_examples=30, deadline=None)
@given(number=st.integers(-1000, 1000))
def test_a_number_in_words_is_the_number_itself(number: int) -> None:
    assert Arguments({"limit": str(number)}).number("limit", 7) == Arguments({"limit": number}).number("limit", 7)


@pytest.mark.parametrize("written", ["true", "1", True, 1, "True"])
def test_yes_has_many_spellings(written: object) -> None:
    assert Arguments({"inclusive": written}).flag("inclusive")


def test_a_list_of_ids_may_be_joined_by_commas_or_be_a_list() -> None:
    assert Arguments({"users": "U1, U2"}).words("users") == Arguments({"users": '["U1", "U2"]'}).words("users")


@pytest.mark.parametrize("written", ["{not json", '"words"', "[1, 2]", 7])
def test_what_are_no_blocks_is_refused(written: object) -> None:
    with pytest.raises(Refused, match="invalid_arguments"):
        Arguments({"blocks": written}).blocks()


def test_a_missing_argument_is_named() -> None:
    with pytest.raises(Refused) as raised:
        Arguments({}).needed("channel")
    assert raised.value.as_answer()["response_metadata"]["messages"] == ["[ERROR] missing required field: channel"]
