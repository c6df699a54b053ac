"""Opens the form: from /followup alone, under a check-in, from a message, or to finish words that wait."""

from datetime import date

from sqlmodel import Session

from handlers import doors, thread_students
from handlers.conversation import Answer, Form, Ids, Refusal, Request
from handlers.followups import naming
from handlers.followups.forms import Filled, promise_form
from handlers.followups.reading import MOST_CHARACTERS, mentions_in, read_followup
from handlers.message_words import read_message
from handlers.promise import today_for
from handlers.rules.due import Due
from handlers.rules.escapes import unescape
from handlers.search import options_for
from storage import checkins, drafts
from storage.access import Access


def ask(request: Request, session: Session) -> Answer:
    """The empty form, with the student whose button was pressed, or for the students of a check-in."""
    if request.number("checkin"):
        return _ask_under_checkin(request, session)
    student = request.number("student")
    keys = doors.access_students(session, request, student_ids=(student,)) if student else ()
    chosen = next(iter(options_for(session, list(keys))), None)
    return promise_form(Filled(student=chosen), _ids(request))


def ask_about(
    session: Session, request: Request, key: Access, *, text: str = "", owner: str = "", due: date | None = None
) -> Form:
    """The form with a student and perhaps more in it."""
    (chosen,) = options_for(session, [key])
    filled = Filled(chosen, text, owner, due.isoformat() if due else "")
    return promise_form(filled, _ids(request))


def ask_to_finish(request: Request, session: Session) -> Answer:
    """Words that wait for a student, an owner or a day, in the form, with what was understood of them."""
    draft = drafts.find_draft(session, request.person, request.number("draft"), request.now)
    if draft is None:
        return promise_form(Filled(), _ids(request))
    ids: Ids = {**_ids(request), "draft": draft.id}
    student = request.number("student")
    key = doors.access_students(session, request, student_ids=(student,)).keys.get(student) if student else None
    if key is None:
        return promise_form(Filled(text=unescape(draft.text).words[:MOST_CHARACTERS]), ids)
    text = naming.read_about(session, key, draft.text)
    read = read_followup(text, mentions_in(draft.text), today_for(session, request, key))
    (chosen,) = options_for(session, [key])
    owner = "" if request.ids.get("asks") else read.owner.person_id
    due = read.due.on.isoformat() if isinstance(read.due, Due) else ""
    return promise_form(Filled(chosen, read.text, owner, due), ids)


def ask_from_message(request: Request, session: Session) -> Answer:
    """**Add follow-up** on a message: its words in the form, which the person still confirms; nothing is kept yet."""
    source = request.source
    if source is None:
        return promise_form(Filled(), _ids(request))
    words = read_message(session, source.text)
    notice = "Prefilled from the message; nothing is kept until you press *Promise it*."
    if len(words) > MOST_CHARACTERS:
        notice = (
            f"The message has {len(words):,} characters: here are its first {MOST_CHARACTERS:,}, "
            "and the link to it keeps the rest. Nothing is kept until you press *Promise it*."
        )
    ids: Ids = {**_ids(request), "from": source.channel, "ts": source.ts, "link": source.link}
    return promise_form(Filled(_student_in(session, request, words), words[:MOST_CHARACTERS]), ids, notice=notice)


def _student_in(session: Session, request: Request, words: str) -> tuple[str, str] | None:
    """The one student whom a message plainly names; where it names none, the one its thread is about."""
    found = naming.list_plainly_named(session, request, words)
    keys = found or list(thread_students.open_here(session, request))
    return options_for(session, keys)[0] if len(keys) == 1 else None


def _ask_under_checkin(request: Request, session: Session) -> Answer:
    checkin = checkins.find_own(session, request.person, request.number("checkin"))
    about = checkins.list_student_ids(session, checkin) if checkin is not None else ()
    keys = doors.access_students(session, request, student_ids=about) if about else ()
    if not keys:
        raise Refusal(doors.NOT_FOUND)
    ids: Ids = {**_ids(request), "checkin": request.number("checkin")}
    return promise_form(Filled(), ids, students=tuple(options_for(session, list(keys))))


def _ids(request: Request) -> dict[str, int | str]:
    return {"channel": request.channel} if request.channel else {}
