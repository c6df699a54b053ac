"""A student's roles chart as a message of its own, for whoever holds the key."""

from dataclasses import replace

from sqlmodel import Session

from handlers import doors
from handlers.blocks import small
from handlers.card import READ_CHART, reader_of
from handlers.chart_of import chart_seen_by
from handlers.conversation import Note, Reply, Request
from handlers.rules.chart import find_overloaded
from handlers.say_chart import say_chart
from handlers.shown import name_for
from storage.access import Access


def show_chart(session: Session, key: Access, request: Request, *, first: str = "") -> Reply:
    """Said privately to the asker, with what the audit notes of it. `first` stands on top."""
    watchers = doors.list_watchers(session, key)
    chart = chart_seen_by(session, key, watchers)
    name = name_for(session, key)
    reader = reader_of(session, key, request)
    overloaded = find_overloaded(chart, watchers)
    said = say_chart(key.student_id, name, chart, reader, overloaded=overloaded, at=request.number("at"))
    blocks = (small(first), *said.blocks) if first else said.blocks
    note = Note(READ_CHART, f"student:{key.student_id}", key.student_id, key.reason)
    return replace(said, blocks=blocks, notes=(note,))
