"""Which promise somebody means by a few words of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.questions.said_words import find_with_words

PROMISES = {
    1: "Send home the reading log",
    2: "Call the family about the bus",
    3: "Print two worksheets for math",
    4: "Order the slant board",
    5: "Send home the math packet",
}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("send home the reading log", [1]),
        ("the reading log", [1]),
        ("call family", [2]),
        ("print the worksheet", [3]),
        ("order a slantboard", []),
        ("ordering the slant board", [4]),
        ("send something home", [5, 1]),
        ("bring cake", []),
        ("to the", []),
        ("", []),
    ],
)
def test_the_promise_with_most_of_the_words_is_found(words: str, found: list[int]) -> None:
    assert find_with_words(words, PROMISES) == found


@given(st.sampled_from(sorted(PROMISES)))
def test_a_promise_is_found_by_its_own_words(number: int) -> None:
    assert find_with_words(PROMISES[number], PROMISES) == [number]


@given(st.text(), st.dictionaries(st.integers(), st.text(), max_size=5))
def test_any_words_find_some_of_what_is_there(words: str, texts: dict[int, str]) -> None:
    assert set(find_with_words(words, texts)) <= texts.keys()
