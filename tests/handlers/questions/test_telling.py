"""What stands around a question tells what it only points at: a duty, colleagues, a promise, the family."""

import pytest

from handlers.questions.question import Asked, Whose
from tests.handlers.questions.asked_questions import ALDER, ask


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        ("Zadie needs her sensory breaks covered. Who does that?", "sensory breaks"),
        ("zadies behavior plan, whos in charge of it", "behavior plan"),
        ("I'm trying to reach Zadie's case manager. Who is that?", "case manager"),
        ("Zadie's dad left me a voicemail, who is the right person to ring him back", "family contact"),
        ("and the talker for Zadie? who's in charge of it", "AAC device"),
    ],
)
def test_a_duty_told_is_the_duty_asked_about(text: str, duty: str) -> None:
    read = ask(text)
    assert (read.asked, read.duty, [one.first for one in read.students]) == (Asked.DUTY, duty, ["Zadie"])


def test_what_somebody_did_is_no_duty_asked_about() -> None:
    assert ask("Zadie's mom called. who has her").asked is Asked.OWNER


def test_adults_just_named_are_whom_they_stands_for() -> None:
    read = ask("Ken Ito and Jim Bones, what are they each responsible for with Zadie")
    assert read.asked is Asked.DUTIES_OF
    assert set(read.staff) == {ALDER.staff_ids["ito"], ALDER.staff_ids["bones"]}


def test_a_promise_told_is_what_who_was_that_asks_about() -> None:
    read = ask("one of you said theyd order a slant board for Zadie, who was that")
    assert (read.asked, read.words) == (Asked.WHO_SAID, "order a slant board")


@pytest.mark.parametrize("text", ["who has both pell kids", "who has the pell twins", "who has both pells"])
def test_a_familys_name_means_all_its_children(text: str) -> None:
    read = ask(text)
    assert (read.whose, {one.first for one in read.students}) == (Whose.BOTH, {"Zadie", "Zeke"})


def test_a_surname_alone_may_be_either_of_two() -> None:
    read = ask("who owns follow-up for Pell")
    assert (read.whose, {one.first for one in read.students}) == (Whose.SEVERAL, {"Zadie", "Zeke"})


def test_an_adult_nobody_knows_beside_a_student_is_no_student() -> None:
    read = ask("what is kowalski doing for Zadie")
    assert (read.asked, read.staff_unknown, [one.first for one in read.students]) == (
        Asked.DUTIES_OF,
        "kowalski",
        ["Zadie"],
    )
