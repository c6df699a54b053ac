"""Grades, as schools write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rosters.cells import Unreadable
from handlers.rosters.grades import CEDS, read_grade, read_grades
from tests.handlers.rosters.files import unhurried


@pytest.mark.parametrize(
    ("written", "grade"),
    [
        ("3", "03"),
        ("03", "03"),
        ("3rd", "03"),
        ("3.0", "03"),
        ("Grade 3", "03"),
        ("12th grade", "12"),
        ("13", "13"),
        ("K", "KG"),
        ("0", "KG"),
        ("Kindergarten", "KG"),
        ("Pre-K", "PK"),
        ("PK4", "PK"),
        ("tk", "TK"),
        ("senior", "12"),
        ("other", "Other"),
        ("ug", "UG"),
        ("", ""),
    ],
)
def test_a_grade_is_read_as_its_ceds_code(written: str, grade: str) -> None:
    assert read_grade(written) == grade


@pytest.mark.parametrize("written", ["14", "99", "purple", "-1", "2015-04-01", "٣"])
def test_what_is_no_grade_is_refused(written: str) -> None:
    with pytest.raises(Unreadable):
        read_grade(written)


@unhurried
@given(st.sampled_from(CEDS))
def test_a_code_reads_as_itself(code: str) -> None:
    assert read_grade(code) == code
    assert read_grades(code.lower()) == code


def test_of_several_grades_the_first_we_know_counts() -> None:
    assert read_grades("x,09,10") == "09"
