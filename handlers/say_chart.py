"""How the bot speaks about a roles chart: gaps first, each with **Assign**. Pure: plain values in, words out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.blocks import apart, beside, button, buttons, escape, says, small
from handlers.conversation import Block, Reply
from handlers.rules.chart import Adult, Chart, Gap, Row
from handlers.rules.past_days import say_moment

ASSIGN = "roles.assign"  # ids: student and duty
CHART = "roles.chart"
HISTORY = "roles.history"
OTHER_DUTY = "roles.add_duty"
ON_A_PAGE = 36  # of a message's 50 blocks
_PERMALINK = re.compile(r"https://[a-z0-9.-]+\.slack\.com/archives/[A-Za-z0-9/?=&._-]+")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the chart, and when."""

    now: datetime
    time_zone: str
    leads: bool = False  # may add duties, and hears who carries too much


def say_chart(student_id: int, name: str, chart: Chart, reader: Reader, *, overloaded: str = "", at: int = 0) -> Reply:
    """The chart as a message of its own; a page of it where a school has very many duties."""
    at = min(max(0, at), max(0, len(chart.rows) - 1))
    page = chart.rows[at : at + ON_A_PAGE]
    made = [says(f"*Roles chart of {escape(name)}*"), *(_row(student_id, row, reader) for row in page)]
    if overloaded and reader.leads:
        made.append(small(say_overloaded(overloaded)))
    if chart.unasked:
        made.append(small(f"Nobody holds, and nobody has asked for: {escape(', '.join(chart.unasked))}."))
    made.append(buttons(*_buttons(student_id, chart, reader, at)))
    return Reply("A roles chart.", tuple(made), replaces=at > 0)


def say_briefly(student_id: int, chart: Chart, reader: Reader) -> list[Block]:
    """The chart as a part of the card: a paragraph of gaps with their **Assign**, one of who holds what."""
    made: list[Block] = []
    if chart.gaps:
        made.append(says(_cut("\n".join(f"• {say_row(row, reader)}" for row in chart.gaps))))
        made.append(buttons(*assign_buttons(student_id, chart.gaps)))
    if chart.held:
        made.append(says(_cut("\n".join(f"• {say_row(row, reader)}" for row in chart.held))))
    return made


def assign_buttons(student_id: int, rows: Sequence[Row], most: int = 5) -> list[Block]:
    """**Assign** for each of these gaps."""
    return apart(button(f"Assign {row.duty}", ASSIGN, {"student": student_id, "duty": row.duty}) for row in rows[:most])


def say_row(row: Row, reader: Reader) -> str:
    """*family contact*: nobody is recorded. *case manager*: @hale since 3 September, backup @lopez."""
    duty = f"*{escape(row.duty)}*"
    if row.gap is Gap.NOBODY:
        return f"{duty}: nobody is recorded"
    if row.gap is Gap.UNKNOWN:
        return f"{duty}: a file names {escape(row.holder.email)}, whom Slack does not know here{_backup(row)}"
    if row.gap is Gap.LEFT:
        return f"{duty}: {say_adult(row.holder)} left the team{_backup(row)}"
    since = f" since {say_moment(row.since, reader.now, reader.time_zone)}" if row.since else ""
    waits = ", waiting for a lead's yes" if row.waits else ""
    return f"{duty}: {say_adult(row.holder)}{since}{waits}{_backup(row)}{say_decided(row.decided, '. Decided: ')}"


def say_adult(adult: Adult) -> str:
    return f"<@{adult.person_id}>" if adult.person_id else escape(adult.email)


def say_decided(decided: str, before: str = "") -> str:
    """Where it was decided. A link into Slack is one; anything else that somebody typed is words."""
    if not decided:
        return ""
    link = _PERMALINK.fullmatch(decided)
    return f"{before}<{escape(decided)}|in this message>" if link else f"{before}{escape(decided)}"


def say_overloaded(person_id: str) -> str:
    return f"<@{person_id}> holds nearly everything here. Could somebody take a duty, or be a backup?"


def _row(student_id: int, row: Row, reader: Reader) -> Block:
    label = "Assign" if row.gap else "Change"
    return beside(say_row(row, reader), button(label, ASSIGN, {"student": student_id, "duty": row.duty}))


def _backup(row: Row) -> str:
    return f", backup {say_adult(row.backup)}" if row.backup else ""


def _buttons(student_id: int, chart: Chart, reader: Reader, at: int) -> list[Block]:
    ids = {"student": student_id}
    made = [button("Set a duty", ASSIGN, ids), button("History", HISTORY, ids)]
    if reader.leads:
        made.append(button("Add a duty of your school", OTHER_DUTY, ids))
    if at + ON_A_PAGE < len(chart.rows):
        made.append(button(f"More ({len(chart.rows) - at - ON_A_PAGE})", CHART, {**ids, "at": at + ON_A_PAGE}))
    if at > 0:
        made.append(button("From the beginning", f"{CHART}#start", ids))
    return made


def _cut(text: str, most: int = 2900) -> str:
    """Whole lines, as many as fit into a paragraph."""
    if len(text) <= most:
        return text
    return text[:most].rpartition("\n")[0] + "\n… the rest stands in the chart."
