"""How the bot says a student's card: strengths first, then who holds what, what is promised, what happened. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.blocks import button, buttons, escape, line, points, says, small, typed, whom, words
from handlers.card_checkins import ShownCheckin
from handlers.conversation import Block, Note, Reply
from handlers.rules.chart import Chart
from handlers.rules.past_days import say_on
from handlers.say_chart import CHART, Reader, say_briefly, say_overloaded
from handlers.say_followup import ShownFollowup, line_with_done
from storage.profiles import LineKind

LONGEST = 300  # characters of somebody's words on the card
LINES_OF_A_KIND = 5
FOLLOWUPS = 5
MOST_BLOCKS = 50
TITLES = {
    LineKind.ENGAGES: "What engages",
    LineKind.HELPS: "What helps",
    LineKind.INTERESTS: "Interests",
    LineKind.OWN: "In the student's own words",
    LineKind.FAMILY: "In the family's words",
}
NO_STRENGTHS = (
    "No strengths are written down yet. When is this student most absorbed? What has made a difference so far?"
)


@dataclass(frozen=True, slots=True)
class Strength:
    """One line of the profile. `said_by` is a Slack user id where `is_person`, else how somebody was named."""

    kind: LineKind
    text: str
    said_by: str
    said_on: date
    is_person: bool = False
    line_id: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """Everything on a card, as one reader may see it. What is still to come (accommodations, goals) goes between
    the chart and the follow-ups."""

    student_id: int
    name: str
    grade: str
    plan: str
    strengths: Sequence[Strength]
    chart: Chart
    followups: Sequence[ShownFollowup]
    checkins: Sequence[ShownCheckin]
    wins: Sequence[ShownCheckin]
    today: date
    more_followups: int = 0
    overloaded: str = ""


def say_card(card: Card, reader: Reader, *, notes: tuple[Note, ...] = (), first: str = "") -> Reply:
    """`first`: how the name was read, where that is worth a word."""
    parts = [
        [small(first)] if first else [],
        [says(_title(card))],
        _strengths(card),
        _part("Who holds what", say_briefly(card.student_id, card.chart, reader)),
        [small(say_overloaded(card.overloaded))] if card.overloaded and reader.leads else [],
        _part("Open follow-ups", _followups(card)),
        _part("Recent check-ins", _checkins(card.checkins) or [small("None yet.")]),
        _part("Wins", _checkins(card.wins)),
        [line(), buttons(*_buttons(card.student_id))],
    ]
    made = [block for part in parts for block in part]
    if len(made) > MOST_BLOCKS:
        made = [*made[: MOST_BLOCKS - 2], small("There is more than one message holds."), made[-1]]
    return Reply("A student's card.", tuple(made), notes=notes)


def say_strengths(strengths: Sequence[Strength], today: date) -> list[Block]:
    """Each kind with its lines, and with who said each and when."""
    made: list[Block] = []
    for kind, title in TITLES.items():
        lines = [one for one in strengths if one.kind is kind]
        if lines:
            more = len(lines) - LINES_OF_A_KIND
            made.append(small(f"*{title}*" + (f"  ·  {more} more under Edit strengths" if more > 0 else "")))
            made.append(points(*(_strength(one, today) for one in lines[:LINES_OF_A_KIND])))
    return made


def shortened(text: str, most: int = LONGEST) -> str:
    return text if len(text) <= most else f"{text[:most].rstrip()} …"


def _title(card: Card) -> str:
    more = [f"grade {card.grade.lstrip('0')}" if card.grade else "", card.plan]
    return "  ·  ".join([f"*{escape(card.name)}*", *(escape(one) for one in more if one)])


def _strengths(card: Card) -> list[Block]:
    return say_strengths(card.strengths, card.today) or [small(NO_STRENGTHS)]


def _strength(one: Strength, today: date) -> list[Block]:
    who = whom(one.said_by) if one.is_person else words(one.said_by, italic=True)
    said = words(f", {say_on(one.said_on, today)}", italic=True)
    return [words(shortened(one.text)), words("  ·  ", italic=True), who, said]


def _part(title: str, made: Sequence[Block]) -> list[Block]:
    return [line(), says(f"*{title}*"), *made] if made else []


def _followups(card: Card) -> list[Block]:
    made = [block for shown in card.followups for block in line_with_done(shown, card.today)]
    if card.more_followups:
        made.append(small(f"{card.more_followups} more: `/followup list` with this student's name shows all."))
    return made


def _checkins(shown: Sequence[ShownCheckin]) -> list[Block]:
    made: list[Block] = []
    for one in shown:
        marks = [f"<@{one.author_id}>", one.say_when(), escape(one.topic), "*restricted*" if one.is_restricted else ""]
        made.append(small("  ·  ".join(mark for mark in marks if mark)))
        made += typed(shortened(one.text))
        if one.working:
            made.append(small(f"What is working: {escape(shortened(one.working))}"))
    return made


def _buttons(student_id: int) -> list[Block]:
    ids = {"student": student_id}
    return [
        button("Check in", "checkins.ask", ids, style="primary"),
        button("Add follow-up", "followups.add", ids),
        button("Edit strengths", "strengths.ask", ids),
        button("Roles", CHART, ids),
    ]
