"""Says when a team meets: "Wednesdays at 3:15 PM"."""

from datetime import time

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def say_huddle(day: int, at: time) -> str:
    """`day` counts from Monday, 0."""
    return f"{DAYS[day]}s at {say_time(at)}"


def say_time(at: time) -> str:
    """ "3:15 PM"."""
    half = "AM" if at.hour < 12 else "PM"
    return f"{at.hour % 12 or 12}:{at.minute:02d} {half}"


def read_time(text: str) -> time | None:
    """ "15:15", as a time picker sends it; None for anything else."""
    hours, colon, minutes = text.strip().partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal()):
        return None
    if len(hours) > 2 or len(minutes) != 2 or int(hours) > 23 or int(minutes) > 59:
        return None
    return time(int(hours), int(minutes))
