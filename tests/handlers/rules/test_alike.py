"""Thousands of names are narrowed to a few, and nobody who is near is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.alike import find_alike
from handlers.rules.names import Found, Known, Names

SCHOOL = [
    Known(1, "", "Maya", "Tern"),
    Known(2, "", "Marguerite", "Quillby"),
    Known(3, "", "Zoë", "Ødegaard-Pell", nicknames=("Zuzu",)),
    Known(4, "", "Mary Ann", "Vetchley"),
    Known(5, "", "Fen", "Oakes", preferred="Fenwick"),
]
CALLED = [(one.id, " ".join((one.first, one.last, one.preferred, *one.nicknames))) for one in SCHOOL]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("who owns follow-up for Maiya?", 1),
        ("how is Margurite doing", 2),
        ("anything overdue for Maggie", 2),
        ("who calls home for odegard pell", 3),
        ("whats new on maryan", 4),
        ("who has fenwik", 5),
    ],
)
def test_whoever_may_be_meant_is_among_the_few(words: str, who: int) -> None:
    assert who in find_alike(words, CALLED)


def test_words_near_nobody_leave_nobody() -> None:
    assert find_alike("what does the committee decide", CALLED) == set()
    assert find_alike("", CALLED) == set()


@given(st.sampled_from(SCHOOL), st.integers(0, 30), st.characters(codec="ascii", categories=["Ll"]))
def test_whom_a_slip_of_the_pen_still_names_is_never_left_out(one: Known, at: int, letter: str) -> None:
    written = f"{one.first} {one.last}"
    slipped = written[: at % len(written)] + letter + written[at % len(written) + 1 :]
    reading = Names(SCHOOL).read(slipped)
    if isinstance(reading, Found):
        assert reading.student.id in find_alike(f"who owns {slipped}", CALLED)
