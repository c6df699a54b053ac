"""A team's own days as a list, and the form of some of them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers import blocks
from handlers.blocks import beside, button, buttons, escape, says
from handlers.conversation import Block, Form
from handlers.stretches import ask_days, say_days

MOST_DAYS = 40
WHETHER = (("rests", "We do not meet, although it is a school day"), ("meets", "We meet, although school is closed"))


@dataclass(frozen=True, slots=True)
class OwnDays:
    """New ones have no id yet."""

    id: int = 0
    meets: bool = False
    name: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


def list_form(team_id: int, team: str, school: str, kept: Sequence[OwnDays], *, replaces: bool) -> Form:
    """All of them, by day, each with its button."""
    line = f"*{escape(team)}*\nIts huddles keep to the calendar of {escape(school)}, but for these days."
    empty = [] if kept else [says("None so far.")]
    add = button("Add days", "huddles.ask_days", {"team": team_id}, style="primary")
    made = (says(line), *empty, *(_line(team_id, one) for one in kept), buttons(add))
    return Form("huddles.days", "Your team's own days", made, submit="", close="Close", replaces=replaces)


def days_form(team_id: int, days: OwnDays) -> Form:
    """Takes the place of the list, which takes its place again."""
    ids = {"team": team_id, "days": days.id} if days.id else {"team": team_id}
    made: list[Block] = [
        blocks.choice("meets", "Your huddle", WHETHER, start=WHETHER[days.meets][0]),
        blocks.field("name", "Name", start=days.name, most=100, example="Field trip"),
        *ask_days(days.starts_on, days.ends_on),
    ]
    ways = [button("Back to the list", "huddles.days", {"team": team_id, "turn": 1})]
    if days.id:
        asks = ("Remove them?", "The huddle then keeps to the school's calendar on these days.")
        ways.append(button("Remove", "huddles.remove_days", ids, style="danger", asks=asks))
    title = "Change days" if days.id else "Add days"
    return Form("huddles.keep_days", title, (*made, buttons(*ways)), submit="Save", ids=ids, replaces=True)


def _line(team_id: int, one: OwnDays) -> Block:
    change = button("Change", "huddles.ask_days", {"team": team_id, "days": one.id})
    what = "you meet" if one.meets else "no huddle"
    return beside(f"*{escape(one.name)}*  ·  {what}\n{say_days(one.starts_on, one.ends_on)}", change)
