"""Puts a follow-up to sleep for its owner: nothing is said of it until a day; when it is due stays as it is."""

from datetime import date, timedelta

from sqlmodel import Session

from handlers import followup_posts
from handlers.conversation import Answer, Corrections, Refusal, Reply, Request
from handlers.followups import doorway, forms, replies
from handlers.followups.doorway import Opened
from handlers.promise import note, read_day, today_for
from handlers.rules.due import Today, say_day
from storage import followups
from storage.followups import Changed

ONLY_OWNER = "Only its owner can snooze it: reminders go to nobody else."
IS_DONE = "That is done already, so I say nothing of it any more."


def ask(request: Request, session: Session) -> Answer:
    opened = _access_own(session, request)
    today = today_for(session, request, opened.key)
    ids = {**request.ids, "channel": request.channel}
    tomorrow, next_week = _day(today, "tomorrow"), _day(today, "next_week")
    return forms.snooze_form(ids, tomorrow=tomorrow, next_week=next_week, due_on=opened.followup.due_on)


def sleep(request: Request, session: Session) -> Answer:
    """Quiet until that day."""
    opened = _access_own(session, request)
    row, today = opened.followup, today_for(session, request, opened.key)
    until = read_day(request.word("day")) if request.word("until") == "day" else _day(today, request.word("until"))
    if until is None:
        return Corrections({"day": "Choose the day."})
    if until <= today.on:
        return Corrections({"day": "Choose a day after today."})
    before = row.snoozed_until.isoformat() if row.snoozed_until else ""
    row.snoozed_until = until
    followups.note_change(
        session, row, request.now, request.person, Changed.SNOOZED, before=before, after=until.isoformat()
    )
    note(session, request, opened.key, "followups.snooze", row)
    followup_posts.show_anew(session, request, row)
    return _say(session, request, opened, f"*Asleep until {say_day(until)}.*")


def _access_own(session: Session, request: Request) -> Opened:
    opened = doorway.access_followup(session, request)
    if opened.followup.done_at is not None:
        raise Refusal(IS_DONE)
    if opened.followup.owner_id != request.person:
        raise Refusal(ONLY_OWNER)
    return opened


def _day(today: Today, named: str) -> date:
    """Always a school day: tomorrow, or the first of next week."""
    ahead = 7 - today.on.weekday() if named == "next_week" else 1
    return today.calendar.next_school_day(today.on + timedelta(days=ahead))


def _say(session: Session, request: Request, opened: Opened, head: str) -> Reply:
    shown = doorway.show_one(session, request, opened)
    return replies.say_state(shown, request.person, head=head, text="That follow-up is asleep.")
