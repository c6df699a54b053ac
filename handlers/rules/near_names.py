"""Finds names a letter or two away from what was written, so that a slip of the finger still finds its student."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.rules.name_forms import How, looks_like_initials
from handlers.rules.word_names import is_word

_LEAST_LETTERS = 3
_SHORT = 4  # up to so many letters only one may differ
_NEVER = frozenset((How.ID, How.INITIALS))


def _single(folded: str) -> tuple[str, ...]:
    """The single letters in a name. They are initials, and those are never near: Maya T is not Maya Q."""
    return tuple(word for word in folded.split() if len(word) == 1)


def _letters(folded: str) -> int:
    return sum(len(word) for word in folded.split() if len(word) > 1)


class NearNames:
    """Every comparable form of many students, kept by the single letters in it. Positions stand for students."""

    def __init__(self, forms: Iterable[tuple[str, int, How]]) -> None:
        self._written: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._whose: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for form, position, how in forms:
            if how not in _NEVER:
                self._written[_single(form)].append(form)
                self._whose[_single(form)].append(position)

    def find(self, words: str, folded: str) -> dict[int, int]:
        """Positions within two letters (swapped neighbours count as one), one for short names, and how far each is."""
        single = _single(folded)
        if not may_be_misspelt(words, folded) or single not in self._written:
            return {}
        found: dict[int, int] = {}
        near = process.extract(folded, self._written[single], scorer=OSA.distance, score_cutoff=2, limit=None)
        for form, distance, index in near:
            if distance <= _most(folded, form):
                position = self._whose[single][index]
                found[position] = min(found.get(position, distance), distance)
        return found


def may_be_misspelt(words: str, folded: str) -> bool:
    """Never initials, never a word of the language, never two letters."""
    return _letters(folded) >= _LEAST_LETTERS and not looks_like_initials(words) and not is_word(folded)


def _most(folded: str, form: str) -> int:
    return 1 if min(_letters(folded), _letters(form)) <= _SHORT else 2


def is_slip(word: str, name: str) -> bool:
    """Whether one folded word is that folded name, perhaps misspelt."""
    if word == name:
        return True
    return not is_word(word) and OSA.distance(word, name) <= (1 if min(len(word), len(name)) <= _SHORT else 2)
