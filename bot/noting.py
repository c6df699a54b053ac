"""Writes into the audit what was read, before the answer leaves (PRV-30)."""

from sqlmodel import Session

from handlers.conversation import Answer, Reply, Request
from storage import audit
from storage.database import Database


def note(session: Session, request: Request, answer: Answer) -> None:
    for one in answer.notes if isinstance(answer, Reply) else ():
        audit.note(
            session,
            request.now,
            request.person,
            one.action,
            student_id=one.student_id,
            object_id=one.object_id,
            reason=one.reason,
            channel_id=request.channel,
        )


def note_reading(database: Database, request: Request, answer: Answer) -> None:
    """In a short write of its own: no row, no answer."""
    if isinstance(answer, Reply) and answer.notes:
        with database.write() as session:
            note(session, request, answer)
