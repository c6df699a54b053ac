"""**History** of the strengths: every line there was, who said it, who wrote it down, and what became of it."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from handlers import doors
from handlers.blocks import escape, says, small, typed
from handlers.card import reader_of, show_lines, today_of
from handlers.conversation import Answer, Block, Note, Reply, Request
from handlers.rules.past_days import say_moment, say_on
from handlers.say_card import TITLES, Strength, shortened
from handlers.say_chart import Reader
from handlers.shown import name_for
from storage import profiles
from storage.profiles import ProfileLine

READ = "students.read_card"
MOST = 16  # three blocks each, of a message's fifty


def look_back(request: Request, session: Session) -> Answer:
    key = doors.access_student(session, request, request.number("student"))
    rows = profiles.list_line_history(session, key)
    shown = show_lines(session, key, request, rows[:MOST])
    reader = reader_of(session, key, request)
    note = Note(READ, f"student:{key.student_id}", key.student_id, key.reason)
    made = [says(f"*Strengths of {escape(name_for(session, key))}, as they were written down*")]
    for one, row in zip(shown, rows, strict=False):
        made += _one(one, row, reader, today_of(reader))
    made += _rest(rows)
    return Reply("The history of the strengths.", tuple(made), notes=(note,))


def _one(one: Strength, row: ProfileLine, reader: Reader, today: date) -> list[Block]:
    who = f"<@{one.said_by}>" if one.is_person else escape(one.said_by)
    head = f"*{TITLES[one.kind]}*  ·  said by {who}, {say_on(one.said_on, today)}"
    kept = f"Written down by <@{row.set_by}>, {_day(row.set_at, reader)}"
    if row.ended_at is not None:
        became = "changed" if row.replaced_by else "removed"
        kept += f"; {became} by <@{row.ended_by}>, {_day(row.ended_at, reader)}"
    return [says(head), *typed(shortened(one.text)), small(kept)]


def _rest(rows: Sequence[ProfileLine]) -> list[Block]:
    return [small(f"{len(rows) - MOST} earlier ones are on record.")] if len(rows) > MOST else []


def _day(moment: datetime, reader: Reader) -> str:
    return say_moment(moment, reader.now, reader.time_zone)
