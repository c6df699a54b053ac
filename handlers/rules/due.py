"""When a promise is due: words read as a day, a day said in words, and the day if nobody says one."""

from datetime import date, timedelta

from handlers.rules.day_phrases import LONGEST, Place, read_phrase
from handlers.rules.day_words import read_words, say_words
from handlers.rules.due_places import find_due
from handlers.rules.due_shapes import AskDue, Due, Today
from handlers.rules.school_days import SchoolCalendar
from handlers.rules.settle_day import settle
from handlers.rules.written_days import say_due

__all__ = ["AskDue", "Due", "Today", "default_due", "read_due", "say_day", "say_due", "split_due"]

MOST_READ = 120  # characters where a day alone is asked for
_LEADS = frozenset(("by", "due", "on", "until", ":", "-", "no", "later", "than", "the latest"))


def read_due(words: str, today: Today) -> Due | AskDue | None:
    """The day that these words are, with or without a "by" before them. None: they are no day."""
    if len(words) > MOST_READ:
        return None
    read = read_words(words)
    while read and read[0].form in _LEADS:
        del read[0]
    while read and read[-1].kind == "mark":
        del read[-1]
    if not 0 < len(read) <= LONGEST:
        return None
    meaning = read_phrase(say_words(read), today, Place.BY)
    return settle(meaning, words.strip(), today) if meaning else None


def split_due(text: str, today: Today) -> tuple[str, Due | AskDue | None]:
    """The day found in a due place of the text, and the text without it."""
    return find_due(text, today)


def default_due(today: date, huddle_day: int | None, calendar: SchoolCalendar | None = None) -> date:
    """The next huddle day after today (Monday is 0); without one, a week on. Always a school day."""
    days = calendar or SchoolCalendar()
    ahead = 7 if huddle_day is None else (huddle_day - today.weekday() - 1) % 7 + 1
    return days.next_school_day(today + timedelta(days=ahead))


def say_day(day: date) -> str:
    """ "Friday, 12 February"."""
    return say_due(day, day)
