"""Settles what a phrase means on the day it is written: over is asked, closed moves on, after school is asked."""

from datetime import date, timedelta

from handlers.rules.day_words import safe_date
from handlers.rules.due_shapes import AskDue, Day, Due, Meaning, Today
from handlers.rules.near_days import TOO_FAR
from handlers.rules.written_days import say_due

AFTER_SCHOOL = "School is over for today."
FURTHEST = timedelta(days=3 * 366)


def settle(meaning: Meaning, words: str, today: Today) -> Due | AskDue:
    """`words` as they were typed."""
    if not isinstance(meaning, Day):
        return AskDue(words, meaning.why, tuple(on for on in meaning.choices if on >= today.on))
    if meaning.on < today.on:
        return AskDue(words, f"{say_due(meaning.on, today.on)} is over.", _after_all(meaning, today), meaning.on)
    if meaning.on - today.on > FURTHEST:
        return AskDue(words, TOO_FAR)
    if meaning.on == today.on and today.is_after_school:
        following = meaning.other or today.calendar.add_school_days(today.on, 1)
        return AskDue(words, AFTER_SCHOOL, (today.on, following))
    return _open(meaning, words, today)


def _open(meaning: Day, words: str, today: Today) -> Due | AskDue:
    """The day where it is a school day, else the next one; before a break, the one before."""
    calendar, other = today.calendar, _other(meaning, today)
    if meaning.is_firm or calendar.is_school_day(meaning.on):
        return Due(meaning.on, other, words=words)
    if not meaning.turns_back:
        return Due(calendar.next_school_day(meaning.on), other, meaning.on, words)
    before = calendar.school_day_before(meaning.on)
    if before < today.on:
        return AskDue(words, f"The last school day before it, {say_due(before, today.on)}, is over.", read=before)
    return Due(before, other, words=words)


def _other(meaning: Day, today: Today) -> date | None:
    """The other reading as it was read: whoever clicks on it sees which day it is."""
    return meaning.other if meaning.other is not None and meaning.other >= today.on else None


def _after_all(meaning: Day, today: Today) -> tuple[date, ...]:
    """What a day that is over may have been meant to be: the other reading, or the same day next year."""
    next_year = safe_date(meaning.on.year + 1, meaning.on.month, meaning.on.day) if meaning.has_no_year else None
    candidates = (meaning.other, next_year)
    return tuple(on for on in candidates if on is not None and today.on <= on <= today.on + FURTHEST)
