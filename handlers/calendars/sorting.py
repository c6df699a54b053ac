"""A form for the words by which a school's calendar files are sorted: its own go before the built-in ones."""

from sqlmodel import Session

from handlers import blocks
from handlers.blocks import says
from handlers.calendar_keepers import may_keep
from handlers.calendars.kinds import BUILT_IN
from handlers.calendars.say_calendar import KINDS
from handlers.conversation import Answer, Form, Ids, Refusal, Reply, Request
from storage import audit, calendar, schools
from storage.schools import School

NOT_YOURS = "Only an administrator, or a lead of one of the school's teams, can change this. Ask one of them."
MOST_CHARACTERS = 500
SAVED = "calendar.words_kept"


def ask(request: Request, session: Session) -> Answer:
    school = _access_school(session, request)
    own = calendar.list_words(session, school.id)
    head = says(f"What does the calendar of *{blocks.escape(school.name)}* call these days? Split words by commas.")
    fields = [
        blocks.field(
            kind.value,
            said.capitalize(),
            start=", ".join(own.get(kind, ())),
            optional=True,
            most=MOST_CHARACTERS,
            hint=f"Known already: {', '.join(BUILT_IN[kind])[:140]}.",
        )
        for kind, said in KINDS.items()
    ]
    ids: Ids = {"school": school.id, "channel": request.channel}
    return Form("calendar.keep_words", "Sorting a calendar", (head, *fields), ids=ids)


def keep(request: Request, session: Session) -> Answer:
    school = _access_school(session, request)
    for kind in KINDS:
        calendar.set_words(session, school.id, kind, request.word(kind.value))
    audit.note(session, request.now, request.person, "calendar.sort", object_id=f"school:{school.id}")
    return say_kept(request, session)


def say_kept(request: Request, session: Session) -> Answer:
    return Reply("Kept.", (says("Kept. Send the calendar file again, and it is sorted by these words."),), said=SAVED)


def _access_school(session: Session, request: Request) -> School:
    """Unknown and not theirs are one answer."""
    school = schools.find_school(session, request.number("school"))
    if school is None or not may_keep(session, request, school.id):
        raise Refusal(NOT_YOURS)
    return school
