"""Finds the adults named in a sentence: *Ms Lopez*, *@lopez*, *the psych*, a bare name in an adult's place."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from handlers.questions.name_places import AFTER_NAMES
from handlers.questions.staff import TITLES, Staff, positions_at
from handlers.questions.tokens import Word, written
from handlers.rules.folding import fold
from handlers.rules.word_names import is_word

_AUXILIARIES = frozenset("is are was were does do did has have had will can should would".split())
_ADULT_VERBS = frozenset(
    """
doing doin owe owes plan planning handle handling cover covering bring got get gotten promised said agreed say own
owns have has had do does did supposed responsible working still hold holds up offer offered promise volunteer
volunteered agree say claim each
""".split()
)
_THEIRS = frozenset("job jobs followup followups tasks plate list responsibilities duties role roles todo work".split())
_TAKING_OVER = frozenset(("take over", "took over", "take on", "become case", "become family", "become the"))
_WITHOUT_DUTY = frozenset(
    ("psychologist", "social worker", "English learner", "paraeducator", "nurse", "administrator", "general education")
)
_BEFORE_ADULTS = frozenset("before replaced replace by".split())
_ALWAYS = frozenset("ms mr mrs mx miss dr".split())
_DETERMINERS = frozenset("the our a her his their my".split())


@dataclass(frozen=True, slots=True)
class Adult:
    """`ids` empty: named so, and nobody is. `firm`: an adult wherever it stands, even with a student called so."""

    start: int
    end: int
    typed: str
    ids: tuple[str, ...]
    firm: bool = True
    position: bool = False


def find_adults(words: Sequence[Word], staff: Staff) -> list[Adult]:
    found: list[Adult] = []
    words = [_owned(word, after) for word, after in zip_longest(words, words[1:])]
    at = 0
    while at < len(words):
        adult = next(_adults_at(words, at, staff), None)
        if adult:
            found.append(adult)
        at = adult.end if adult else at + 1
    return found


def _owned(word: Word, after: Word | None) -> Word:
    """*the psychs plate* has lost its apostrophe."""
    if word.owned or after is None or after.plain not in _THEIRS or len(word.bare) < 3 or word.bare[-1] != "s":
        return word
    return replace(word, bare=word.bare[:-1], owned=True)


def _adults_at(words: Sequence[Word], at: int, staff: Staff) -> Iterator[Adult]:
    word = words[at]
    if word.mention:
        yield Adult(at, at + 1, word.typed, (word.mention,))
    elif word.typed.startswith("@"):
        yield from _behind_at(words, at, staff)
    elif word.bare in TITLES:
        yield from _titled(words, at, staff)
    yield from _by_position(words, at, staff)
    yield from _by_name(words, at, staff)


def _behind_at(words: Sequence[Word], at: int, staff: Staff) -> Iterator[Adult]:
    for end in range(min(at + 3, len(words)), at, -1):
        key = " ".join(word.bare for word in words[at:end])
        ids = staff.by_handle(key) or (staff.by_handle(key.replace(" ", "")) if end > at + 1 else ())
        if ids:
            yield Adult(at, end, written(words, at, end), ids)
    yield Adult(at, at + 1, words[at].typed, ())


def _titled(words: Sequence[Word], at: int, staff: Staff) -> Iterator[Adult]:
    for end in range(min(at + 4, len(words)), at + 1, -1):
        ids = staff.by_title(" ".join(word.bare for word in words[at + 1 : end]))
        if ids:
            yield Adult(at, end, written(words, at, end), ids)
    named = at + 1 < len(words) and words[at].bare in _ALWAYS and bool(words[at + 1].bare)
    if named and (words[at + 1].capital or not is_word(words[at + 1].bare)):
        yield Adult(at, at + 2, written(words, at, at + 2), ())


def _by_position(words: Sequence[Word], at: int, staff: Staff) -> Iterator[Adult]:
    """*the psych* anywhere; *speech* only where an adult does something."""
    keys = tuple(word.bare for word in words)
    first = at + 1 if words[at].bare in _DETERMINERS else at
    for position, length in positions_at(keys, first):
        end = first + length
        if _is_positions_place(words, at, end, position):
            yield Adult(at, end, written(words, at, end), staff.by_position(position), position=True)


def _is_positions_place(words: Sequence[Word], start: int, end: int, position: str) -> bool:
    """*Who is the OT* asks who has the duty; *who is the psych*, for which there is none, who that is."""
    if any(word.plain in ("who", "whose") for word in words[:start]):
        return position in _WITHOUT_DUTY and words[start - 1].plain != "has"
    return is_adults_place(words, start, end)


def _by_name(words: Sequence[Word], at: int, staff: Staff) -> Iterator[Adult]:
    for length in (3, 2):
        key = " ".join(word.bare for word in words[at : at + length])
        ids = staff.by_full_name(key) if at + length <= len(words) else ()
        if ids and (not _is_all_words(key) or is_adults_place(words, at, at + length)):
            yield Adult(at, at + length, written(words, at, at + length), ids, firm=len(key.split()[-1]) > 1)
    ids = staff.by_word(words[at].bare) if len(words[at].bare) > 1 else ()
    if not ids:
        return
    placed = is_adults_place(words, at, at + 1)
    if placed or not is_word(words[at].bare):
        yield Adult(at, at + 1, words[at].typed, ids, firm=False)


def _is_all_words(key: str) -> bool:
    return all(len(part) == 1 or is_word(part) for part in key.split())


def is_adults_place(words: Sequence[Word], start: int, end: int) -> bool:
    """Between *is*, *does*, *what has* and what an adult does about a student named after it."""
    if words[end - 1].owned and end < len(words) and words[end].plain in _THEIRS:
        return any(word.plain in ("for", "with", "on", "about") for word in words[end + 1 :])
    closes = end == len(words) or words[end].plain in AFTER_NAMES
    if closes and start > 1 and words[start - 1].plain in ("it", "or"):
        return any(word.plain in _AUXILIARIES for word in words[:start])
    if start == 0 or end >= len(words) or words[end - 1].owned:
        return start > 0 and words[start - 1].plain in _BEFORE_ADULTS
    before, after = words[start - 1], words[end]
    if before.plain in _BEFORE_ADULTS:
        return True
    if start > 1 and words[start - 2].plain == "how":
        return False
    asks_what = start > 1 and words[start - 2].plain == "what"
    if asks_what and before.plain in _AUXILIARIES and any(word.plain in ("for", "with") for word in words[end + 1 :]):
        return True
    if before.plain in _AUXILIARIES and " ".join(word.plain for word in words[end : end + 2]) in _TAKING_OVER:
        return True
    return before.plain in _AUXILIARIES and (after.plain in _ADULT_VERBS or fold(after.typed) in ("on", "calling"))


def adults_ids(adults: Collection[Adult]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for adult in adults for one in adult.ids))
