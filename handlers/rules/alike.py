"""Narrows thousands of students to the few whom some words may name, misspelt, shortened or in part."""

import itertools
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.rules.folding import fold
from handlers.rules.short_forms import find_related

_LEAST_LETTERS = 3
_SHORT = 4  # up to so many letters only one may differ
_MOST_WORDS = 80


def find_alike(words: str, names: Iterable[tuple[int, str]]) -> set[int]:
    """Ids of those with a word in their names that is near one that was written; `names` are (id, all names).

    It leaves nobody out whom `Names.read` would find near, and lets in more: reading them decides.
    """
    listed = [(student_id, _words_of(called)) for student_id, called in names]
    there = list(frozenset[str]().union(*(parts for _, parts in listed)))
    near = {word for written in _written(words) for word in _near(written, there)}
    return {student_id for student_id, parts in listed if not near.isdisjoint(parts)}


@lru_cache(maxsize=16384)  # folding a name costs more than looking for it
def _words_of(called: str) -> frozenset[str]:
    """Each word of the names and each two neighbours as one: *Mary Ann* is found by *Maryann* too."""
    parts = fold(called).split()
    return frozenset((*parts, *(one + other for one, other in itertools.pairwise(parts))))


def _written(words: str) -> set[str]:
    tokens = fold(words).split()[:_MOST_WORDS]
    joined = (one + other for one, other in itertools.pairwise(tokens))
    related = (name for token in tokens for name in find_related(token))
    return {*tokens, *joined, *related}


def _near(written: str, there: list[str]) -> list[str]:
    if len(written) < _LEAST_LETTERS:
        return [written] if written in there else []
    found = process.extract(written, there, scorer=OSA.distance, score_cutoff=2, limit=None)
    return [word for word, distance, _ in found if distance <= (1 if min(len(written), len(word)) <= _SHORT else 2)]
