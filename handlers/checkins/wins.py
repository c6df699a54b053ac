"""The wins of the week: what the team's adults kept as a win, gathered in one post in its channel on Friday."""

from collections import defaultdict
from datetime import date, datetime

from sqlmodel import Session

from handlers import doors
from handlers.checkins import bystanders
from handlers.checkins.reader import shown_to
from handlers.checkins.replies import Shown
from handlers.checkins.say_wins import MOST_SHOWN, say_wins
from handlers.conversation import Answer, Quiet, Request
from handlers.rules.wins_time import Gathering, find_gathering
from handlers.school_calendar import hours_of, list_hours
from storage import checkins, teams, wins
from storage.access import AccessToMany
from storage.checkins import Checkin
from storage.teams import Appear, Team
from storage.wins import Winning


def find_teams(session: Session, now: datetime) -> list[Winning]:
    """The teams that have wins to gather now, and whose they are."""
    hours = list_hours(session)
    due: dict[tuple[str, Gathering], list[int]] = defaultdict(list)
    for school_id, zone in wins.list_places(session):
        gathering = find_gathering(now, zone, hours[school_id])
        if gathering is not None:
            due[zone, gathering].append(school_id)
    return [
        found
        for (zone, gathering), school_ids in due.items()
        for found in wins.list_winning(session, school_ids, zone, gathering.week, (gathering.since, gathering.until))
    ]


def gathered(request: Request, session: Session) -> Answer:
    """As things stand when it is said; nothing any more once that school day is over."""
    team = teams.find_team(session, request.number("team"))
    gathering = _find_due(session, request, team) if team is not None else None
    if team is None or gathering is None or team.appear == Appear.RECORD:
        return Quiet()
    keys = doors.access_for_clock(session, request, team, None)
    rows = wins.list_wins(session, list(keys), (gathering.since, gathering.until))
    found = [shown for row in rows if (shown := _show(session, request, team, keys, row)) is not None]
    return say_wins(found[:MOST_SHOWN], len(found)) if found else Quiet()


def _find_due(session: Session, request: Request, team: Team) -> Gathering | None:
    try:
        week = date.fromisoformat(str(request.ids.get("week", "")))
    except ValueError:
        return None
    told = wins.find_told_before(session, team.id, week)
    found = find_gathering(request.now, team.time_zone, hours_of(session, team.school_id), told)
    return found if found is not None and found.week == week else None


def _show(session: Session, request: Request, team: Team, keys: AccessToMany, row: Checkin) -> Shown | None:
    """Two students: only where both are on this team, as everywhere in its channel."""
    about = checkins.list_student_ids(session, row)
    if not keys.keys.keys() >= set(about):
        return None
    hidden = bystanders.hidden_from(session, request, row, team)
    shown = shown_to(session, row, keys, team, about, bystanders=hidden)
    return None if shown is None or shown.is_restricted else shown
