"""Of several students named, those are meant whom the question means; where that is in doubt, nobody is taken."""

import pytest

from handlers.questions.question import Asked, Whose
from tests.handlers.questions.asked_questions import ALDER, ask

ROSE = ALDER.students["rose"]


@pytest.mark.parametrize(
    "text",
    [
        "zeke not zadie, whos following up",
        "not Zadie, Zeke. who has him",
        "not asking about zadie today, asking about Zeke: who is taking care of the follow up",
        "Zadie and Zeke are both in my 3rd period but its only Zeke i need. who owns his follow up",
        "Zadie is fine, it's Zeke melting down in the hall, who owns the follow-up",
        "Zadie! sorry i mean Zeke. who owns it",
        "who owns zadie? i mean who owns zeke?",
        "rather Zeke than Zadie, who owns it",
        "Zeke (the kid, not zadie) who owns the follow-up",
    ],
)
def test_who_is_set_against_another_is_the_one_meant(text: str) -> None:
    read = ask(text, ROSE)
    assert (read.asked, read.whose, [one.first for one in read.students]) == (Asked.OWNER, Whose.ONE, ["Zeke"])


@pytest.mark.parametrize(
    "text",
    [
        "Zadie was out. Zeke had a hard day. who owns his follow-up",
        "Zadie and Zeke were arguing again. who calls her family",
        "who owns Zadie Zeke asked me",
        "who owns Zeke (Zadie has hers)",
        "Fenwick is here today; Zadie is not, who does his speech",
    ],
)
def test_of_several_told_of_before_nobody_is_taken(text: str) -> None:
    assert ask(text, ROSE).whose is Whose.SEVERAL


def test_two_told_of_together_are_both_meant_by_they() -> None:
    assert ask("Zadie and Zeke had a rough morning. who owns their follow-up").whose is Whose.BOTH


@pytest.mark.parametrize(
    "text", ["who owns follow-up for Zadie, and who owns it for Zeke?", "whos got zadie? and whos got zeke?"]
)
def test_one_question_asked_of_two_is_about_both(text: str) -> None:
    read = ask(text)
    assert (read.whose, {one.first for one in read.students}) == (Whose.BOTH, {"Zadie", "Zeke"})


def test_a_second_question_of_another_kind_joins_nobody() -> None:
    read = ask("who owns follow-up for Zadie? and who calls home for Zeke?")
    assert (read.whose, [one.first for one in read.students]) == (Whose.ONE, ["Zadie"])
