"""PRV-02: a student who is not theirs looks, to everybody outside, like one who does not exist."""

from collections.abc import Callable

import pytest

from storage.database import Database
from tests.privacy import steps
from tests.privacy import world as w
from tests.privacy.sweep import Outcome

# Menus of time zones and schools look up what is typed, and nothing of students.
OF_NO_STUDENT = ("search time_zone", "search school")
# Whoever saw a child in danger still reaches the counselor after leaving; no word of the student goes either way.
REACHES_THE_COUNSELOR = ("ULEFT", f"button checkins.tell_counselor on {w.BY_LEFT}")


@pytest.mark.parametrize("person", w.OUTSIDERS)
def test_prv_02_whatever_is_forged_the_answer_is_the_one_for_records_that_do_not_exist(
    tried_by: Callable[[str], list[Outcome]], person: str
) -> None:
    apart = [one for one in tried_by(person) if one.tells_apart and not one.name.startswith(OF_NO_STUDENT)]
    assert [one for one in apart if (person, one.name) != REACHES_THE_COUNSELOR] == []


@pytest.mark.parametrize("person", w.OUTSIDERS)
def test_prv_02_whatever_is_forged_no_name_and_no_word_comes_back(
    tried_by: Callable[[str], list[Outcome]], person: str
) -> None:
    assert {one.name: one.leaks for one in tried_by(person) if one.leaks} == {}


def test_prv_02_the_same_attempts_by_members_do_bring_names_and_words(
    tried_by: Callable[[str], list[Outcome]],
) -> None:
    """Otherwise the two tests above would pass on a bot that answers nobody."""
    found = {name for person in ("UHALE", "ULOPEZ") for one in tried_by(person) if one.leaks for name in [one.name]}
    assert len(found) > 20


@pytest.mark.parametrize("number", [0, -1, 2**63 - 1, 2**63, 10**40, True])
def test_prv_02_any_number_that_is_no_students_is_answered_alike(world: Database, number: int) -> None:
    with w.undone(world) as session:
        asked = {"student": w.UNKNOWN, "draft": w.DRAFT}
        unknown = steps.press(session, "checkins.for_student", "ULOPEZ", **asked)
        assert steps.press(session, "checkins.for_student", "ULOPEZ", **{**asked, "student": number}) == unknown
        filled = {"text": "read two pages", "student": str(w.UNKNOWN)}
        unknown = steps.send(session, "checkins.keep", "ULOPEZ", {}, **filled)
        assert steps.send(session, "checkins.keep", "ULOPEZ", {}, **{**filled, "student": str(number)}) == unknown
