"""Finds which student is meant by a written name: exactly one, one of several, or nobody. Never a guess."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import OSA

from handlers.rules.folding import fold
from handlers.rules.name_forms import (
    How,
    Known,
    forms_of,
    keys_of,
    keys_sought,
    looks_like_initials,
    readings_of,
    words_of,
)
from handlers.rules.near_names import NearNames
from handlers.rules.short_forms import find_related
from handlers.rules.word_names import is_word

__all__ = ["Found", "How", "Known", "NameReading", "Names", "Nobody", "Several", "keys_of", "keys_sought", "read_name"]

MOST_OFFERED = 5
_SHORT_NUMBER = 4  # "504 meeting": a number of so few digits need not be a school ID

# Whole names decide against pieces; everything a student may be called counts alike, so that two are asked about.
_RANK = {How.ID: 0, How.FULL: 1}
_CALLED = 2
_LOOSE_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Found:
    """Exactly one student. `ask_back`: what was written is also a word, so outside a name's own place ask first."""

    student: Known
    how: How
    ask_back: bool = False

    @property
    def say_back(self) -> bool:
        """Whether the reply has to say which name it took."""
        return self.how is How.NEAR


@dataclass(frozen=True, slots=True)
class Several:
    """More than one fits: ask. Those of this channel first."""

    students: tuple[Known, ...]
    how: How
    ask_back: bool = False


@dataclass(frozen=True, slots=True)
class Nobody:
    """Nobody fits. The suggestions may be offered (Maggie for Marguerite, the same surname), never assumed."""

    suggestions: tuple[Known, ...] = ()


NameReading = Found | Several | Nobody


class _Fit(NamedTuple):
    student: Known
    how: How
    rank: int


def read_name(words: str, known: "Sequence[Known] | Names") -> NameReading:
    """Who is meant by words that are a name and nothing else."""
    return names_of(known).read(words)


def names_of(known: "Sequence[Known] | Names") -> "Names":
    return known if isinstance(known, Names) else Names(known)


class Names:
    """The students one asker may see, ready to be found by name. Build once for many names."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = tuple(known)
        self._forms: dict[str, list[tuple[int, How]]] = defaultdict(list)
        for position, student in enumerate(self._known):
            for key, how in forms_of(student):
                self._forms[key].append((position, how))

    def read(self, words: str) -> NameReading:
        return self.read_exact(words) or self._read_near(words) or Nobody(self._suggest(words))

    def read_exact(self, words: str, *, is_marked: bool = False) -> Found | Several | None:
        """Only what is written as it is on record. None where a near miss may still be found.

        `is_marked`: a colon or a dash says that this is a name, so it is not asked back for being a word too.
        """
        fits = self._fits(words)
        return _settle(_closest(fits), ask_back=not is_marked and _is_doubtful(words)) if fits else None

    def read_plain(self, key: str) -> Found | Several | None:
        """Who is called by one folded key, word for word; never by initials alone."""
        fits = self._called([key])
        return _settle(_closest(fits), ask_back=is_word(key)) if fits else None

    def read_surname(self, words: str) -> Found | Several | None:
        """Who is called so by the surname alone, in a long one with a slip of the finger."""
        sought = readings_of(words)
        fits = [_Fit(one, How.PART, _CALLED) for one in self._known if fold(one.last) in sought]
        near = (one for one in self._known if any(_is_near_surname(key, fold(one.last)) for key in sought))
        fits = fits or [_Fit(one, How.NEAR, 1) for one in near]
        return _settle(_closest(fits)) if fits else None

    def offer(self, words: str) -> tuple[Known, ...]:
        """Students whose names are commonly shortened or lengthened to this one: *Maggie P* for Marguerite Pell."""
        given, _, rest = fold(words).partition(" ")
        return _ordered(self._called(f"{name} {rest}".strip() for name in find_related(given)))[:MOST_OFFERED]

    def _fits(self, words: str) -> list[_Fit]:
        hits = (hit for key in keys_sought(words) for hit in self._forms.get(key, ()))
        fits = self._ranked(hits, _CALLED if looks_like_initials(words) else _LOOSE_INITIALS)
        strict = [fit for fit in fits if fit.rank <= _CALLED]
        return strict or fits

    def _called(self, keys: Iterable[str]) -> list[_Fit]:
        hits = (hit for key in keys for hit in self._forms.get(key, ()))
        return self._ranked((hit for hit in hits if hit[1] is not How.INITIALS), _CALLED)

    def _ranked(self, hits: Iterable[tuple[int, How]], initials: int) -> list[_Fit]:
        """One fit for each student: the surest."""
        best: dict[int, _Fit] = {}
        for position, how in hits:
            rank = initials if how is How.INITIALS else _RANK.get(how, _CALLED)
            fit = _Fit(self._known[position], how, rank)
            if position not in best or _sureness(fit) < _sureness(best[position]):
                best[position] = fit
        return list(best.values())

    def _read_near(self, words: str) -> Found | Several | None:
        """A sole survivor counts. Somebody commonly called so is a second candidate, so then it is asked."""
        found: dict[int, int] = {}
        for folded in readings_of(words):
            for position, distance in self._near.find(words, folded).items():
                found[position] = min(found.get(position, distance), distance)
        fits = [_Fit(self._known[position], How.NEAR, distance) for position, distance in found.items()]
        if not fits:
            return None
        closest = _survivors(fits)
        taken = {fit.student for fit in closest}
        called_so = (_Fit(one, How.NEAR, 0) for one in self.offer(words) if one not in taken)
        return _settle([*closest, *called_so])

    def _suggest(self, words: str) -> tuple[Known, ...]:
        """Short forms first, then those who share the given name or the surname."""
        shared = {word for word in fold(words).split() if len(word) > 1}
        alike = [_Fit(one, How.PART, 0) for one in self._known if shared & words_of(one)] if shared else []
        return tuple(dict.fromkeys((*self.offer(words), *_ordered(alike))))[:MOST_OFFERED]

    @cached_property
    def _near(self) -> NearNames:
        return NearNames((key, position, how) for key, hits in self._forms.items() for position, how in hits)


def _is_near_surname(written: str, surname: str) -> bool:
    return min(len(written), len(surname)) >= _LONG_SURNAME and OSA.distance(written, surname, score_cutoff=1) <= 1


_LONG_SURNAME = 7


def _closest(fits: Sequence[_Fit]) -> list[_Fit]:
    """Those of this channel, where they fit as well as anybody; with somebody elsewhere who fits better, both.

    Initials are too weak a sign to leave anybody out.
    """
    best = min(fit.rank for fit in fits)
    top = [fit for fit in fits if fit.rank == best]
    own = [fit for fit in fits if fit.student.here]
    own = [fit for fit in own if fit.rank == min(one.rank for one in own)]
    if not own or all(fit.how is How.INITIALS for fit in own):
        return list(dict.fromkeys((*own, *top)))
    return own if own[0].rank == best else [*own, *top]


def _survivors(fits: Sequence[_Fit]) -> list[_Fit]:
    """Near misses: those of this channel unless somebody elsewhere is nearer."""
    own = [fit for fit in fits if fit.student.here]
    nearest = min(fit.rank for fit in fits)
    return own if own and min(fit.rank for fit in own) <= nearest else list(fits)


def _settle(fits: Sequence[_Fit], *, ask_back: bool = False) -> Found | Several:
    if len(fits) == 1:
        return Found(fits[0].student, fits[0].how, ask_back)
    return Several(_ordered(fits), min(fits, key=_sureness).how, ask_back)


def _is_doubtful(words: str) -> bool:
    folded = fold(words)
    letters = "".join(folded.split())
    short = letters.isdigit() and len(letters) <= _SHORT_NUMBER
    return short or is_word(folded) or any(is_word(key) for key in keys_sought(words))


_ORDER = {how: place for place, how in enumerate(How)}


def _sureness(fit: _Fit) -> tuple[int, int]:
    return fit.rank, _ORDER[fit.how]


def _ordered(fits: Iterable[_Fit]) -> tuple[Known, ...]:
    """Those of this channel first, then the surer, then by name."""
    best = sorted(fits, key=lambda fit: (not fit.student.here, *_sureness(fit), *_by_name(fit.student)))
    return tuple(dict.fromkeys(fit.student for fit in best))


def _by_name(student: Known) -> tuple[str, str, int]:
    return fold(student.preferred or student.first), fold(student.last), student.id
