"""Reads a plain calendar: `date,kind,note`, one day or one stretch of days a line. Pure."""

import csv
import io
from collections.abc import Iterator
from datetime import date

from handlers.calendars.kinds import WRITTEN
from handlers.calendars.rows import CalendarFile, FileRefused, Left, Marked
from handlers.rules.folding import fold

LARGEST = 1024 * 1024  # bytes
MOST_LINES = 5000
LONGEST_NOTE = 200
LONGEST_STRETCH_DAYS = 366
NAMES = ("date", "kind", "note")
KINDS = "no school, staff only, early release, break or term"


def looks_like(content: bytes) -> bool:
    """Whether a dropped CSV is a calendar and no list of students."""
    return content[:200].lstrip(b"\xef\xbb\xbf").lower().replace(b" ", b"").startswith(b"date,kind")


def read_csv(content: bytes) -> CalendarFile:
    """Dates as 2027-02-10, a stretch as 2027-12-20..2027-12-31. Raises FileRefused."""
    if len(content) > LARGEST:
        raise FileRefused("This calendar is larger than 1 MB. Send one school year at a time.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefused('This file is not UTF-8. Save it as "CSV UTF-8" and send it again.') from None
    try:
        return _read_lines(csv.reader(io.StringIO(text, newline=None)))  # a lone carriage return ends a line too
    except csv.Error:
        raise FileRefused("This file is no plain table. Save it as CSV once more and send it again.") from None


def _read_lines(lines: Iterator[list[str]]) -> CalendarFile:
    header = [cell.strip().casefold() for cell in next(lines, [])]
    if header[:2] != list(NAMES[:2]):
        raise FileRefused("The first line of a calendar reads: date,kind,note. Add it and send the file again.")
    marked: list[Marked] = []
    left: list[Left] = []
    for number, cells in enumerate(lines, 2):
        if number > MOST_LINES:
            raise FileRefused(f"This calendar has more than {MOST_LINES} lines. Send one school year at a time.")
        if any(cell.strip() for cell in cells):
            found = _read_line(number, [cell.strip() for cell in cells])
            (marked if isinstance(found, Marked) else left).append(found)  # type: ignore[arg-type]
    return CalendarFile(tuple(marked), tuple(left))


def _read_line(number: int, cells: list[str]) -> Marked | Left:
    written, kind_written, note = (*cells, "", "", "")[:3]
    kind = WRITTEN.get(fold(kind_written.replace("_", " ")))
    if kind is None:
        return Left(number, written, f"the kind is not one of {KINDS}")
    days = _read_days(written)
    if isinstance(days, str):
        return Left(number, written, days)
    return Marked(*days, kind, note[:LONGEST_NOTE], number)


def _read_days(written: str) -> tuple[date, date] | str:
    """The first and the last day, or what is wrong with them."""
    first, _, last = written.partition("..")
    try:
        starts_on = date.fromisoformat(first.strip())
        ends_on = date.fromisoformat(last.strip()) if last else starts_on
    except ValueError:
        return "the date is not written as 2027-02-10"
    if ends_on < starts_on:
        return "it ends before it starts"
    if (ends_on - starts_on).days > LONGEST_STRETCH_DAYS:
        return "it is longer than a year"
    return starts_on, ends_on
