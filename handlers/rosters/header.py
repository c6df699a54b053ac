"""Which columns a file should have, and which of the shapes we know its first line fits."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from handlers.rosters.cells import Unreadable
from handlers.rosters.findings import Findings
from handlers.rosters.lines import TYPED, Origin
from handlers.rosters.rows import FileRefused


class Column(NamedTuple):
    """A column we read. Whatever a file has besides is never looked at."""

    name: str
    read: Callable[[str], str]
    there: bool = False  # the file must have it
    strict: bool = False  # a cell that cannot be read costs the line, not just the cell
    filled: bool = False  # so does an empty one

    def take(self, cell: str) -> tuple[str, str]:
        """What the cell says, and what is wrong with it."""
        try:
            text = self.read(cell) if cell else ""
        except Unreadable as unreadable:
            return "", unreadable.reason
        return text, "is empty" if self.filled and not text else ""


class Shape(NamedTuple):
    file: str  # what we call it: a sender's own file name may hold a student's
    columns: tuple[Column, ...]
    ids: tuple[str, ...] = ()  # the columns that tell which student a line is about
    most: int = 2_000_000  # lines


def needs(name: str, read: Callable[[str], str]) -> Column:
    return Column(name, read, there=True, strict=True, filled=True)


def has(name: str, read: Callable[[str], str]) -> Column:
    return Column(name, read, there=True, strict=True)


def takes(name: str, read: Callable[[str], str]) -> Column:
    return Column(name, read)


def fold(name: str) -> str:
    """First Name, first_name and firstName are one column."""
    return "".join(filter(str.isalnum, name.casefold()))


def choose_shape(names: Sequence[str], shapes: Sequence[Shape], line: int, origin: Origin) -> Shape:
    """The shape the first line fits best. Refusals never repeat the line: it may hold a student already."""
    folded = [fold(name) for name in names]
    shape = max(shapes, key=lambda shape: (not _find_missing(folded, shape), len(_find_places(folded, shape))))
    _refuse_other_separators(names, origin)
    if not _find_places(folded, shape):
        raise FileRefused(
            f"Line {line} of {origin.name} does not name columns we know. {_say_shapes(shapes)} {origin.mend}"
        )
    missing = _find_missing(folded, shape)
    if missing:
        raise FileRefused(
            f"Line {line} of {origin.name} has no column {_join(missing)}. {_say_shapes([shape])} {origin.mend}"
        )
    twice = [column.name for column in shape.columns if folded.count(fold(column.name)) > 1]
    if twice:
        raise FileRefused(f"Line {line} of {origin.name} names {_join(twice)} twice. {origin.mend}")
    return shape


def note_oddities(names: Sequence[str], shape: Shape, origin: Origin, findings: Findings) -> None:
    folded = [fold(name) for name in names]
    places = _find_places(folded, shape)
    absent = [column.name for column in shape.columns if fold(column.name) not in folded]
    if absent:
        findings.warn(f"{shape.file} has no column {_join(absent)}: read as empty.")
    if places != sorted(places):
        findings.warn(f"{shape.file} has its columns in another order than usual: they were read by name.")
    if len(names) > len(places) and origin is TYPED:
        findings.warn(f"{shape.file} has columns besides ours: {len(names) - len(places)}. They were not read.")


def find_cells(names: Sequence[str], shape: Shape) -> list[int]:
    """Where each column of the shape stands in a line; -1 where the file does not have it."""
    folded = [fold(name) for name in names]
    return [folded.index(fold(column.name)) if fold(column.name) in folded else -1 for column in shape.columns]


def _find_places(folded: Sequence[str], shape: Shape) -> list[int]:
    return [folded.index(fold(column.name)) for column in shape.columns if fold(column.name) in folded]


def _find_missing(folded: Sequence[str], shape: Shape) -> list[str]:
    return [column.name for column in shape.columns if column.there and fold(column.name) not in folded]


def _refuse_other_separators(names: Sequence[str], origin: Origin) -> None:
    other = next((sign for sign in (";", "\t", "|") if len(names) == 1 and sign in names[0]), "")
    if other:
        word = {";": "semicolons", "\t": "tabs", "|": "bars"}[other]
        raise FileRefused(f"{origin.start} has {word} between its cells. It needs commas. {origin.mend}")


def _say_shapes(shapes: Sequence[Shape]) -> str:
    heads = " or ".join(",".join(column.name for column in shape.columns) for shape in shapes)
    return f"It should read {heads}."


def _join(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
