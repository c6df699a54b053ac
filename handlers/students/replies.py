"""How the bot speaks about the students of a team. Pure: plain values in, words out."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.blocks import beside, button, buttons, escape, says, small
from handlers.conversation import Block, Ids, Reply
from storage.teams import Team

ON_A_PAGE = 24  # each may stand under a team's name of its own, and a message holds 50 blocks
PLEASE_DELETE = "Please delete the file from this conversation, which I cannot do: it names students."
ADD_ONE = "`/student add` in a team's channel adds a student"


@dataclass(frozen=True, slots=True)
class Row:
    """One student of one team, as the reader may see them."""

    student_id: int
    name: str
    grade: str
    team_id: int
    team_name: str
    leads: bool  # the reader may change this student


def say_added(name: str, student_id: int, team: Team) -> Reply:
    line = f"*{escape(name)}* is on *{escape(team.name)}*. Everybody in its channel can write and read check-ins now."
    more = button("Add another student", "students.ask", {"team": team.id})
    ids: Ids = {"student": student_id, "team": team.id}
    return Reply("The student is added.", (says(line), buttons(more)), said="students.added", ids=ids)


def renamed(name: str) -> Block:
    return says(f"Changed. This student is shown as *{escape(name)}*.")


def say_removed(name: str, team_name: str) -> Reply:
    line = f"*{escape(name)}* is no longer on *{escape(team_name)}*, and its members no longer see this student."
    return Reply("The student is off the team.", (says(line), small("The record stays with the school.")))


def say_mine(rows: Sequence[Row], at: int) -> Reply:
    """A page of my students, team by team; an **Edit** beside those of a team I lead."""
    page = rows[at : at + ON_A_PAGE]
    made: list[Block] = []
    for number, row in enumerate(page):
        if number == 0 or row.team_id != page[number - 1].team_id:
            made.append(says(f"*{escape(row.team_name)}*"))
        made.append(_row(row))
    turns = _turns(at, len(rows))
    more = [*turns, *([button("Add a student", "students.ask", {})] if any(row.leads for row in rows) else [])]
    return Reply("Your students.", (*made, *([buttons(*more)] if more else [])), replaces=bool(turns))


def say_none(*, is_lead: bool) -> Reply:
    if is_lead:
        return Reply(f"Your team has no students yet. {ADD_ONE}; or drop a CSV file into my direct messages.")
    return Reply("You have no students here yet. A team's lead adds them with `/student add`.")


def say_what_works(typed: str) -> Reply:
    """Says nothing about whether such a student is known."""
    opening = "" if typed.strip() else "Hello! "
    lines = (
        f"{opening}What works now:",
        "• `/student` lists your students",
        "• `/student Maya T` shows the card; `/student Maya T roles` who holds what",
        f"• {ADD_ONE} (leads)",
        "• a CSV file in my direct messages adds many (leads)",
        "• `/checkin Maya T: finished 2 of 3 tasks #win` keeps a quick update",
        "• `/followup Maya T: send the log home @lopez by friday` promises something",
        "• `/whoowns Maya T`, or a question right here: who calls home for Maya?",
        "• my *Home* shows your teams and your recent check-ins",
    )
    return Reply(f"{opening}What works now stands here.", (says("\n".join(lines)),))


def _row(row: Row) -> Block:
    line = escape(row.name) + (f", grade {row.grade.lstrip('0')}" if row.grade else "")
    if not row.leads:
        return says(line)
    return beside(line, button("Edit", "students.edit", {"student": row.student_id, "team": row.team_id}))


def _turns(at: int, count: int) -> list[Block]:
    turns = []
    if at > 0:
        turns.append(button("Earlier", "students.mine#back", {"at": max(0, at - ON_A_PAGE)}))
    if at + ON_A_PAGE < count:
        turns.append(button(f"More ({count - at - ON_A_PAGE})", "students.mine#on", {"at": at + ON_A_PAGE}))
    return turns


def say_reading() -> Reply:
    return Reply("I read the file.", (says("I read the file and say what it would do. One moment."),), replaces=True)


def say_taking() -> Reply:
    return Reply("I take the file in.", (says("I take the file in. One moment."),), replaces=True)


def say_left() -> Reply:
    return Reply("Nothing was changed.", (says(f"Left as it is: nothing was changed. {PLEASE_DELETE}"),), replaces=True)
