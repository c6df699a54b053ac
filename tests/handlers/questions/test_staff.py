"""An adult is found by everything people call them, and nobody is found by what is a student's."""

import pytest

from handlers.questions.question import Asked
from tests.handlers.questions.asked_questions import ALDER, ask


@pytest.mark.parametrize(
    ("called", "slug"),
    [
        ("Ms Lopez", "lopez"),
        ("ms. lopez", "lopez"),
        ("Marisol Lopez", "lopez"),
        ("lopez", "lopez"),
        ("@mlopez", "lopez"),
        ("<@U0LOPEZ>", "lopez"),
        ("<@U0LOPEZ|mlopez>", "lopez"),
        ("Mr. O'Shea", "oshea"),
        ("mr oshea", "oshea"),
        ("Sofía", "vega"),
        ("ms de la vega", "vega"),
        ("Dr. Adeyemi-Crane", "crane"),
        ("dr crane", "crane"),
        ("the psych", "crane"),
        ("the school psychologist", "crane"),
        ("speech", "rose_h"),
        ("the AP", "boothe"),
        ("the assistant principal", "boothe"),
        ("the ot", "ito"),
        ("our social worker", "park_h"),
        ("the para", "will_t"),
        ("coach riddle", "riddle"),
        ("Rose", "rose_h"),
        ("Mrs. Fenwick", "mrs_fenwick"),
    ],
)
def test_an_adult_is_meant_however_called(called: str, slug: str) -> None:
    read = ask(f"what is {called} doing for Zadie?")
    assert (read.asked, read.staff, read.staff_unknown) == (Asked.DUTIES_OF, (ALDER.staff_ids[slug],), "")
    assert [student.first for student in read.students] == ["Zadie"]


def test_two_adults_of_one_surname_are_both_asked_about() -> None:
    read = ask("what is Ms. Park doing for Zadie?")
    assert set(read.staff) == {ALDER.staff_ids["park_j"], ALDER.staff_ids["park_h"]}


@pytest.mark.parametrize(("called", "name"), [("Ms Zorn", "Ms Zorn"), ("@zorn", "@zorn"), ("Dr. Zorn", "Dr. Zorn")])
def test_an_adult_nobody_knows_is_said_as_typed(called: str, name: str) -> None:
    assert ask(f"what is {called} doing for Zadie?").staff_unknown == name
