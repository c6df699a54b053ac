"""Words that waited go on with what a button gave them: their student, their owner or their day."""

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Answer, Refusal, Reply, Request
from handlers.followups import naming, replies
from handlers.followups.write import Given, promise_words
from handlers.promise import read_day
from handlers.rules.escapes import unescape
from storage import drafts

NOT_THERE = "Those words were kept for a day and are gone now. Please type them again."


def go_on(request: Request, session: Session) -> Answer:
    """Promise the waiting words for the student of the button that was pressed."""
    key = doors.access_student(session, request, request.number("student"))
    draft = drafts.find_draft(session, request.person, request.number("draft"), request.now)
    if draft is None:
        raise Refusal(NOT_THERE)
    given = Given(str(request.ids.get("owner", "")), read_day(str(request.ids.get("on", ""))), draft)
    text = naming.read_about(session, key, draft.text)
    answer = promise_words(session, request, key, draft.text, text, given)
    return replies.in_place(answer, request) if isinstance(answer, Reply) else answer


def say_draft(request: Request, session: Session) -> Answer:
    """Words that still wait, shown back once more."""
    draft = drafts.find_draft(session, request.person, request.number("draft"), request.now)
    if draft is None:
        raise Refusal(NOT_THERE)
    return replies.say_which(draft.id, unescape(draft.text).words, (), question="*These words wait:* go on here.")
