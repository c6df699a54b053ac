"""Finds where students are named in a sentence exactly as on record, without words that only look like a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handlers.questions.name_places import (
    AFTER_NAMES,
    CLOSED,
    ends_about,
    is_asked_about,
    is_capital_alone,
    is_greeted,
    is_placed,
    is_shouted_alone,
    touches,
)
from handlers.questions.tokens import Word, written
from handlers.questions.word_forms import base_of
from handlers.rules.name_forms import How, Known, keys_sought
from handlers.rules.names import Found, Names, Several
from handlers.rules.word_names import is_word

MOST_NAMED = 60  # so many words of a sentence are tried as names
LONGEST = 5
_TAKING = frozenset(
    "call counsel cover email handle help lead manage monitor over oversee see support take teach text watch".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """Words taken as a name. `placed`: they stand where only a name does. `reading` is None where nobody is found.

    `only`: whom a slip of the finger may mean at most, because part of the name is theirs. `unsure`:
    it counts only if somebody is called about so: *the pike kids*, *for swimming*. `owner`: its apostrophe was lost.
    """

    start: int
    end: int
    typed: str
    reading: Found | Several | None = None
    placed: bool = False
    only: tuple[Known, ...] = ()
    unsure: bool = False
    owner: bool = False

    def students(self) -> tuple[Known, ...]:
        if isinstance(self.reading, Found):
            return (self.reading.student,)
        return self.reading.students if self.reading else ()


Taken = frozenset[int]  # places of words that are something else already: adults, dates


def keys_in(words: Sequence[Word]) -> frozenset[str]:
    """The keys under which an index has every student these words may name exactly."""
    return frozenset[str]().union(*(keys_sought(key) for *_, key in _grams(words)))


def find_named(words: Sequence[Word], names: Names, taken: Taken) -> list[Named]:
    """Students named exactly as on record, the longest name first, without words that only look like one."""
    found: list[Named] = []
    doubtful: list[Named] = []
    used: set[int] = set(taken)
    for start, end, key in sorted(_grams(words), key=lambda gram: (gram[0] - gram[1], gram[0])):
        if used.isdisjoint(range(start, end)):
            named = _named_at(words, start, end, key, names)
            if named and _counts(words, named):
                found.append(named)
                used.update(range(start, end))
            elif named and _is_taken_on(words, named):
                found.append(replace(named, reading=Several(named.students(), How.FIRST)))
                used.update(range(start, end))
            elif named:
                doubtful.append(named)
    if not found and _are_all_names(words, doubtful):
        return sorted(doubtful, key=lambda named: named.start)
    found += [one for one in doubtful if used.isdisjoint(range(one.start, one.end)) and _is_joined(words, one, found)]
    return sorted(found, key=lambda named: named.start)


def _are_all_names(words: Sequence[Word], doubtful: Sequence[Named]) -> bool:
    """*faith and chance*, with nothing else beside them."""
    places = {place for one in doubtful for place in range(one.start, one.end)}
    others = [word.plain for place, word in enumerate(words) if place not in places]
    return len(doubtful) > 1 and set(others) <= {"and", "or"} and len(others) < len(doubtful)


def _is_joined(words: Sequence[Word], named: Named, found: Sequence[Named]) -> bool:
    """*zadie and sky*: what stands beside a plain name, with nothing after it that would make it a word."""
    if named.end < len(words) and words[named.end].plain not in AFTER_NAMES | {"right"}:
        return False
    link = named.start - 1
    joined = link >= 0 and words[link].plain in ("and", "or")
    before = link if joined else named.start
    marked = joined or bool(set(words[named.start].gap) & set("&/+"))
    return marked and any(one.end == before for one in found)


def _grams(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """Each few neighbouring words that could be a name, and as they would be written."""
    words = words[:MOST_NAMED]
    for start in range(len(words)):
        if _may_begin(words, start):
            yield from _grams_from(words, start)


def _grams_from(words: Sequence[Word], start: int) -> Iterator[tuple[int, int, str]]:
    comma = False
    parts: list[str] = []
    for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
        word = words[end - 1]
        if word.mention or not word.typed:
            return
        if end > start + 1 and not touches(word):
            if "," not in word.gap or comma or word.gap.strip(" ,"):
                return
            comma = True
            parts.append(",")
        parts.append(word.bare)
        if _may_end(words, end - 1):
            yield start, end, " ".join(parts)
            if _may_lack_apostrophe(word):
                yield start, end, " ".join([*parts[:-1], word.key[:-1]])
        if word.owned:
            return


def _may_lack_apostrophe(word: Word) -> bool:
    """*mayas case manager*, *tys followup*; *was* is no Wa."""
    return not word.owned and word.key.endswith("s") and len(word.key) > 2 and not is_word(word.key)


def _may_begin(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if not word.bare or word.mention or word.typed.startswith("@"):
        return False
    if word.bare not in CLOSED or word.owned or (at > 0 and (word.capital or ends_about(words, at))):
        return True
    return word.capital and at + 1 < len(words) and words[at + 1].owned and words[at + 1].capital  # *An P's*


def _may_end(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return word.bare not in CLOSED or word.owned or word.capital or (at > 0 and ends_about(words, at))


def _named_at(words: Sequence[Word], start: int, end: int, key: str, names: Names) -> Named | None:
    reading = names.read_exact(_as_written(words, start, end, key))
    if reading is None:
        return None
    typed = written(words, start, end)
    loose = not key.endswith(words[end - 1].bare)
    if loose and not _is_followed_by_thing(words, end):
        return None
    return Named(start, end, typed, reading, loose or is_placed(words, start, end), owner=loose)


def _as_written(words: Sequence[Word], start: int, end: int, key: str) -> str:
    """One word in its case, because initials in capitals count for more."""
    return words[start].typed if end == start + 1 and words[start].typed.casefold() == key else key


def _is_followed_by_thing(words: Sequence[Word], end: int) -> bool:
    """*mayas case manager*: what follows a name with a lost apostrophe belongs to somebody."""
    return end < len(words) and words[end].bare not in CLOSED


def _counts(words: Sequence[Word], named: Named) -> bool:
    if is_greeted(words, named.start, named.end):
        return False
    reading = named.reading
    assert reading is not None
    first = words[named.start]
    if named.end == named.start + 1 and first.bare in CLOSED and not first.owned:
        return is_capital_alone(words, named.start, named.end) or ends_about(words, named.start)
    if reading.how is How.ID:
        return named.placed or not first.key.isdigit()
    if reading.how is How.INITIALS:
        doubtful = is_word("".join(word.bare for word in words[named.start : named.end]))
        shouted = is_shouted_alone(words, named.start, named.end)
        return (named.placed and (shouted or not doubtful)) or (shouted and not doubtful)
    if _is_wordlike(words, named):
        alone = is_capital_alone(words, named.start, named.end)
        return named.placed or alone or is_asked_about(words, named.start, named.end)
    return True


def _is_taken_on(words: Sequence[Word], named: Named) -> bool:
    """*who took over chase*: it may be a name, so it is asked."""
    after = words[named.end].plain if named.end < len(words) else ""
    return named.start > 1 and base_of(words[named.start - 1].bare) in _TAKING and (not after or after in AFTER_NAMES)


def _is_wordlike(words: Sequence[Word], named: Named) -> bool:
    """*hope*, *will b*, *may i*: every part is a word, or a letter."""
    parts = [word.bare for word in words[named.start : named.end]]
    return all(len(part) == 1 or is_word(part) or part in CLOSED for part in parts) or (
        len(parts) == 1 and is_word(parts[0].removesuffix("s"))
    )
