"""The thread of a student's week in a team's channel: check-ins and follow-ups hang in it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from handlers.conversation import Request
from storage import outbox
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
    return say_in_channel(session, request, team, WEEK, ids, subject)


def week_of(now: datetime, time_zone: str) -> date:
    """The Monday, in the team's own zone, of the week that `now` falls in."""
    today = now.astimezone(ZoneInfo(time_zone)).date()
    return date.fromordinal(today.toordinal() - today.weekday())


def say_in_channel(
    session: Session,
    request: Request,
    team: Team,
    about: str,
    ids: dict[str, int | str],
    subject: str,
    under_id: int | None = None,
) -> int:
    """Queue a row that tells of students in the team's channel, in that row's thread; returns its id."""
    return outbox.add_values(
        session,
        queue=team.channel_id,
        about=about,
        ids=ids,
        subject=subject,
        channel_id=team.channel_id,
        under_id=under_id,
        tells_of_students=True,
        made_at=request.now,
        not_before=request.now,
    )
