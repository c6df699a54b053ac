"""A follow-up that repeats: done, the next one is made; opened again, the next one never was."""

from datetime import date

from sqlmodel import Session

from handlers import followup_posts
from handlers.conversation import Request
from handlers.followups.doorway import Opened
from handlers.owners import why_unfit
from handlers.promise import note, today_for
from handlers.rules.repeats import from_text
from storage import followups
from storage.followups import Asking, Changed, Followup


def add_next(session: Session, request: Request, opened: Opened) -> Followup | None:
    """With the same words, owner and promiser. None where it does not repeat, or its last day is over."""
    row = opened.followup
    repeat = from_text(row.repeats or "")
    if repeat is None:
        return None
    today = today_for(session, request, opened.key)
    due = repeat.next_on(max(row.due_on, today.on), today.calendar)
    return _add(session, request, opened, due) if due is not None else None


def _add(session: Session, request: Request, opened: Opened, due: date) -> Followup:
    """Whoever cannot have it any more does not get it again."""
    row = opened.followup
    is_unfit = not row.owner_id or bool(why_unfit(session, opened.key, row.owner_id))
    kept = followups.add_followup(
        session,
        Followup(
            student_id=row.student_id,
            checkin_id=row.checkin_id,
            text=row.text,
            owner_id="" if is_unfit else row.owner_id,
            asks_for_owner=Asking.NOBODY_YET if is_unfit else None,
            due_on=due,
            promised_by=row.promised_by,
            promised_at=request.now,
            given_by=row.given_by,
            made_in=row.made_in,
            team_id=row.team_id,
            repeats=row.repeats,
            after_id=row.id,
            names_others=row.names_others,
        ),
    )
    note(session, request, opened.key, "followups.add", kept)
    return kept


def take_next_back(session: Session, request: Request, opened: Opened) -> None:
    """Nobody has done anything about it yet."""
    following = followups.find_next(session, opened.key, opened.followup)
    if following is not None and following.done_at is None:
        following.done_at, following.taken_back = request.now, True
        followups.note_change(session, following, request.now, request.person, Changed.TAKEN_BACK)
        followup_posts.take_back(session, request, following)
