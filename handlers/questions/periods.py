"""Reads which days a question is about, from `since` up to and not with `until`: *in October*, *since Monday*."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT_MONTHS = {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_DAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_SHORT_DAYS = {name[:3]: number for name, number in _DAYS.items()} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_SEASONS = {"fall": 9, "autumn": 9, "winter": 12, "spring": 3, "summer": 6}
_NUMBERS = {word: number for number, word in enumerate("zero one two three four five six seven eight nine ten".split())}
_NUMBERS |= {"a": 1, "an": 1, "couple": 2, "few": 3}
_SCHOOL_YEAR_BEGINS = 8
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Period:
    """`start` and `end`: which of the words say it. `until` is the first day after it; None is open.

    `coming`: the same days of the week to come, where a weekday is named and what is ahead may be meant.
    """

    start: int
    end: int
    since: date | None
    until: date | None
    coming: tuple[date | None, date | None] | None = None


_MONTH = "|".join(sorted((*_MONTHS, *(short for short in _SHORT_MONTHS if short != "may")), key=len, reverse=True))
_DAY = "|".join(sorted((*_DAYS, *_SHORT_DAYS), key=len, reverse=True))
_COUNT = rf"\d{{1,2}}|{'|'.join(_NUMBERS)}"

_Span = tuple[date | None, date | None]


def read_period(words: str, today: date) -> Period | None:
    """The first period in words that are folded, one space apart. A month alone counts after *in* and the like."""
    for pattern, meaning in _READINGS:
        found = pattern.search(words)
        if found:
            span = meaning(found, today)
            if span:
                start = words.count(" ", 0, found.start())
                coming = _a_week_on(span) if meaning is _weekday and not _LOOKS_BACK.search(found[0]) else None
                return Period(start, start + len(found[0].split()), *span, coming)
    return None


_LOOKS_BACK = re.compile(r"since|last|past|after|from")


def _a_week_on(span: _Span) -> _Span:
    since, until = span
    return since and since + _WEEK, until and until + _WEEK


def _month(found: re.Match[str], today: date) -> _Span | None:
    number = _MONTHS.get(found["month"]) or _SHORT_MONTHS[found["month"]]
    year = int(found["year"]) if found["year"] else today.year - (number > today.month)
    first = _first_of(year, number)
    day = found["day"]
    if day:
        return _on_day(found["how"] or "on", first, int(day))
    return _bounded(found["how"] or "in", first, _next_month(first))


def _first_of(year: int, month: int) -> date:
    return date(min(max(year, 1900), 9998), month, 1)


def _on_day(how: str, first: date, day: int) -> _Span | None:
    if not 1 <= day <= calendar.monthrange(first.year, first.month)[1]:
        return None
    on = first.replace(day=day)
    return _bounded(how, on, on + timedelta(days=1))


def _bounded(how: str, first: date, after: date) -> _Span:
    if how == "since":
        return first, None
    if how == "after":
        return after, None
    if how in ("before", "until", "till", "prior to", "by"):
        return None, first
    return first, after


def _next_month(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)


def _weekday(found: re.Match[str], today: date) -> _Span:
    number = _DAYS.get(found["weekday"], _SHORT_DAYS.get(found["weekday"], 0))
    on = today - timedelta(days=(today.weekday() - number) % 7 or 7)
    if found["which"] == "last" and on >= _monday(today):
        on -= _WEEK
    return _bounded(found["how"] or "on", on, on + timedelta(days=1))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _whole(found: re.Match[str], today: date) -> _Span:
    """*this week*, *last month*, *next year*."""
    steps = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[found["which"]]
    first = _begins(found["unit"], today, steps)
    after = _begins(found["unit"], today, steps + 1)
    return _bounded(found["how"] or "in", first, after)


def _begins(unit: str, today: date, steps: int) -> date:
    if unit == "week":
        return _monday(today) + steps * _WEEK
    if unit == "month":
        months = today.year * 12 + today.month - 1 + steps
        return date(months // 12, months % 12 + 1, 1)
    year = today.year - (today.month < _SCHOOL_YEAR_BEGINS) + steps
    return date(year, _SCHOOL_YEAR_BEGINS, 1)


def _season(found: re.Match[str], today: date) -> _Span:
    month = _SEASONS[found["season"]]
    year = today.year - (month > today.month)
    first = date(year - (found["which"] == "last" and today < _after_season(date(year, month, 1))), month, 1)
    return _bounded(found["how"] or "in", first, _after_season(first))


def _after_season(first: date) -> date:
    return _next_month(_next_month(_next_month(first)))


def _ago(found: re.Match[str], today: date) -> _Span:
    on = today - timedelta(days=_count(found) * _unit_days(found["unit"]))
    return _bounded(found["how"] or "on", on, on + timedelta(days=1))


def _last_few(found: re.Match[str], today: date) -> _Span:
    return today - timedelta(days=_count(found) * _unit_days(found["unit"])), None


def _count(found: re.Match[str]) -> int:
    return _NUMBERS.get(found["count"], 0) or int(found["count"]) if found["count"] else 1


def _unit_days(unit: str) -> int:
    return {"day": 1, "week": 7, "month": 30, "year": 365}[unit.rstrip("s")]


def _near_day(found: re.Match[str], today: date) -> _Span:
    on = today + timedelta(days={"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1}[found["near"]])
    return _bounded(found["how"] or "on", on, on + timedelta(days=1))


def _numbers(found: re.Match[str], today: date) -> _Span | None:
    """*10/1*, month first as schools here write it; *2026-10-01*."""
    month, day = int(found["m"]), int(found["d"])
    if not 1 <= month <= 12:
        return None
    year = int(found["y"]) if found["y"] else today.year - ((month, day) > (today.month, today.day))
    return _on_day(found["how"] or "on", _first_of(year, month), day)


def _school_year(found: re.Match[str], today: date) -> _Span:
    return _bounded(found["how"] or "since", _begins("year", today, 0), today + timedelta(days=1))


_HOW = r"(?:(?P<how>since|before|until|till|after|prior to|by|in|on|during|from|back in|as of|for|at) )?(?:the )?"
_NO_SEASON = "break|to|on|under|through|behind"  # *winter break* is a week, and *who does this fall to* no time
_ON = r"(?P<how>since|before|until|till|after|by|on|from|as of) (?:the )?"
_MUST = r"(?P<how>since|before|until|till|after|prior to|by|in|during|from|back in|as of) (?:the )?(?:month of )?"

_READINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], _Span | None]], ...] = tuple(
    (re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), meaning)
    for pattern, meaning in (
        (rf"{_HOW}(?P<y>20\d\d) (?P<m>\d\d) (?P<d>\d\d)", _numbers),
        (rf"{_ON}(?P<m>\d{{1,2}}) (?P<d>\d{{1,2}})(?: (?P<y>20\d\d))?", _numbers),
        (rf"{_HOW}(?P<month>{_MONTH}|may) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: (?P<year>20\d\d))?", _month),
        (rf"{_HOW}(?P<day>\d{{1,2}})(?:st|nd|rd|th) (?:of )?(?P<month>{_MONTH}|may)(?: (?P<year>20\d\d))?", _month),
        (rf"{_ON}(?P<day>\d{{1,2}}) (?:of )?(?P<month>{_MONTH}|may)(?: (?P<year>20\d\d))?", _month),
        (
            rf"{_MUST}(?:(?:early|late|mid|last) )?(?P<month>{_MONTH}|may)(?P<day>)(?: (?:of )?(?P<year>20\d\d))?",
            _month,
        ),
        (rf"{_HOW}(?:last )(?P<month>{_MONTH}|may)(?P<day>)(?P<year>)", _month),
        (rf"{_HOW}(?P<which>last|this|past)? ?(?P<weekday>{_DAY})(?: (?:morning|night|afternoon))?", _weekday),
        (
            rf"{_HOW}(?P<which>last|past|previous|this|current|next|coming) (?:school )?(?P<unit>week|month|year)",
            _whole,
        ),
        (rf"{_HOW}(?P<which>last|this|past)? ?(?P<season>{'|'.join(_SEASONS)})(?! (?:{_NO_SEASON}))", _season),
        (rf"{_HOW}(?P<count>{_COUNT})(?: of)? (?P<unit>days?|weeks?|months?|years?) ago", _ago),
        (
            rf"(?:(?:in|over|for) )?(?:the )?(?:last|past) (?P<count>{_COUNT})(?: of)? "
            r"(?P<unit>days?|weeks?|months?|years?)",
            _last_few,
        ),
        (rf"{_HOW}(?P<near>yesterday|today|tonight|tomorrow|tmrw)", _near_day),
        (rf"{_HOW}(?:start|beginning) of (?:the )?(?:school )?year", _school_year),
    )
)
