"""A student is shown as the school chose, never more, and the shown name finds the student again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.rules.display import NAMELESS, shown_as, stricter
from handlers.rules.folding import fold
from handlers.rules.names import Found, Known, read_name
from storage.schools import ShownAs
from tests.handlers.rules.students import students

policies = st.sampled_from(ShownAs)


@pytest.mark.parametrize(
    ("policy", "shown"),
    [
        (ShownAs.FULL, "Maya Tallow"),
        (ShownAs.FIRST_INITIAL, "Maya T."),
        (ShownAs.INITIALS, "M.T."),
        (ShownAs.SCHOOL_ID, "S-1008"),
    ],
)
def test_a_policy_decides_how_much_a_name_tells(policy: ShownAs, shown: str) -> None:
    assert shown_as(" Maya", "Tallow ", "", "S-1008", policy) == shown


@pytest.mark.parametrize(
    ("first", "last", "preferred", "shown"),
    [
        ("Zoë", "Ødegaard-Pell", "", "Zoë Ø."),
        ("Zoë", "O\u0308degaard", "", "Zoë Ö."),
        ("Łukasz", "đorn", "Luke", "Luke Đ."),
        ("D'Arcy", "'t Marrow", "", "D'Arcy T."),
        ("Mary Ann", "van der Plum", "", "Mary Ann V."),
        ("Freya", "æstad", "", "Freya Æ."),
        ("Solo", "", "", "Solo"),
        ("", "Solo", "", "S."),
        ("Ida", "ßon", "", "Ida S."),
        ("Ida", "✅", "", "Ida"),
        ("", "", "", NAMELESS),
    ],
)
def test_first_name_and_last_initial_of_awkward_names(first: str, last: str, preferred: str, shown: str) -> None:
    assert shown_as(first, last, preferred, "S-1", ShownAs.FIRST_INITIAL) == shown


def test_the_preferred_name_stands_for_the_first() -> None:
    assert shown_as("Łukasz", "Đorn", "Luke", "", ShownAs.FULL) == "Luke Đorn"
    assert shown_as("Łukasz", "Đorn", "Mika", "", ShownAs.INITIALS) == "M.Đ."


def test_without_a_school_id_initials_are_shown() -> None:
    assert shown_as("Maya", "Tallow", "", " ", ShownAs.SCHOOL_ID) == "M.T."


def test_initials_stand_between_first_names_and_school_ids() -> None:
    assert stricter(ShownAs.FULL, ShownAs.FIRST_INITIAL) == ShownAs.FIRST_INITIAL
    assert stricter(ShownAs.INITIALS, ShownAs.FIRST_INITIAL) == ShownAs.INITIALS
    assert stricter(ShownAs.INITIALS, ShownAs.SCHOOL_ID) == ShownAs.SCHOOL_ID


@given(policies, policies)
def test_the_stricter_of_two_does_not_depend_on_their_order(one: ShownAs, other: ShownAs) -> None:
    assert stricter(one, other) == stricter(other, one)
    assert stricter(one, one) == one


@pytest.mark.parametrize("policy", [ShownAs.INITIALS, ShownAs.SCHOOL_ID])
def test_strict_policies_never_show_a_name(policy: ShownAs) -> None:
    shown = fold(shown_as("Zadie", "Pell", "Zee", "S-1001", policy))
    assert not {"zadie", "pell", "zee"} & set(shown.split())


@settings(deadline=None)
@given(students(), policies)
def test_a_shown_name_finds_its_student_again(known: tuple[Known, ...], policy: ShownAs) -> None:
    for one in known:
        shown = shown_as(one.first, one.last, one.preferred, one.school_ref, policy)
        if fold(one.preferred or one.first) and fold(one.last):
            assert _may_mean(shown, one)


def _may_mean(words: str, student: Known) -> bool:
    reading = read_name(words, (student,))
    return isinstance(reading, Found) and reading.student == student
