"""Reads the sent form and keeps what it promises; the same message becomes a follow-up for a student only once."""

from dataclasses import replace

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Answer, Corrections, Ids, Request
from handlers.followups import capture
from handlers.followups.confirm import confirm
from handlers.followups.doorway import Opened
from handlers.promise import Promise, read_promise, record
from storage import checkins, drafts


def submit(request: Request, session: Session) -> Answer:
    """Keep it, or hand the form back with a word under what needs another look."""
    chosen = request.chosen_id("student")
    key = doors.access_students(session, request, student_ids=(chosen,)).keys.get(chosen)
    if key is None:
        return Corrections({"student": doors.NOT_FOUND})
    made = read_promise(session, request, key, request.word("follow_up"))
    if not isinstance(made, Promise):
        return made or Corrections({"follow_up": "Write what is promised."})
    source = capture.read_source(request)
    earlier = capture.find_earlier(session, key, source)
    if earlier is not None:
        return capture.say_earlier(session, request, Opened(key, earlier))
    promise = replace(made, source=source)
    kept = record(session, request, key, promise, _find_checkin(session, request, key.student_id))
    capture.mark(session, request, source)
    _drop_draft(session, request)
    return confirm(session, request, Opened(key, kept), _unsaid(request))


def _unsaid(request: Request) -> Ids:
    """What the form left out, for the confirmation to say."""
    ids: dict[str, int | str] = {}
    if not request.word("owner") and not request.chosen("nobody"):
        ids["unsaid"] = 1
    if not request.word("due"):
        ids["default"] = 1
    return ids


def _find_checkin(session: Session, request: Request, student_id: int) -> int | None:
    """The id of the check-in it was promised under: the promiser's own, on this very student."""
    checkin = checkins.find_own(session, request.person, request.number("checkin"))
    is_about = checkin is not None and student_id in checkins.list_student_ids(session, checkin)
    return checkin.id if checkin is not None and is_about else None


def _drop_draft(session: Session, request: Request) -> None:
    draft = drafts.find_draft(session, request.person, request.number("draft"), request.now)
    if draft is not None:
        drafts.drop_draft(session, draft)
