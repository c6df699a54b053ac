"""When a team's wins of the week are gathered: at noon of the week's last school day, where the team is."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from handlers.rules.quiet_times import Hours, find_open_day
from handlers.rules.zones import zone_of

NOON = time(12)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
LOOKS_BACK = timedelta(days=14)  # over a week that had no post: a break, or a day on which the bot was away


@dataclass(frozen=True, slots=True)
class Gathering:
    """What is gathered in one post: wins of a stretch of time that ends where the next one's begins."""

    week: date  # its Monday
    since: datetime
    until: datetime  # itself not in it


def find_gathering(now: datetime, time_zone: str, hours: Hours, told_week: date | None = None) -> Gathering | None:
    """The gathering that is due now, until school is over that day; None at any other time.

    `told_week`: the Monday of the last week that had a post, which this one goes on from.
    """
    on = find_open_day(now, time_zone, hours)
    if on is None:
        return None
    week = on - on.weekday() * DAY
    until = _noon_of(week, time_zone, hours)
    if until is None or on != until.astimezone(zone_of(time_zone)).date() or now < until:
        return None
    before = _noon_of(told_week, time_zone, hours) if told_week is not None and told_week < week else None
    return Gathering(week, max(until - LOOKS_BACK, before or until - LOOKS_BACK), until)


def _noon_of(week: date, time_zone: str, hours: Hours) -> datetime | None:
    """On the last school day of that week; None where it has none. A school that is closed at noon begins with it."""
    last = hours.calendar.last_school_day(week, week + WEEK - DAY)
    if last is None:
        return None
    at = NOON if hours.opens_at <= NOON < hours.closes_at else hours.opens_at
    return datetime.combine(last, at, zone_of(time_zone)).astimezone(UTC)
