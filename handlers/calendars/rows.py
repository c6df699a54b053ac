"""What a calendar file says, day by day, and what of it could not be taken."""

from dataclasses import dataclass
from datetime import date

from handlers.conversation import Refusal
from storage.calendar import DayKind


@dataclass(frozen=True, slots=True)
class Marked:
    """Some days of one kind, both ends in it. `line` is where the file says so; 0 where it has no lines to count."""

    starts_on: date
    ends_on: date
    kind: DayKind
    note: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Left:
    """An entry that was not taken, and why."""

    line: int  # where it begins; 0 where its lines could not be counted
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """`others` are entries that say nothing about which days are school days: concerts, games, meetings."""

    marked: tuple[Marked, ...]
    left: tuple[Left, ...] = ()
    others: tuple[Left, ...] = ()


class FileRefused(Refusal):
    """Nothing can be taken from this file. `sentence` says why, and what to do."""
