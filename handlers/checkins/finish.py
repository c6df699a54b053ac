"""Words that waited for their student get one: by a button under them, or through the form."""

from sqlmodel import Session

from handlers import doors
from handlers.checkins import confirm, keep, places
from handlers.checkins.ask import ask_about
from handlers.checkins.keep import Wording
from handlers.checkins.reading import MOST_CHARACTERS, read_topic
from handlers.conversation import Answer, Refusal, Request
from storage import drafts

NOT_THERE = "Those words were kept for a day and are gone now. Please type them again."


def for_student(request: Request, session: Session) -> Answer:
    """Keep the waiting words on the student whose button was pressed."""
    key = doors.access_student(session, request, request.number("student"))
    draft = drafts.find_draft(session, request.person, request.number("draft"), request.now)
    if draft is None:
        raise Refusal(NOT_THERE)
    if not draft.text.strip() or len(draft.text) > MOST_CHARACTERS:
        return ask_about(session, request, key.student_id, draft.text, {"draft": draft.id})
    place = places.find_place(session, draft.made_in, [key])
    kept = keep.keep(session, request, Wording(draft.text, topic=read_topic(draft.text)), [key], place)
    drafts.drop_draft(session, draft)
    return confirm.in_place(confirm.say_kept(session, request, kept, is_first=confirm.take_first(session, request)))
