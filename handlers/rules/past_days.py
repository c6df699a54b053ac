"""Says a day that is over, shortly: *3 September*, with the year where it was another."""

from datetime import date, datetime

from handlers.rules.zones import zone_of


def say_on(day: date, today: date) -> str:
    said = f"{day.day} {day:%B}"
    return said if day.year == today.year else f"{said} {day.year}"


def say_moment(moment: datetime, now: datetime, time_zone: str) -> str:
    """The day of a moment, in the reader's own zone."""
    zone = zone_of(time_zone)
    return say_on(moment.astimezone(zone).date(), now.astimezone(zone).date())
