"""The forms of a student's strengths: all lines with one to add, and one line to change. Pure."""

from collections.abc import Sequence
from datetime import date

from handlers import blocks
from handlers.blocks import beside, button, buttons, escape, line, says, small
from handlers.conversation import Block, Form, Ids
from handlers.rules.past_days import say_on
from handlers.say_card import TITLES, Strength, shortened
from storage.profiles import LineKind

ADD = "strengths.add"
CHANGE = "strengths.change"
LONGEST = 500
LONGEST_NAME = 100
MOST_LINES = 60  # of the hundred blocks a form holds


def all_form(ids: Ids, name: str, lines: Sequence[Strength], today: date) -> Form:
    """What is written down, each with **Change**, and a line to add."""
    there = [_line(ids, one, today) for one in lines[:MOST_LINES]]
    more = len(lines) - MOST_LINES
    made = (
        says(f"*Strengths of {escape(name)}*"),
        *there,
        *([small(f"{more} more are on record.")] if more > 0 else []),
        *([buttons(button("History", "strengths.history", ids))] if lines else []),
        line(),
        says("*Add a line*"),
        *_fields(None, today),
    )
    return Form(ADD, "Strengths", made, submit="Add", ids=ids)


def change_form(ids: Ids, one: Strength, today: date) -> Form:
    remove = button(
        "Remove",
        "strengths.remove",
        ids,
        style="danger",
        asks=("Remove this line?", "It leaves the card. The history keeps it."),
    )
    made = (*_fields(one, today), small("The earlier wording stays in the history."), buttons(remove))
    return Form(CHANGE, "Change a line", made, ids=ids)


def _fields(one: Strength | None, today: date) -> list[Block]:
    is_person = one is not None and one.is_person
    return [
        blocks.choice("kind", "What is it?", [(kind.value, title) for kind, title in TITLES.items()], start=_kind(one)),
        blocks.field("text", "In a sentence", start=one.text if one else "", lines=True, most=LONGEST),
        blocks.person("said_by", "Who said it", start=one.said_by if one and is_person else "", optional=True),
        blocks.field(
            "said_words",
            "Or somebody who is not here",
            start=one.said_by if one and not is_person else "",
            most=LONGEST_NAME,
            optional=True,
            hint="Grandmother, last year's teacher. Both left empty: you; or the student and the family themselves.",
        ),
        blocks.day("said_on", "When", start=(one.said_on if one else today).isoformat()),
    ]


def _kind(one: Strength | None) -> str:
    return one.kind.value if one is not None else LineKind.ENGAGES.value


def _line(ids: Ids, one: Strength, today: date) -> Block:
    who = f"<@{one.said_by}>" if one.is_person else escape(one.said_by)
    said = f"*{TITLES[one.kind]}*: {escape(shortened(one.text))}  ·  _{who}, {say_on(one.said_on, today)}_"
    return beside(said, button("Change", "strengths.edit", {**ids, "line": one.line_id}))
