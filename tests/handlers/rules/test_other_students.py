"""Other students named in an update are found, and their names taken out for readers who may not see them."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.rules.name_forms import Known
from handlers.rules.other_students import ANOTHER, other_students_in, without_names
from tests.handlers.rules.students import (
    BAT,
    DARCY,
    FENWICK,
    GRACE,
    MARY_ANN,
    MAYA_Q,
    MAYA_T,
    OKSANA,
    TEAM,
    WILL,
    ZADIE,
    ZOE,
    students,
    written_names,
)

texts = st.lists(
    written_names | st.text(max_size=8) | st.sampled_from([" ", ", ", " and ", "'s ", ". ", "-", " @", "Ms. "]),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(
    ("text", "student"),
    [
        ("worked with Fenwick today", FENWICK),
        ("worked with fenwick today", FENWICK),
        ("FENWICK shared", FENWICK),
        ("Fenwick's idea", FENWICK),
        ("Fenwick’s idea", FENWICK),
        ("(Fenwick)", FENWICK),
        ("“Fenwick”", FENWICK),
        ("'Fenwick'", FENWICK),
        ("read to fenwick oddly", FENWICK),
        ("read to Oddly, Fenwick", FENWICK),
        ("with Maya Q. at lunch", MAYA_Q),
        ("with maya q at lunch", MAYA_Q),
        ("with Will Marrow", WILL),
        ("with will marrow", WILL),
        ("with Zoe", ZOE),
        ("with Zoe\u0308", ZOE),
        ("with Zoë Ødegaard-Pell", ZOE),
        ("with d'arcy", DARCY),
        ("with D’Arcy O’Neil-Vance", DARCY),
        ("with Bat", BAT),
        ("with Mary-Ann", MARY_ANN),
        ("Z. Ødegaard came", ZOE),
        ("with S1013", FENWICK),
    ],
)
def test_a_plainly_named_student_is_found_and_taken_out(text: str, student: Known) -> None:
    assert other_students_in(text, TEAM, [ZADIE]) == (student,)
    assert other_students_in(without_names(text, [student]), TEAM, [ZADIE]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "finished 2 of 3 tasks",
        "will do it with grace in june",
        "Will it help?",
        "Grace period given",
        "read to @fenwick",
        "Ms. Fenwick helped",
        "asked mr fenwick",
        "Zadie shared with Zadie P",
        "OF and BE at 10",
        "12 of 1013",
        "bat the ball",
        "",
        "✅",
        "\x00\ud800",
        "مع الطالبة",
    ],
)
def test_what_plainly_names_nobody_else_is_left(text: str) -> None:
    assert other_students_in(text, TEAM, [ZADIE]) == ()


def test_a_name_the_student_shares_means_the_student() -> None:
    assert other_students_in("Maya read to the class", TEAM, [MAYA_T]) == ()
    assert other_students_in("Maya read to Maya Q", TEAM, [MAYA_T]) == (MAYA_Q,)


def test_a_name_of_two_others_may_mean_either() -> None:
    assert set(other_students_in("shared with Maya", TEAM, [ZADIE])) == {MAYA_T, MAYA_Q}


def test_a_name_of_one_here_and_one_elsewhere_means_the_one_here() -> None:
    away = dataclasses.replace(MAYA_Q, here=False)
    assert other_students_in("shared with Maya", (ZADIE, MAYA_T, away), [ZADIE]) == (MAYA_T,)


def test_each_other_student_is_listed_once() -> None:
    assert other_students_in("Oksana, Fenwick and Oksana", TEAM, [ZADIE]) == (OKSANA, FENWICK)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Fenwick’s turn, then Fenwick.", "another student’s turn, then another student."),
        ("fenwick oddly shared", "another student shared"),
        ("with Oddly, Fenwick today", "with another student today"),
        ("with F.O. today", "with another student. today"),
        ("Fenwick\u200b read", "another student read"),
        ("Ms. Fenwick and @fenwick", "Ms. Fenwick and @fenwick"),
        ("of for off", "of for off"),
        ("#Fenwick", "#another student"),
    ],
)
def test_a_hidden_name_is_replaced_and_all_else_stays(text: str, left: str) -> None:
    assert without_names(text, [FENWICK]) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Fenwick Odly shared", "another student shared"),
        ("Fenwik Oddly, then Oddly's friend", "another student, then another student's friend"),
        ("Ms. Oddly and @oddly", "Ms. Oddly and @oddly"),
        ("oddly enough", "oddly enough"),
        ("Zadie Pell and Fenwik", "Zadie Pell and another student"),
        ("Fenwood and Wick", "Fenwood and Wick"),
    ],
)
def test_a_misspelt_name_and_a_surname_alone_are_taken_out_too(text: str, left: str) -> None:
    assert without_names(text, [FENWICK], [ZADIE]) == left


def test_a_shown_students_name_is_no_slip_of_a_hidden_ones() -> None:
    sadie = Known(90, "", "Sadie", "Moor")
    assert without_names("Sadie read with Zadie", [ZADIE], [sadie]) == f"Sadie read with {ANOTHER}"


def test_a_name_that_is_a_word_is_taken_out_when_written_as_a_name() -> None:
    assert without_names("Grace had grace; Grace Fen too", [GRACE]) == f"{ANOTHER} had grace; {ANOTHER} too"


def test_a_name_shared_with_a_shown_student_is_left() -> None:
    assert without_names("Maya read with Maya Q", [MAYA_Q], [MAYA_T]) == f"Maya read with {ANOTHER}"


def test_without_anybody_to_hide_the_text_stays() -> None:
    assert without_names("Maya read", []) == "Maya read"


@settings(deadline=None)
@given(texts, students())
def test_no_plainly_named_student_is_left_after_hiding(text: str, known: tuple[Known, ...]) -> None:
    assert other_students_in(without_names(text, known), known, []) == ()


@settings(deadline=None)
@given(texts, students())
def test_hiding_twice_changes_nothing(text: str, known: tuple[Known, ...]) -> None:
    once = without_names(text, known)
    assert without_names(once, known) == once


@settings(deadline=None)
@given(texts, students())
def test_only_students_the_writer_may_see_are_found_and_never_the_meant(text: str, known: tuple[Known, ...]) -> None:
    found = other_students_in(text, known, known[:1])
    assert set(found) <= set(known[1:])


@settings(deadline=None)
@given(st.text(), students())
def test_what_is_kept_of_a_text_stays_in_order(text: str, known: tuple[Known, ...]) -> None:
    rest = text
    for piece in without_names(text, known).split(ANOTHER):
        assert piece in rest
        rest = rest[rest.index(piece) + len(piece) :]
