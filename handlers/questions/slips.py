"""Reads slips of the finger in the language's words: letters swapped, doubled or left out; hardly where names are."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from handlers.questions.name_places import ends_or_owns, is_placed
from handlers.questions.spellings import CONTRACTIONS
from handlers.questions.tokens import Word

# What nearly every question is made of, so that even few letters tell.
OFTEN = frozenset(
    """
who whos whats hows whose what which when where how does did doing have has been this that them they with from week
next still about owner owns owned anyone anything someone update overdue follow latest status case home calls since
kids home call data need plan mine late huddle meeting family speech last year month today yesterday tomorrow monday
tuesday wednesday thursday friday should supposed because right their
""".split()
)
# So many letters tell when one is missing: of a word that nearly every question has, of another. Chang is no change.
_SHORT = 4
_LONG = 7


def mend(
    words: Sequence[Word], taken: Collection[int], is_known: Callable[[Word], bool], language: frozenset[str]
) -> tuple[Word, ...]:
    """The same words, with slips written right. `taken`: places of names that are on record as they are written."""
    mended: list[Word] = []
    for at, word in enumerate(words):
        slip = at not in taken and not word.mention and not is_known(word)
        mended += _mended(words, at, language) if slip else [word]
    return tuple(mended)


def _mended(words: Sequence[Word], at: int, language: frozenset[str]) -> list[Word]:
    word = words[at]
    if word.owned or word.typed.startswith("@") or (word.capital and word.gap and not word.typed.isupper()):
        return [word]
    meant, is_left_out = _slips(language).get(word.bare, ("", False))
    if not meant or ((is_left_out or meant not in OFTEN) and (word.capital or _is_names_place(words, at))):
        return [word]
    return [replace(word, key=meant, bare=plain, plain=plain) for plain in CONTRACTIONS.get(meant, meant).split()]


def _is_names_place(words: Sequence[Word], at: int) -> bool:
    return is_placed(words, at, at + 1) or ends_or_owns(words, at)


@lru_cache(maxsize=2)
def _slips(language: frozenset[str]) -> dict[str, tuple[str, bool]]:
    """Each slip, what was meant, and whether a letter is missing."""
    found: dict[str, tuple[str, bool]] = {}
    for word in (*sorted(OFTEN), *sorted(language)):
        shortest = _SHORT if word in OFTEN else _LONG
        for slip, is_left_out in _slips_of(word):
            if not is_left_out or len(word) >= shortest:
                found.setdefault(slip, (word, is_left_out))
    return found | {slip: (word, True) for word in sorted(language) for slip in _undoubled(word)}


def _undoubled(word: str) -> Iterator[str]:
    """*caling* is rather *calling* than *calming*."""
    if len(word) > _SHORT + 1:
        yield from (word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] == word[at - 1])


def _slips_of(word: str) -> Iterator[tuple[str, bool]]:
    for at in range(1, len(word)):
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :], False
        yield word[:at] + word[at - 1] + word[at:], False
        yield word[:at] + word[at + 1 :], True
