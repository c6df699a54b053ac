"""What a day is read from, and what the reading comes to: a day, a question, or on the way there a meaning."""

from dataclasses import dataclass, field
from datetime import date

from handlers.rules.school_days import SchoolCalendar


@dataclass(frozen=True, slots=True)
class Today:
    """The day it is for whoever writes, and what else decides the meaning of their words."""

    on: date
    is_after_school: bool = False
    calendar: SchoolCalendar = field(default_factory=SchoolCalendar)
    next_huddle: date | None = None
    month_first: bool = True  # 3/4 is 4 March


@dataclass(frozen=True, slots=True)
class Due:
    """A day that words mean."""

    on: date
    other: date | None = None  # the other reading, one click away
    moved_from: date | None = None  # a closed day moved on, and the reply says so
    words: str = ""  # as typed


@dataclass(frozen=True, slots=True)
class AskDue:
    """Words about a day that leave it unclear. `why` is a sentence for who wrote them, without their words."""

    words: str
    why: str
    choices: tuple[date, ...] = ()
    read: date | None = None  # the one day the words mean, where it is over


@dataclass(frozen=True, slots=True)
class Day:
    """What words mean before anybody asks whether that day is over or closed."""

    on: date
    other: date | None = None
    is_firm: bool = False  # weekday and date both said, or a machine's form: stays where it is, closed or not
    has_no_year: bool = False  # over, it may be next year's
    turns_back: bool = False  # closed, it is the school day before: "by winter break"


@dataclass(frozen=True, slots=True)
class Unclear:
    why: str
    choices: tuple[date, ...] = ()
    tells: bool = False  # the words tell something besides the day, and stay: "before the IEP"


Meaning = Day | Unclear
