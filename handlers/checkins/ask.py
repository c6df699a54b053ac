"""Opens the form: from /checkin alone, from a button on Home, from the shortcut, or to finish words that wait."""

from dataclasses import replace

from sqlmodel import Session

from handlers import doors, thread_students
from handlers.checkins.forms import Filled, checkin_form
from handlers.conversation import Answer, Form, Ids, Request
from handlers.message_words import read_message
from handlers.search import options_for
from storage import drafts

LINK = "link"


def ask(request: Request, session: Session) -> Answer:
    """The empty form, or with the student and topic of the button that was pressed."""
    filled = Filled(student=chosen_student(session, request), topic=str(request.ids.get("topic", "")))
    return form_for(session, request, filled, {})


def ask_about(session: Session, request: Request, student_id: int, text: str, ids: Ids) -> Form:
    """The form with a student and perhaps words in it."""
    key = doors.access_student(session, request, student_id)
    (chosen,) = options_for(session, [key])
    return form_for(session, request, Filled(student=chosen, text=text), ids)


def ask_to_finish(request: Request, session: Session) -> Answer:
    """Words that wait for their student, in the form."""
    draft = drafts.find_draft(session, request.person, request.number("draft"), request.now)
    text = draft.text if draft is not None else ""
    ids = {"draft": draft.id} if draft is not None else {}
    return form_for(session, request, Filled(text=text), ids)


def ask_here_again(request: Request, session: Session) -> Answer:
    """The same, in the place of the form that was refused."""
    form = ask_to_finish(request, session)
    return replace(form, replaces=True) if isinstance(form, Form) else form


def ask_from_message(request: Request, session: Session) -> Answer:
    """**Save as check-in**: the form with the message's first 3,000 characters, which the person still confirms; in a
    thread about one student, for that one."""
    source = request.source
    if source is None:
        return ask(request, session)
    words = read_message(session, source.text)
    text = words[:3000]
    notice = "Prefilled from the message." if len(words) <= 3000 else "Prefilled with its first 3,000 characters."
    here = next(iter(options_for(session, list(thread_students.open_here(session, request)))), None)
    return form_for(session, request, Filled(student=here, text=text), {LINK: source.link}, notice=notice)


def form_for(session: Session, request: Request, filled: Filled, ids: Ids, *, notice: str = "") -> Form:
    more = {"channel": request.channel} if request.channel else {}
    return checkin_form(filled, {**more, **ids}, notice=notice)


def chosen_student(session: Session, request: Request) -> tuple[str, str] | None:
    student_id = request.number("student")
    if not student_id:
        return None
    keys = doors.access_students(session, request, student_ids=(student_id,))
    return next(iter(options_for(session, list(keys))), None)
