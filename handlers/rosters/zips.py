"""Opens a OneRoster zip with care: one folder of CSV files, no tricks with paths or sizes."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from handlers.rosters.findings import Findings
from handlers.rosters.header import Shape
from handlers.rosters.lines import exported
from handlers.rosters.rows import FileRefused
from handlers.rosters.sheet import Sheet

LARGEST_UNPACKED = 1024 * 1024 * 1024  # bytes, of the files we read together
_MOST_ENTRIES = 1000
# The files of an invented district pack 6 to 41 times smaller (measured); deflate can go to 1,000.
_TIGHTEST = 150
_SMALL = 1024 * 1024
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError)
_UNOPENABLE = (*_UNREADABLE, NotImplementedError, RuntimeError, ValueError, IndexError, struct.error)
_JUNK = re.compile(r"(^|/)(__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)")
_AGAIN = "Ask whoever makes the OneRoster export for a fresh one."


class RosterZip:
    """The CSV files of an export, by their OneRoster names."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._opened = opened
        self._entries = _find_entries(opened.infolist())

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._entries

    @contextmanager
    def sheet(self, shape: Shape, findings: Findings) -> Iterator[Sheet]:
        with self.open(shape.file) as stream:
            yield Sheet(stream, [shape], exported(shape.file), findings)

    def open(self, name: str) -> BinaryIO:
        """Unpacks as it is read. zipfile stops at the size the entry declares, and that was checked."""
        try:
            return cast(BinaryIO, self._opened.open(self._entries[name.casefold()]))
        except _UNOPENABLE:
            raise zipfile.BadZipFile from None


@contextmanager
def open_zip(stream: BinaryIO) -> Iterator[RosterZip]:
    """Whatever breaks in the zip while it is open is refused in a sentence."""
    try:
        with _open(stream) as opened:
            yield RosterZip(opened)
    except _UNREADABLE:
        raise FileRefused(f"This zip is damaged or incomplete. {_AGAIN}") from None


def _open(stream: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except _UNOPENABLE:
        raise zipfile.BadZipFile from None


def _find_entries(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    if len(infos) > _MOST_ENTRIES:
        raise FileRefused(f"This zip holds {len(infos):,} files, far more than a OneRoster export. {_AGAIN}")
    # Some Windows tools write backslashes.
    placed = [(info.filename.replace("\\", "/"), info) for info in infos if not info.is_dir()]
    if any(_leads_outside(path) for path, _ in placed):
        raise FileRefused(f"This zip has files that point outside its own folder, so nothing was opened. {_AGAIN}")
    files = [(PurePosixPath(path), info) for path, info in placed if not _JUNK.search(path)]
    folder = _find_folder([path for path, _ in files])
    ours = [(path.name.casefold(), info) for path, info in files if path.parent == folder]
    entries = dict(ours)
    if len(entries) < len(ours):
        raise FileRefused(f"This zip holds two files of the same name. {_AGAIN}")
    _refuse_unsafe([*entries.values()])
    return entries


def _leads_outside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return path.startswith("/") or ".." in parts or ":" in path


def _find_folder(paths: list[PurePosixPath]) -> PurePosixPath:
    """Where manifest.csv is: at the top by the standard, in one folder when somebody zipped a folder."""
    if any(path.name == "[Content_Types].xml" for path in paths):
        raise FileRefused('This is an Excel workbook. Save it as "CSV UTF-8" (File > Save As) and send that.')
    folders = [path.parent for path in paths if path.name.casefold() == "manifest.csv"]
    if not folders:
        raise FileRefused(
            "This zip has no manifest.csv, so it is no OneRoster 1.1 or 1.2 export. "
            "Send a plain CSV without a zip, or ask for a OneRoster export."
        )
    if len(folders) > 1:
        raise FileRefused("This zip holds more than one export. Send them one at a time.")
    if len(folders[0].parts) > 1:
        raise FileRefused("The files lie in folders within folders. Zip the CSV files themselves and send that.")
    return folders[0]


def _refuse_unsafe(infos: list[zipfile.ZipInfo]) -> None:
    if any(info.flag_bits & 1 for info in infos):
        raise FileRefused("This zip is locked with a password. Send one without.")
    # The other methods unpack a block at once, however large it grows.
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        raise FileRefused("This zip is packed in an unusual way. Zip the files with your computer's own tool.")
    if sum(info.file_size for info in infos) > LARGEST_UNPACKED or any(map(_is_bomb, infos)):
        raise FileRefused(f"This zip unpacks to far more than a roster. Nothing was opened. {_AGAIN}")


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > max(_SMALL, info.compress_size * _TIGHTEST)
