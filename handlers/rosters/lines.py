"""Turns a file's bytes into lines of text, or says how to save the file so that this works."""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, cast

from handlers.rosters.rows import FileRefused

LONGEST_LINE = 65_536

_NOT_TEXT = {
    b"PK\x03\x04": "a zip or an Excel workbook",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%PDF": "a PDF",
    b"{\\rt": "a word processor's document",
}
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
# A byte that is not UTF-8 arrives as one of these, so the line it stands on is known.
_STRAY = re.compile("[\udc80-\udcff]")


class Origin(NamedTuple):
    """Whose file it is: how to name it, and what its sender can do about it."""

    name: str
    start: str  # the name where a sentence starts
    resave: str
    mend: str


TYPED = Origin(
    "this file",
    "This file",
    'Save it as "CSV UTF-8" (Excel: File > Save As; Google Sheets: File > Download > CSV) and send it again.',
    "Mend it and send it again.",
)


def exported(file: str) -> Origin:
    resave = "Ask whoever makes the OneRoster export for CSV files in UTF-8."
    return Origin(file, file, resave, "Ask whoever makes the OneRoster export to mend it.")


def read_lines(stream: BinaryIO, origin: Origin) -> Iterator[str]:
    """Line by line, never more of the file in memory than a buffer."""
    bytes_ahead = io.BufferedReader(cast(io.RawIOBase, stream))
    _refuse_other_kinds(bytes_ahead.peek(64)[:64], origin)
    text = io.TextIOWrapper(bytes_ahead, "utf-8-sig", errors="surrogateescape", newline="")
    for number, line in enumerate(iter(lambda: text.readline(LONGEST_LINE), ""), 1):
        if not line.isascii() and _STRAY.search(line):
            raise FileRefused(
                f"{origin.start} is not UTF-8: line {number} has letters of another kind. {origin.resave}"
            )
        if len(line) == LONGEST_LINE:
            raise FileRefused(f"Line {number} of {origin.name} is too long for a table. {origin.mend}")
        yield line


def _refuse_other_kinds(start: bytes, origin: Origin) -> None:
    kind = next((kind for mark, kind in _NOT_TEXT.items() if start.startswith(mark)), "")
    if kind:
        raise FileRefused(f"{origin.start} is {kind}, not a CSV. {origin.resave}")
    if start.startswith(_WIDE_MARKS) or start.count(0) * 4 > len(start):
        raise FileRefused(f"{origin.start} is saved as UTF-16, which cannot be read here. {origin.resave}")
