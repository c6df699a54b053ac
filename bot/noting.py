"""Writes into the audit what was read, and who has seen what is newest, before the answer leaves (PRV-30)."""

from sqlmodel import Session

from handlers.conversation import Answer, Reply, Request
from storage import audit, looks
from storage.database import Database


def note(session: Session, request: Request, answer: Answer) -> None:
    if not isinstance(answer, Reply):
        return
    for one in answer.notes:
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
    if answer.looked and request.person:
        looks.note_look(session, request.person, answer.looked, request.now)


def note_reading(database: Database, request: Request, answer: Answer) -> None:
    """In a short write of its own: no row, no answer."""
    if isinstance(answer, Reply) and (answer.notes or answer.looked):
        with database.write() as session:
            note(session, request, answer)
