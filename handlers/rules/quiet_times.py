"""When the bot may speak up on its own: on school days, in school hours, where the person is."""

from dataclasses import dataclass
from datetime import date, datetime, time

from handlers.rules.school_days import SchoolCalendar
from handlers.rules.zones import zone_of


@dataclass(frozen=True)
class Hours:
    """A school's days and hours."""

    opens_at: time
    closes_at: time
    calendar: SchoolCalendar


def find_open_day(now: datetime, time_zone: str, hours: Hours) -> date | None:
    """The day it is for somebody in that zone, if school is on there now; None in quiet times."""
    local = now.astimezone(zone_of(time_zone))
    if not hours.opens_at <= local.time() < hours.closes_at:
        return None
    return local.date() if hours.calendar.is_school_day(local.date()) else None
