"""Reads what people call the parts of a school year: "winter recess", "1st quarter", "Q1", "the break"."""

from dataclasses import dataclass

from handlers.rules.folding import fold
from storage.calendar import DayKind

_SAME = {
    "recess": "break",
    "vacation": "break",
    "holidays": "break",
    "holiday": "break",
    "breaks": "break",
    "christmas": "winter",
    "xmas": "winter",
    "autumn": "fall",
    "quarters": "quarter",
    "qtr": "quarter",
    "sem": "semester",
    "tri": "trimester",
    "mp": "quarter",
    "first": "1",
    "1st": "1",
    "second": "2",
    "2nd": "2",
    "third": "3",
    "3rd": "3",
    "fourth": "4",
    "4th": "4",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
}
_LETTERS = {"q": "quarter", "s": "semester", "t": "term", "mp": "quarter"}  # Q1, S2, T3
_KINDS = {
    "break": DayKind.BREAK,
    "term": DayKind.TERM,
    "quarter": DayKind.TERM,
    "semester": DayKind.TERM,
    "trimester": DayKind.TERM,
}
_LEFT_OUT = frozenset("the our a this next school of and day no marking grading period".split())


@dataclass(frozen=True, slots=True)
class Asked:
    """A name taken apart. Without words of its own ("the break") there is only the kind to go by."""

    words: frozenset[str]
    kind: DayKind | None


def read_name(name: str) -> Asked | None:
    """None where nothing is left that could name anything."""
    words = _words_of(name) - _LEFT_OUT
    if all(word.isdecimal() for word in words):
        return None
    kinds = words & _KINDS.keys()
    return Asked(words if words - kinds else frozenset(), _KINDS[min(kinds)] if kinds else None)


def words_called(name: str, kind: DayKind) -> frozenset[str]:
    """All words that a part of the year of this name and kind may be called by."""
    words = _words_of(name)
    return words | {"break"} if kind is DayKind.BREAK else words


def is_called(words: frozenset[str], kind: DayKind, asked: Asked) -> bool:
    """Whether the part of the year with these words is the one that is asked for."""
    return asked.words <= words if asked.words else kind is asked.kind


def _words_of(name: str) -> frozenset[str]:
    return frozenset(_SAME.get(word, word) for part in fold(name).split() for word in _apart(part))


def _apart(word: str) -> list[str]:
    """ "q1" is "quarter" and "1"."""
    letters, digits = word.rstrip("0123456789"), word.lstrip("abcdefghijklmnopqrstuvwxyz")
    if letters in _LETTERS and digits and letters + digits == word:
        return [_LETTERS[letters], digits]
    return [word]
