"""How the bot asks whether two records are one student. Pure, and with no name the reader may not read."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.blocks import button, buttons, escape, says, small
from handlers.conversation import Block, Reply

MOST = 15  # two blocks each; a message holds 50
NOT_OPEN = "That is decided already, or it is not yours to decide."
JOINED = "Joined: there is one record now, and both teams read it."
KEPT_APART = "Kept apart: both records stay as they are."


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as whoever decides may see it. `known_as` is empty for somebody who may not see the student."""

    request_id: int
    asked_by: str
    team_name: str
    known_as: str
    same_name: bool


def say_asked(asked: Sequence[Asked], first: str = "") -> Reply:
    made: list[Block] = [says(first)] if first else []
    for one in asked[:MOST]:
        made += [says(_say_one(one)), _buttons(one)]
    more = len(asked) - MOST
    if more > 0:
        made.append(small(f"{more} more are asked about once these are decided."))
    return Reply("Are two records about one student?", tuple(made), replaces=bool(first))


def say_all_done(done: str) -> Reply:
    return Reply("Done.", (says(done),), replaces=True)


def say_joined(name: str) -> Reply:
    line = f"The school already had a record of *{escape(name)}*. It is joined with the one you added."
    return Reply("Two records of a student are joined.", (says(line),))


def _say_one(one: Asked) -> str:
    whom = f"*{escape(one.known_as)}*, whom you look after" if one.known_as else "a student on record with no team"
    name = (
        "The name they typed is the same."
        if one.same_name
        else "The name they typed is *another one*: perhaps the school ID was mistyped. Ask them before you join."
    )
    added = f"<@{one.asked_by}> added a student to *{escape(one.team_name)}* under the school ID of {whom}."
    return f"{added} {name}"


def _buttons(one: Asked) -> Block:
    ids = {"request": one.request_id}
    question = "Both teams will read everything on record about this student. This cannot be undone."
    return buttons(
        button("Same student: join", "students.join", ids, asks=("Join the two records?", question)),
        button("Different student", "students.keep_apart", ids),
    )
