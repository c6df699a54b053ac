"""When a promise is due if nobody says: at the team's next huddle, else a week on."""

from datetime import date, timedelta


def say_day(day: date) -> str:
    """ "Friday, 12 February"."""
    return f"{day:%A}, {day.day} {day:%B}"


def default_due(today: date, huddle_day: int | None) -> date:
    """The next huddle day after today (Monday is 0); without one, a week on, moved to Monday from a weekend."""
    if huddle_day is not None:
        return today + timedelta(days=(huddle_day - today.weekday() - 1) % 7 + 1)
    later = today + timedelta(days=7)
    return later + timedelta(days=7 - later.weekday()) if later.weekday() > 4 else later
