"""The thread of a student's week in a team's channel: check-ins and follow-ups hang in it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from handlers.conversation import Request
from storage import outbox
from storage.outbox import Post
from storage.teams import Team

WEEK = "checkins.week"


def week_thread(session: Session, request: Request, team: Team, student_id: int) -> int:
    """The row that heads the student's thread for this week in the team's channel, made when it is first needed."""
    week = week_of(request.now, team.time_zone)
    subject = f"week:{team.id}:{student_id}:{week.isoformat()}"
    found = outbox.find_first(session, WEEK, subject)
    if found is not None:
        return found
    ids: dict[str, int | str] = {"team": team.id, "student": student_id, "monday": week.isoformat()}
    return outbox.add_post(session, channel_post(request, team, WEEK, ids, subject)).id


def week_of(now: datetime, time_zone: str) -> date:
    """The Monday, in the team's own zone, of the week that `now` falls in."""
    today = now.astimezone(ZoneInfo(time_zone)).date()
    return date.fromordinal(today.toordinal() - today.weekday())


def channel_post(request: Request, team: Team, about: str, ids: dict[str, int | str], subject: str) -> Post:
    """A row that tells of students in the team's channel."""
    return Post(
        queue=team.channel_id,
        about=about,
        ids=ids,
        subject=subject,
        channel_id=team.channel_id,
        tells_of_students=True,
        made_at=request.now,
        not_before=request.now,
    )
