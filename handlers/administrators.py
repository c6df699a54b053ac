"""The door for administrators: named in the settings, and staff of this workspace. It opens no student's record."""

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Refusal, Request
from storage import people

ADMINISTRATORS_ONLY = "Only administrators of Roundtable can do that. Ask yours."


def may_administer(session: Session, request: Request) -> bool:
    return request.is_administrator and doors.may_ask(people.find_person(session, request.person))


def must_administer(session: Session, request: Request) -> None:
    if not may_administer(session, request):
        raise Refusal(ADMINISTRATORS_ONLY)
