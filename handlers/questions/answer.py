"""Finds the answer to a question that has been read: asks back where one thing is missing, else looks it up."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Note, Refusal, Reply, Request
from handlers.questions import ask_back, replies
from handlers.questions.asking import Asking
from handlers.questions.card_of import answer_how_is
from handlers.questions.carried import Carried
from handlers.questions.history import answer_history
from handlers.questions.holders import answer_duty
from handlers.questions.jobs import answer_duties_of
from handlers.questions.lists import answer_gaps, answer_no_owner, answer_overdue
from handlers.questions.meaning import answer_meaning
from handlers.questions.news import answer_new
from handlers.questions.owners import answer_owner, answer_who_said
from handlers.questions.plan import answer_focus, answer_huddle
from handlers.questions.question import Asked, Whose
from storage import audit
from storage.access import AccessToMany
from storage.teams import Team

log = logging.getLogger("roundtable")

ANSWERS: Mapping[Asked, Callable[[Asking], Reply]] = {
    Asked.OWNER: answer_owner,
    Asked.DUTY: answer_duty,
    Asked.WHO_SAID: answer_who_said,
    Asked.DUTIES_OF: answer_duties_of,
    Asked.OVERDUE: answer_overdue,
    Asked.NO_OWNER: answer_no_owner,
    Asked.GAPS: answer_gaps,
    Asked.HOW_IS: answer_how_is,
    Asked.NEW: answer_new,
    Asked.HISTORY: answer_history,
    Asked.HUDDLE: answer_huddle,
    Asked.FOCUS: answer_focus,
    Asked.MEANING: answer_meaning,
}
READS_CHART = frozenset({Asked.OWNER, Asked.DUTY, Asked.DUTIES_OF, Asked.NO_OWNER, Asked.GAPS, Asked.HISTORY})
_READS_RESTRICTED = frozenset({Asked.HOW_IS, Asked.NEW})  # each by the reader's own right
MOST_NOTED = 200  # ids in one row of the audit


def answer(session: Session, request: Request, carried: Carried, team: Team | None = None) -> Reply:
    """To request.person alone; with `team`, to all in its channel. Raises the one Refusal for whom they may not see."""
    log.info("question: %s, %s, %d students", carried.asked, carried.whose, len(carried.students))  # PRV-24
    back = ask_back.ask(session, request, carried) if team is None else None
    if back is not None:
        return back
    if carried.whose is Whose.NOBODY:
        raise Refusal(doors.NOT_FOUND)
    keys = _open(session, request, carried, team)
    if len(keys) < len(set(carried.students)) or (carried.asked in ask_back.NEEDS_ONE and not keys):
        raise Refusal(doors.NOT_FOUND)
    asking = Asking(session, request, carried, keys, team)
    found = ANSWERS[carried.asked](asking)
    return replace(found, blocks=_with_name_taken(asking, found), notes=(*found.notes, *_notes(asking)))


def _open(session: Session, request: Request, carried: Carried, team: Team | None) -> AccessToMany:
    if team is not None:
        return doors.access_for_clock(session, request, team, carried.students or None)
    if carried.students and carried.asked in _READS_RESTRICTED:
        return doors.access_students(session, request, student_ids=carried.students)
    if carried.students:
        return doors.access_to_write(session, request, student_ids=carried.students)
    return (
        AccessToMany(request.person) if carried.asked is Asked.MEANING else doors.access_to_look_over(session, request)
    )


def _with_name_taken(asking: Asking, found: Reply) -> tuple[dict[str, object], ...]:
    if not asking.carried.is_near or not asking.carried.is_about_one:
        return found.blocks
    return replies.fit((replies.say_taken_as(asking.name(asking.listed[0])), *found.blocks))


def _notes(asking: Asking) -> tuple[Note, ...]:
    """Reads of the roles chart stand in the audit: one row, with the ids."""
    if asking.carried.asked not in READS_CHART or not asking.keys:
        return ()
    ids = [key.student_id for key in asking.listed[:MOST_NOTED]]
    only = ids[0] if len(ids) == 1 else None
    reason = asking.listed[0].reason if only else "member of the students' teams"
    return (Note("roles.read_chart", audit.name_ids("student", ids), only, reason),)
