"""Reads an ICS export: holidays, staff days and short days sorted out of whatever else a school's calendar holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.calendars.kinds import Words, sort_entry
from handlers.calendars.recurrence import length_of, list_starts, on_wall, zone_of
from handlers.calendars.rows import CalendarFile, FileRefused, Left, Marked

if TYPE_CHECKING:  # icalendar is much to load for a file that comes once a year
    from icalendar import Event

LARGEST = 5 * 1024 * 1024  # bytes
MOST_EVENTS = 20_000
LONGEST_NOTE = 200
LONGEST_STRETCH_DAYS = 366
DAY = timedelta(days=1)
NOT_ABOUT_DAYS = "it says nothing about school days"
NO_CALENDAR = "This is no calendar I can read. Export it once more as ICS (iCalendar), or send date,kind,note as CSV."


def looks_like(content: bytes) -> bool:
    return content[:200].lstrip(b"\xef\xbb\xbf\r\n ").upper().startswith(b"BEGIN:VCALENDAR")


def read_ics(content: bytes, first: date, last: date, zone: ZoneInfo, own: Words | None = None) -> CalendarFile:
    """What falls between these days, timed events by the school's own clock. Raises FileRefused."""
    from icalendar import Calendar, Event

    if len(content) > LARGEST:
        raise FileRefused("This calendar is larger than 5 MB. Export one school year of it.")
    if not looks_like(content):
        raise FileRefused(NO_CALENDAR)
    try:
        calendars = Calendar.from_ical(content, multiple=True)
    except (ValueError, IndexError, KeyError):
        raise FileRefused(NO_CALENDAR) from None
    events = [one for calendar in calendars for one in calendar.walk("VEVENT") if isinstance(one, Event)]
    if len(events) > MOST_EVENTS:
        raise FileRefused(f"This calendar has more than {MOST_EVENTS} events. Export one school year of it.")
    return _sort_out(dict(zip(_lines_of(content, len(events)), events, strict=True)), first, last, zone, own)


def _lines_of(content: bytes, count: int) -> list[int]:
    """Where each event begins; numbers below one, which are no lines, where they could not be told apart."""
    found = [number for number, line in enumerate(content.splitlines(), 1) if line.strip().upper() == b"BEGIN:VEVENT"]
    return found if len(found) == count else list(range(0, -count, -1))


def _sort_out(events: "dict[int, Event]", first: date, last: date, zone: ZoneInfo, own: Words | None) -> CalendarFile:
    """`events` by the line they begin in."""
    changed = _changed_ones(events.values())
    marked: set[Marked] = set()
    left: list[Left] = []
    others: list[Left] = []
    for number, event in events.items():
        line = max(number, 0)
        note = str(event.get("SUMMARY", "")).strip()[:LONGEST_NOTE]
        kind = sort_entry(note, own)
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        if kind is None:
            others.append(Left(line, note, NOT_ABOUT_DAYS))
            continue
        try:
            days = list(_days_of(event, first, last, zone, changed))
        except (ValueError, TypeError, AttributeError, OverflowError, KeyError):
            left.append(Left(line, note, "its dates cannot be read"))
            continue
        marked.update(Marked(starts_on, ends_on, kind, note) for starts_on, ends_on in days)
    return CalendarFile(tuple(sorted(marked, key=_by_day)), tuple(left), tuple(others))


def _changed_ones(events: "Iterable[Event]") -> dict[str, set[datetime]]:
    """Occurrences of a repeated event that stand elsewhere in the file as events of their own, by uid."""
    found: dict[str, set[datetime]] = defaultdict(set)
    for event in events:
        moment = getattr(event.get("RECURRENCE-ID"), "dt", None)
        if moment is not None:
            found[str(event.get("UID", ""))].add(on_wall(moment, zone_of(moment)))
    return found


def _days_of(
    event: "Event", first: date, last: date, zone: ZoneInfo, changed: dict[str, set[datetime]]
) -> Iterator[tuple[date, date]]:
    length = min(length_of(event), timedelta(days=LONGEST_STRETCH_DAYS))
    is_change = event.get("RECURRENCE-ID") is not None
    moved = set() if is_change else changed.get(str(event.get("UID", "")), set())
    for start in list_starts(event, first - length, last):
        if on_wall(start, zone_of(start)) in moved:
            continue
        starts_on, ends_on = _span(start, length, zone)
        if ends_on >= first:
            yield starts_on, ends_on


def _span(start: date | datetime, length: timedelta, zone: ZoneInfo) -> tuple[date, date]:
    """Both ends are in it: an all-day end, and a midnight, belong to the day before."""
    if not isinstance(start, datetime):
        return start, start + max(length, DAY) - DAY
    begins = start.astimezone(zone) if start.tzinfo is not None else start
    ends = begins + length - timedelta(microseconds=1 if length else 0)
    return begins.date(), ends.date()


def _by_day(marked: Marked) -> tuple[date, date, str, str]:
    return marked.starts_on, marked.ends_on, marked.kind.value, marked.note
