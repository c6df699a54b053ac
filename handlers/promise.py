"""A follow-up as it is promised in a form: what, by whom, until when. Check-ins and follow-ups both take one."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlmodel import Session

from handlers import crisis, doors
from handlers.conversation import Corrections, Request
from handlers.rules.danger import sounds_like_danger
from handlers.rules.due import default_due
from storage import audit, followups, outbox, people, teams
from storage.access import Access
from storage.followups import Followup
from storage.outbox import Act, Post

NOT_ON_TEAM = "That person is not on this student's team, so they could not read it. Choose somebody of the team."
WRITE_IT_RESTRICTED = "Nothing was kept: colleagues read follow-ups. Write it as a check-in, which stays restricted."
IN_THE_PAST = "That day is over. Choose today or a later day."


@dataclass(frozen=True, slots=True)
class Promise:
    text: str
    owner_id: str
    due_on: date


def read_promise(session: Session, request: Request, key: Access, text: str) -> Promise | Corrections | None:
    """The promise in a form: no owner given, its writer; no day given, the team's next huddle. None: no text.

    Words of danger are no promise: its owner would be told of them, and all who see the student may read it (PRV-60).
    """
    if not text:
        return None
    if sounds_like_danger(text):
        return Corrections(
            {"follow_up": f"{WRITE_IT_RESTRICTED} {crisis.say_briefly(crisis.text_for(session, [key]))}"}
        )
    today = today_of(session, request)
    owner = request.word("owner") or request.person
    due = date.fromisoformat(request.word("due")) if request.word("due") else _next_huddle(session, key, today)
    errors = {}
    if owner not in doors.list_watchers(session, key):
        errors["owner"] = NOT_ON_TEAM
    if due < today:
        errors["due"] = IN_THE_PAST
    return Corrections(errors) if errors else Promise(text, owner, due)


def record(session: Session, request: Request, key: Access, promise: Promise, checkin_id: int | None) -> Followup:
    """Keep the promise, and tell its owner where that is somebody else."""
    kept = followups.add_followup(
        session,
        Followup(
            student_id=key.student_id,
            checkin_id=checkin_id,
            text=promise.text,
            owner_id=promise.owner_id,
            due_on=promise.due_on,
            promised_by=request.person,
            promised_at=request.now,
        ),
    )
    audit.note(
        session,
        request.now,
        request.person,
        "followups.add",
        access=key,
        object_id=f"followup:{kept.id}",
        channel_id=request.channel,
    )
    if promise.owner_id != request.person:
        given = Post(
            queue=f"person:{promise.owner_id}",
            act=Act.DIRECT,
            about="followups.given",
            ids={"followup": kept.id, "student": key.student_id},
            subject=f"followup:{kept.id}",
            person_id=promise.owner_id,
            made_at=request.now,
            not_before=request.now,
        )
        outbox.add_post(session, given)
    return kept


def today_of(session: Session, request: Request) -> date:
    """The day it is for this person."""
    person = people.find_person(session, request.person)
    zone = ZoneInfo(person.time_zone) if person is not None and person.time_zone else ZoneInfo("UTC")
    return request.now.astimezone(zone).date()


def _next_huddle(session: Session, key: Access, today: date) -> date:
    """The first huddle day to come, of the student's teams that the writer is in."""
    days = [teams.get_team(session, team_id).huddle_day for team_id in key.teams]
    return min((default_due(today, day) for day in days), default=default_due(today, None))
