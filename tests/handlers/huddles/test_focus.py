"""`/focus`: the queue with why, and the words that change it."""

import re

from tests.cast import Cast
from tests.handlers.huddles.steps import hold_huddle, plan_of


def queue(text: str) -> list[str]:
    """The first names in the order they are shown."""
    return re.findall(r"(Maya|Fen) [TO]\.:", text)


def focus(cast: Cast, words: str = "", person: str = "lopez") -> str:
    return str(getattr(cast, person).types(f"/focus {words}".strip(), cast.juniper).text)


def test_focus_shows_who_is_next_and_why(cast: Cast) -> None:
    plan_of(cast, cast.juniper)
    text = focus(cast)
    assert sorted(queue(text)) == ["Fen", "Maya"]
    assert "no turn yet" in text
    assert "at 3:15 PM" in text


def test_pin_swap_and_skip_change_the_queue(cast: Cast) -> None:
    plan_of(cast, cast.juniper)
    assert queue(focus(cast, "pin Fen O"))[0] == "Fen"
    assert queue(focus(cast, "swap"))[0] == "Maya"
    assert queue(focus(cast, "swap Fen"))[0] == "Fen"
    assert queue(focus(cast, "skip")) == ["Maya", "Fen"]
    assert "skipped this week" in focus(cast)
    assert "pinned" not in focus(cast, "unpin Fen")


def test_whoever_had_their_turn_takes_no_second_before_the_others(cast: Cast) -> None:
    plan_of(cast, cast.juniper)
    focus(cast, "pin Fen")
    assert "Fen O." in cast.hale.text_of(hold_huddle(cast))
    assert "had their turn" in focus(cast, "swap Fen")
    assert "In today's huddle: Fen O." in focus(cast).replace("*", "")
    assert queue(focus(cast))[0] == "Maya"


def test_a_student_of_another_team_cannot_be_named(cast: Cast) -> None:
    plan_of(cast, cast.juniper)
    assert "could not find that student" in focus(cast, "pin Zadie")


def test_an_outsider_learns_of_no_queue(cast: Cast) -> None:
    plan_of(cast, cast.juniper)
    assert "no huddle of yours" in cast.dean.types("/focus").text


def test_only_leads_change_the_day(cast: Cast) -> None:
    plan_of(cast, cast.juniper)
    assert "Only this team's leads" in focus(cast, "setup")
    view = cast.hale.types("/focus setup", cast.juniper).view
    assert view is not None
    cast.hale.submits(view, {"Huddle day": "Friday", "Huddle time": "09:30", "On a closed day": "Skip that week"})
    plan = plan_of(cast, cast.juniper)
    assert (plan.day, f"{plan.at:%H:%M}", plan.moves) == (4, "09:30", False)


def test_words_that_focus_does_not_know_are_answered(cast: Cast) -> None:
    assert "/focus pin Maya" in focus(cast, "blink")
