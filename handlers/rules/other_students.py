"""Finds the other students an update names, and takes their names out for readers who may not see them."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from handlers.rules.folding import APOSTROPHES, fold
from handlers.rules.name_forms import How, Known, forms_of, words_of
from handlers.rules.names import Found, Names, names_of
from handlers.rules.near_names import is_slip
from handlers.rules.word_names import is_word

ANOTHER = "another student"

_LONGEST = 8
_TITLES = frozenset(("mr", "mrs", "ms", "mx", "dr", "miss", "mister", "coach", "nurse", "principal"))
_GAP = frozenset(" \t\u00a0-‐‑.,'’")
_ANY_CASE = 4  # a first name of so many letters is plain in lower case too; people type no capitals


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a text: where it stands, and folded, without a possessive ending too."""

    start: int
    end: int
    key: str
    bare: str
    bare_end: int


class _Slips:
    """Single words that are part of a hidden student's name, or nearly so, and of no shown one's."""

    def __init__(self, hidden: Iterable[Known], shown: Iterable[Known]) -> None:
        self._shown = {word for one in shown for word in words_of(one)}
        words = {word for one in hidden for word in words_of(one)}
        self._names = [word for word in words - self._shown if len(word) >= _ANY_CASE]

    def has(self, text: str, words: Sequence[_Word], at: int) -> bool:
        word = words[at]
        if not text[word.start : word.end][:1].isupper() or word.bare in self._shown or _is_staff(text, words, at):
            return False
        return any(is_slip(word.bare, name) for name in self._names)


def other_students_in(text: str, known: "Sequence[Known] | Names", meant: Iterable[Known]) -> tuple[Known, ...]:
    """Students plainly named in these words, without those the words are about.

    Plain is a whole name, a first name with an initial, or a first name that is no word. Misspelt names,
    unrecorded nicknames and initials are not found.
    """
    names, about = names_of(known), frozenset(one.id for one in meant)
    found: dict[int, Known] = {}
    words = _words(text)
    at = 0
    while at < len(words):
        length, students = _named_at(names, text, words, at)
        if not about & {one.id for one in students}:
            found |= {one.id: one for one in students}
        at += max(length, 1)
    return tuple(found.values())


def without_names(text: str, hidden: Iterable[Known], shown: Iterable[Known] = ()) -> str:
    """The text with each name of a hidden student replaced, a slip of the pen in it or a surname alone too.

    What is also the name of a shown one is left.
    """
    hidden, shown = tuple(hidden), tuple(shown)
    slips = _Slips(hidden, shown)
    left = {key for one in shown for key, _ in forms_of(one)}
    forms: dict[str, set[How]] = defaultdict(set)
    for key, how in (form for one in hidden for form in forms_of(one)):
        if key not in left:
            forms[key].add(how)
    words = _words(text)
    pieces: list[str] = []
    kept = at = 0
    while at < len(words):
        length, end = _hidden_at(forms, text, words, at)
        before = text[kept : words[at].start]
        if length:
            pieces, kept = [*pieces, before, ANOTHER], end
        elif slips.has(text, words, at):
            is_rest = bool(pieces) and before.isspace()  # of the name taken out just before
            pieces, kept = pieces if is_rest else [*pieces, before, ANOTHER], words[at].bare_end
        at += max(length, 1)
    return "".join([*pieces, text[kept:]])


def _named_at(names: Names, text: str, words: Sequence[_Word], at: int) -> tuple[int, tuple[Known, ...]]:
    """How many words from here name somebody, and whom; the longest name first."""
    for length, key, _ in _keys_at(text, words, at):
        reading = names.read_plain(key)
        if reading and _is_plain(text, words[at : at + length], reading.how):
            return length, (reading.student,) if isinstance(reading, Found) else reading.students
    return 0, ()


def _hidden_at(forms: Mapping[str, Set[How]], text: str, words: Sequence[_Word], at: int) -> tuple[int, int]:
    """How many words from here are a hidden name, and where it ends."""
    for length, key, end in _keys_at(text, words, at):
        if any(_is_to_hide(text, words[at : at + length], how) for how in forms.get(key, ())):
            return length, end
    return 0, 0


def _keys_at(text: str, words: Sequence[_Word], at: int) -> Iterator[tuple[int, str, int]]:
    """The next words together as they could be a name, longest first: how many, folded, and the end."""
    if _is_staff(text, words, at):
        return
    length = 1
    while length < _LONGEST and at + length < len(words) and _touch(text, words[at + length - 1], words[at + length]):
        length += 1
    for count in range(length, 0, -1):
        before, last = words[at : at + count - 1], words[at + count - 1]
        for key, end in ((last.key, last.end), (last.bare, last.bare_end)):
            keys = [*(word.key for word in before), key]
            turn = next((i for i in range(1, count) if "," in text[words[at + i - 1].end : words[at + i].start]), 0)
            yield count, " ".join(keys[turn:] + keys[:turn]), end


def _is_plain(text: str, words: Sequence[_Word], how: How) -> bool:
    key = " ".join(word.bare for word in words)
    written = [text[word.start : word.end] for word in words]
    if how is How.ID:
        return len(key) > _ANY_CASE and any(char.isdigit() for char in key)
    capital = all(word[:1].isupper() for word in written)
    if len(words) > 1:
        initial = any(len(word.bare) == 1 for word in words)
        return capital or not (any(is_word(word.bare) for word in words) if initial else is_word(key))
    return not is_word(key) and len(key) > 1 and (capital or len(key) >= _ANY_CASE)


def _is_to_hide(text: str, words: Sequence[_Word], how: How) -> bool:
    """More than is plain: names that are words when written as names, and initials in capitals."""
    written = "".join(text[word.start : word.end] for word in words)
    if how is How.INITIALS:
        return written.isupper() and not is_word(fold(written))
    if how is How.ID or _is_plain(text, words, how):
        return _is_plain(text, words, how)
    return written[:1].isupper() and len(written) > 1


def _is_staff(text: str, words: Sequence[_Word], at: int) -> bool:
    """*@fenwick* and *Ms. Fenwick* are adults."""
    start = words[at].start
    return text[start - 1 : start] in ("@", "＠") or (at > 0 and words[at - 1].key in _TITLES)


def _touch(text: str, one: _Word, following: _Word) -> bool:
    return set(text[one.end : following.start]) <= _GAP and following.start - one.end <= 3


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    start = -1
    for at, char in enumerate(f"{text} "):
        if _is_part(char):
            start = at if start < 0 else start
        elif start >= 0:
            words += _word(text, start, at)
            start = -1
    return words


def _word(text: str, start: int, end: int) -> list[_Word]:
    written = text[start:end]
    key = fold(written)
    if not key:
        return []
    owned = len(written) > 2 and written[-2] in APOSTROPHES and written[-1] in "sS"
    bare_end = end - 2 if owned else end - (len(written) - len(written.rstrip(APOSTROPHES)))
    start += len(written) - len(written.lstrip(APOSTROPHES))
    return [_Word(start, end, key, fold(text[start:bare_end]) or key, bare_end)]


def _is_part(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char in "'`"
    return char in APOSTROPHES or unicodedata.category(char)[0] in "LNM" or unicodedata.category(char) == "Cf"
