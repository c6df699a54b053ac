"""All the ways a student's name may be written exactly, and the keys under which written words look for one."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from handlers.rules.folding import APOSTROPHES, fold, squash

MOST_WORDS = 10  # María de los Ángeles Ødegaard de la Cruz has eight


@dataclass(frozen=True, slots=True)
class Known:
    """A student the asker may see. `here`: supported by the team of the channel the words were written in."""

    id: int
    school_ref: str
    first: str
    last: str
    preferred: str = ""
    nicknames: tuple[str, ...] = ()
    here: bool = False


class How(StrEnum):
    """What of a student was written, surest first."""

    ID = "id"
    FULL = "full"
    PREFERRED = "preferred"
    NICKNAME = "nickname"
    FIRST_INITIAL = "first_initial"
    FIRST = "first"
    PART = "part"  # a piece left out: Z. Pell, Zoë Pell for Zoë Ødegaard-Pell, Ana for Ana Lucía
    INITIALS = "initials"
    NEAR = "near"


class _Name(NamedTuple):
    """One given name or surname, folded."""

    wholes: tuple[str, ...]  # with spaces and, where it has any, without
    words: tuple[str, ...]
    leading: tuple[str, ...]  # the first of several words; nothing for a name of one word
    starts: tuple[str, ...]  # how initials begin: M and MA for Mary Ann, T and TH for Þóra
    initials: tuple[str, ...]  # how they end: P and O and OP for Ødegaard-Pell, as people use any


def keys_of(known: Known) -> set[str]:
    """The folded keys that find this student, for an index. `keys_sought` gives those to look for."""
    return {key for key, _ in forms_of(known)}


@lru_cache(maxsize=1024)  # asked before students are read, and again among those who are
def keys_sought(words: str) -> frozenset[str]:
    """The keys that a written name may be meant as. Empty where the words are too many for a name, or no words."""
    return frozenset[str]().union(*map(_spellings, readings_of(words)))


def readings_of(words: str) -> frozenset[str]:
    """The words folded: as they are, without a possessive ending, and *Last, First* the way it is said."""
    bare = _unpossessed(words)
    return frozenset(filter(None, map(fold, (words, bare, _turned(bare)))))


def forms_of(known: Known) -> list[tuple[str, How]]:
    """Each exact way to write this student, and what it is. One key may come as several things."""
    reference = squash(fold(known.school_ref))
    forms = [(reference, How.ID)] if reference else []
    first, last = _name(known.first), _name(known.last)
    forms += _called(first, last, How.FIRST) if first.words else _called(last, _name(""), How.FIRST)
    if known.preferred:
        forms += _called(_name(known.preferred), last, How.PREFERRED)
    for nickname in known.nicknames:
        forms += _called(_name(nickname), last, How.NICKNAME)
    return forms


def words_of(known: Known) -> set[str]:
    """Each folded word of all the student's names."""
    names = (known.first, known.last, known.preferred, *known.nicknames)
    return {word for name in names for word in _name(name).words}


def is_possessive(words: str) -> bool:
    """*Zadie's*, *Ives'*."""
    return _OWNER.search(words) is not None


def looks_like_initials(words: str) -> bool:
    """*ZP*, *Z.P.*, *z. p.*: written as initials, so never a misspelt name."""
    bare = _unpossessed(words).strip()
    letters = [char for char in bare if char.isalpha()]
    if not 2 <= len(letters) <= 4 or any(char.isdigit() for char in bare):
        return False
    return all(char.isupper() for char in letters) or bare.count(".") >= len(letters) - 1


def _called(given: _Name, last: _Name, how: How) -> list[tuple[str, How]]:
    """One given name (first, preferred or nickname), alone and with all or part of the surname."""
    forms = [(name, how) for name in given.wholes]
    forms += [(f"{name} {surname}", How.FULL) for name in given.wholes for surname in last.wholes]
    forms += [(f"{name} {initial}", How.FIRST_INITIAL) for name in given.wholes for initial in last.initials]
    forms += _in_part(given, last)
    return forms if how is How.NICKNAME else forms + _initials(given, last)


def _in_part(given: _Name, last: _Name) -> list[tuple[str, How]]:
    shorter = [word[0] for word in given.words[:1]]
    forms = [(f"{name} {surname}", How.PART) for name in shorter for surname in last.wholes]
    if given.leading:
        forms += [(name, How.PART) for name in given.leading]
        forms += [(f"{name} {end}", How.PART) for name in given.leading for end in (*last.wholes, *last.initials)]
    if last.leading:
        names = (*given.wholes, *given.leading, *shorter)
        forms += [(f"{name} {word}", How.PART) for name in names for word in last.words]
    return forms


def _initials(given: _Name, last: _Name) -> list[tuple[str, How]]:
    letters = [f"{start}{end}" for start in given.starts for end in last.initials]
    return [(form, How.INITIALS) for one in dict.fromkeys(letters) for form in (one, " ".join(one))]


@lru_cache(maxsize=8192)  # first names repeat, and folding one costs more than all its forms
def _name(written: str) -> _Name:
    folded = fold(written)
    words = tuple(folded.split())
    if not words:
        return _Name((), (), (), (), ())
    letters = [word[0] for word in words]
    shown = next(filter(None, map(fold, written)), letters[0])
    starts = tuple(dict.fromkeys((letters[0], "".join(letters), shown)))
    if len(words) == 1:
        return _Name(words, words, (), starts, starts)
    return _Name((folded, squash(folded)), words, words[:1], starts, tuple(dict.fromkeys((*letters, *starts))))


_POSSESSIVE = re.compile(rf"(?<=\w)[{APOSTROPHES}](?:s|S)\W*$")
_OWNER = re.compile(rf"\w[{APOSTROPHES}](?:s|S)?\W*$")


def _unpossessed(words: str) -> str:
    """*Zadie's* is Zadie; *Ives'* folds to Ives without help."""
    return _POSSESSIVE.sub("", words)


def _turned(words: str) -> str:
    """*Pell, Zadie* the way it is said. Two commas are no name."""
    last, comma, first = words.partition(",")
    return f"{first} {last}" if comma and "," not in first and fold(first) else words


def _spellings(folded: str) -> set[str]:
    """As written, without its spaces, and with each two neighbours joined: *Mary Ann Pell* may be Maryann Pell."""
    words = folded.split(" ")
    if not folded or len(words) > MOST_WORDS:
        return set()
    joined = (" ".join([*words[:i], words[i] + words[i + 1], *words[i + 2 :]]) for i in range(len(words) - 1))
    return {folded, squash(folded), *joined}
