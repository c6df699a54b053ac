"""What words the language of questions has, and which of them a misspelt one is meant as."""

from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.questions import duty_words, grammar
from handlers.questions.duty_words import turns_of
from handlers.questions.ordinary_words import ORDINARY
from handlers.questions.tokens import Word
from handlers.questions.vocabulary import ABOUT_KID, ABOUT_MINE, ABOUT_PAIR, FILLER, PRONOUNS
from handlers.questions.word_forms import KNOWN_FORMS, VERB_FORMS
from handlers.rules.word_names import NAME_WORDS, is_word

_LEAST_LETTERS = 5
_LONG = 8


def is_said(word: Word, *, in_names_place: bool, after_who: bool = False) -> bool:
    """Whether the language knows this word, perhaps misspelt.

    Where a name stands, only a thing may be misspelt; after *who*, a verb even where it is short.
    """
    if after_who and find_verb(word):
        return True
    if word.bare in _known() or is_word(word.bare) or _is_inflected(word):
        return True
    if not in_names_place:
        return word.plain in _known() or bool(correct(word))
    if word.plain != word.bare:
        return word.plain in _THINGS or word.plain in _COURTESY or word.plain in ORDINARY or " " in word.plain
    meant = correct(word)
    return meant in _THINGS and word.bare[:1] == meant[:1] and len(meant) >= _NO_NAME


def _is_inflected(word: Word) -> bool:
    """*skipped*, *laminating*, *presently*: a form of a word that is known, too long for Jared or Ming."""
    name = word.capital and not word.typed.isupper()
    if name or len(word.bare) < _SHORTEST_FORM or not word.bare.endswith(("ed", "ing", "ly")):
        return False
    stem = word.bare.removesuffix("ed").removesuffix("ing").removesuffix("ly")
    stems = {stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem}
    return any(one in _known() or is_word(one) for one in stems)


_SHORTEST_FORM = 6


def correct(word: Word) -> str:
    """The word of the language this is a slip of, or nothing. Never one with a capital inside a sentence."""
    if word.capital and word.gap and not word.typed.isupper():
        return ""
    return _nearest(word.bare)


def find_verb(word: Word) -> str:
    """The verb this is a slip of, where a verb has to be: *who ownes*."""
    if word.capital or len(word.bare) < _LEAST_LETTERS - 1 or word.bare in _known():
        return ""
    return _nearest_verb(word.bare)


@lru_cache(maxsize=1024)
def _nearest_verb(bare: str) -> str:
    near = process.extract(bare, _VERBS, scorer=OSA.distance, score_cutoff=1, limit=5)
    return next((verb for verb, *_ in near if verb[0] == bare[0]), "")


_VERBS = sorted(form for form in VERB_FORMS if len(form) >= _LEAST_LETTERS - 1)


@lru_cache(maxsize=4096)
def _nearest(bare: str) -> str:
    if len(bare) < _LEAST_LETTERS or not bare.isalpha() or is_word(bare):
        return ""
    most = 2 if len(bare) >= _LONG else 1
    near = process.extract(bare, _correctable(), scorer=OSA.distance, score_cutoff=most, limit=5)
    return next((word for word, *_ in near if _is_slip(bare, word)), "")


def _is_slip(bare: str, word: str) -> bool:
    """Letters swapped, or in longer words one left out, doubled or hit wrong. *holden* is no slip of *holder*."""
    if bare[0] != word[0]:
        return False
    if len(bare) == _LEAST_LETTERS or (len(bare) == len(word) < _LONG):
        return sorted(bare) == sorted(word)
    return True


def is_known(word: Word) -> bool:
    """Whether it is written as the language has it."""
    written_so = word.bare in _known() or is_word(word.bare) or _is_inflected(word)
    return written_so or word.plain != word.bare or not word.bare.isalpha()


@cache
def language() -> frozenset[str]:
    """The words that a slip may be meant as."""
    return frozenset(word for word in _correctable() if word.isalpha()) - NAME_WORDS


@cache
def _grammar_words() -> frozenset[str]:
    turns = (turn for lines in (FILLER, ABOUT_KID, ABOUT_MINE, ABOUT_PAIR) for turn in turns_of(lines))
    return frozenset(word for turn in turns for word in turn) | grammar.VOCABULARY | KNOWN_FORMS | PRONOUNS


@cache
def _duty_words() -> frozenset[str]:
    return frozenset(word for turn in duty_words.all_turns() for word in turn)


@cache
def _known() -> frozenset[str]:
    return _grammar_words() | _duty_words() | ORDINARY


@cache
def _correctable() -> list[str]:
    return sorted(word for word in _grammar_words() | _duty_words() if len(word) >= _LEAST_LETTERS - 1)


_COURTESY = frozenset(("please", "thanks", "because", "before", "with"))  # pls, tia, bc
# What is asked about and is so long that a slip in it is nobody's name.
_NO_NAME = 6
_THINGS = frozenset(
    """
accommodation accommodations behavior caseload collecting communication contact counseling counselor currently family
follow followup followups handling huddle latest manager medication meeting meetings missing monitoring occupational
overdue physical progress responsible sensory speech status strengths student students tracking therapist therapy
unassigned update updates doing supposed promised
""".split()
)


def correct_plain(word: Word) -> str:
    known = word.plain in _known() or word.bare in _known() or is_word(word.bare)
    return word.plain if known else correct(word) or word.plain
