"""Reads the columns we ask for out of a CSV file. A line's other cells are dropped before anybody looks at them."""

import csv
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import BinaryIO, NamedTuple

from handlers.rosters.findings import Findings
from handlers.rosters.header import Shape, choose_shape, find_cells, note_oddities
from handlers.rosters.lines import Origin, read_lines
from handlers.rosters.rows import FileRefused

_BLANK: tuple[str, ...] = ("blank",)
_RAGGED: tuple[str, ...] = ("ragged",)


class Line(NamedTuple):
    number: int  # where it starts: a quoted cell may run over several
    cells: tuple[str, ...]  # one for each column of the shape; empty where the file has no such column


class Sheet:
    """A file whose first line is understood. Iterating gives the lines that are fit to use."""

    def __init__(self, stream: BinaryIO, shapes: Sequence[Shape], origin: Origin, findings: Findings) -> None:
        self._origin = origin
        self._findings = findings
        self._ended = False
        self._reader = csv.reader(
            self._feed(read_lines(stream, origin), max(shape.most for shape in shapes)), strict=True
        )
        names = self._read_names()
        self.shape = choose_shape(names, shapes, self._reader.line_num, origin)
        note_oddities(names, self.shape, origin, findings)
        self._pick = _picker(len(names), find_cells(names, self.shape))

    def __iter__(self) -> Iterator[Line]:
        for number, picked in self._pick_lines():
            line = self._take(number, picked)
            if line:
                yield line

    def once(self, key_of: Callable[[tuple[str, ...]], Hashable], what: str) -> Iterator[Line]:
        """The lines whose key no earlier line has. `what` the key stands for: "student"."""
        seen: dict[Hashable, int] = {}
        for line in self:
            first = seen.setdefault(key_of(line.cells), line.number)
            if first == line.number:
                yield line
            else:
                self.skip(line, f"is about the same {what} as line {first}, which was taken")

    def skip(self, line: Line, reason: str) -> None:
        """Leave out a line that reads well and still cannot be used."""
        cells = zip(self.shape.columns, line.cells, strict=True)
        ids = [cell for column, cell in cells if column.name in self.shape.ids]
        self._findings.skip(line.number, self.shape.file, reason, ids)

    def _feed(self, lines: Iterator[str], most: int) -> Iterator[str]:
        for count, line in enumerate(lines):
            if count > most:
                raise FileRefused(f"{self._origin.start} has more than {most:,} lines. Split it and send the parts.")
            yield line
        self._ended = True

    def _read_names(self) -> list[str]:
        try:
            names = next(filter(any, self._reader), None)
        except csv.Error:
            return []
        if names is None:
            raise FileRefused(f"{self._origin.start} is empty: not even columns are named. {self._origin.mend}")
        return names

    def _pick_lines(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        picked = map(self._pick, self._reader)
        while True:
            number = self._reader.line_num + 1
            try:
                cells = next(picked, None)
            except csv.Error:
                self._skip_misquoted(number)
                continue
            if cells is None:
                return
            if cells is _RAGGED:
                self._skip_unknown(number, "has more or fewer cells than the first line")
            elif cells is not _BLANK:
                yield number, cells

    def _skip_misquoted(self, number: int) -> None:
        last = self._reader.line_num
        if self._ended:
            unclosed = f"a quotation mark opened on line {number} is never closed"
            raise FileRefused(f"{self._origin.start} cannot be read to its end: {unclosed}. {self._origin.mend}")
        reason = f"runs on to line {last}: " if last > number else ""
        self._skip_unknown(number, f"{reason}a quotation mark is out of place", lines=last - number + 1)

    def _skip_unknown(self, number: int, reason: str, lines: int = 1, ids: Iterable[str] = ()) -> None:
        if self.shape.ids:
            self._findings.unread += lines
        self._findings.skip(number, self.shape.file, reason, ids)

    def _take(self, number: int, picked: tuple[str, ...]) -> Line | None:
        cells: list[str] = []
        for column, cell in zip(self.shape.columns, picked, strict=True):
            text, wrong = column.take(cell)
            if wrong and column.strict:
                self._skip_wrong(number, picked, f"{column.name} {wrong}")
                return None
            if wrong:
                self._findings.leave_out(number, self.shape.file, f"{column.name} {wrong}, so it was left out")
            cells.append(text)
        return Line(number, tuple(cells))

    def _skip_wrong(self, number: int, picked: tuple[str, ...], reason: str) -> None:
        cells = zip(self.shape.columns, picked, strict=True)
        ids = [column.take(cell) for column, cell in cells if column.name in self.shape.ids]
        known = [text for text, _ in ids]
        if any(wrong for _, wrong in ids):
            self._skip_unknown(number, reason, ids=known)
        else:
            self._findings.skip(number, self.shape.file, reason, known)


def _picker(width: int, places: Sequence[int]) -> Callable[[list[str]], tuple[str, ...]]:
    choose = itemgetter(*places)

    def pick(cells: list[str]) -> tuple[str, ...]:
        if not any(cells):
            return _BLANK
        # A comma or line break too many shifts the cells: a birth date may stand where a name should.
        if len(cells) != width:
            return _RAGGED
        cells.append("")  # what place -1 gives
        picked: tuple[str, ...] = choose(cells)
        return picked

    return pick
