"""Reads whichever file was sent: a OneRoster zip, or one of our three CSVs."""

from typing import BinaryIO

from handlers.rosters.csv_files import LARGEST_CSV, read_csv
from handlers.rosters.oneroster import read_zip
from handlers.rosters.rows import NOTHING_KNOWN, Known, Roster


def read_file(stream: BinaryIO, known: Known = NOTHING_KNOWN) -> Roster:
    """`stream` can seek, as an open file can. Raises FileRefused where nothing can be taken."""
    start = stream.read(2)
    stream.seek(0)
    if start == b"PK":
        return read_zip(stream, known)
    return read_csv(stream.read(LARGEST_CSV + 1))
