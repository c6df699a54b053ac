"""Parts typed words into the student they begin with and the rest: *Maya T: finished 2 of 3 tasks*."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from handlers.rules.folding import fold
from handlers.rules.name_forms import MOST_WORDS, How, is_possessive, keys_sought, looks_like_initials
from handlers.rules.names import Found, Known, NameReading, Names, Nobody, Several, names_of
from handlers.rules.word_names import is_word

_WINDOW = 200  # a name stands in the first so many characters
_LEADING_WORDS = 6  # a name that no colon or dash ends
_MISSPELT_WORDS = 5

_MARK = re.compile(r"[:：–—―]\s*|\s+-+(?!\d)\s*|-{2,}\s*|-+\s+")
# An address, a time of day, an emoji; each begins with its colon, which is quickly looked for.
_NO_MARK = re.compile(r":(?:(?<=\w:)//\S*|(?<=\d:)(?=\d)|(?<![^\s:]:)[a-z0-9_+'-]+:(?!\w))", re.IGNORECASE)
_JOINS = re.compile(r"\s*,?\s+(?:and|&)\s+|\s*[/&+,]\s*", re.IGNORECASE)
_JOIN = re.compile(r"\s*[/&+]\s*|\s+and\s+", re.IGNORECASE)
_TOKEN = re.compile(r"(?!w/)[^\s/&+]+", re.IGNORECASE)
_HASHTAGS = re.compile(r"(?:#[\w-]+\s+)+")
_ENDS_SENTENCE = re.compile(r"[!?;]$|\w{3,}\.$")
_CLOSED = re.compile(r"[,;.!?]$")
_AROUND_NAMES = ' ,;:!?-–—•*_~"“”()'
_GIVEN_ONLY = frozenset((How.FIRST, How.PREFERRED, How.NICKNAME, How.PART))


@dataclass(frozen=True, slots=True)
class Lead:
    """Whom typed words begin with.

    `named` are the words taken as a name, `rest` what is left if they are one; `sure`: act on it, else ask.
    `settled`: found exactly as written, so that students with none of these keys cannot change the reading.
    """

    words: str
    named: str = ""
    rest: str = ""
    who: tuple[NameReading, ...] = ()
    sure: bool = False
    settled: bool = False

    @property
    def text(self) -> str:
        """What is said of the student; all words wherever the name may yet turn out to be no name."""
        plain = len(self.who) == 1 and isinstance(self.who[0], Several) and not self.who[0].ask_back
        return self.rest if self.sure or plain else self.words


class _Split(NamedTuple):
    named: str
    rest: str


def read_lead(words: str, known: "Sequence[Known] | Names") -> Lead:
    """The longest name that fits: before a colon or dash, else the first words. Nothing typed is ever left out."""
    names = names_of(known)
    words = words.strip()
    topics, body = _part_hashtags(words)
    marked = _marked(body)
    lead = (
        _exact_before_mark(names, marked)
        or _near_before_mark(names, marked)
        or _exact_first_words(names, body, settled=not any(map(_may_be_misspelt, marked)))
        or _near_first_words(names, body)
        or _offered(names, body, marked)
    )
    if lead is None:
        return Lead(words, rest=words)
    return replace(lead, words=words, named=lead.named.strip(_AROUND_NAMES), rest=topics + lead.rest)


def keys_before_mark(words: str) -> frozenset[str]:
    """Fewer keys, to be asked for first: of what stands before each colon and dash. Who is found by one of them exactly
    is meant, whoever else is known. Empty where nothing short enough for a name stands there."""
    marked = _marked(_part_hashtags(words.strip())[1])
    if not any(map(_may_be_misspelt, marked)):  # else nobody is settled by the first words instead
        return frozenset()
    return frozenset[str]().union(*map(keys_sought, _parts_of(marked)))


def keys_sought_in(words: str) -> frozenset[str]:
    """The keys under which an index has every student that `read_lead` may find exactly in these words."""
    body = _part_hashtags(words.strip())[1]
    named = _parts_of(_marked(body))
    starts = (0, *(join.end() for join in _JOIN.finditer(body[:_WINDOW])))
    named.update(split.named for start in starts for split in _first_words(body[start:]))
    return frozenset[str]().union(*map(keys_sought, named))


def _parts_of(marked: Iterable[_Split]) -> set[str]:
    return {part for split in marked for part in (split.named, *_JOINS.split(split.named))}


def _part_hashtags(words: str) -> tuple[str, str]:
    """*#win Maya T read aloud*: the name comes after the hashtags."""
    first = _HASHTAGS.match(words)
    return (first[0], words[first.end() :]) if first else ("", words)


@lru_cache(maxsize=64)  # asked before students are read, and again among those who are
def _marked(body: str) -> tuple[_Split, ...]:
    """What stands before and after each colon and dash that may end a name."""
    masked = _NO_MARK.sub(lambda found: "_" * len(found[0]), body[:_WINDOW])
    ends = [(body[: mark.start()].strip(), mark.end()) for mark in _MARK.finditer(masked)]
    return tuple(_Split(named, body[end:].strip()) for named, end in ends if _may_be_names(named))


def _may_be_names(named: str) -> bool:
    """A person behind an @ is staff, and a # is a topic."""
    return 0 < len(fold(named).split()) <= 2 * MOST_WORDS and "@" not in named and "#" not in named


def _may_be_misspelt(split: _Split) -> bool:
    return len(split.named.split()) <= _MISSPELT_WORDS


def _exact_before_mark(names: Names, marked: Sequence[_Split]) -> Lead | None:
    for split in reversed(marked):
        who = _named_exactly(names, split.named)
        if who:
            sure = all(isinstance(one, Found) for one in who)
            return Lead("", split.named, split.rest, tuple(who), sure, settled=True)
    return None


def _named_exactly(names: Names, named: str) -> list[Found | Several]:
    """One student, or several joined by & / + , and; empty unless every part is somebody."""
    whole = names.read_exact(named, is_marked=True)
    if whole:
        return [whole]
    found = [names.read_exact(part, is_marked=True) for part in _JOINS.split(named)]
    people = [one for one in found if one]
    return list(dict.fromkeys(people)) if len(people) == len(found) else []


def _near_before_mark(names: Names, marked: Sequence[_Split]) -> Lead | None:
    for split in filter(_may_be_misspelt, marked):
        found = [names.read(part) for part in (split.named, *_JOINS.split(split.named))]
        who = found[:1] if not isinstance(found[0], Nobody) else found[1:]
        if who and not any(isinstance(one, Nobody) for one in who):
            sure = len(who) == 1 and isinstance(who[0], Found)
            return Lead("", split.named, split.rest, tuple(who), sure)
    return None


def _first_words(body: str) -> list[_Split]:
    """One, two, three… first words as a name, longest last."""
    splits: list[_Split] = []
    end = 0
    for token in _TOKEN.finditer(body, 0, _WINDOW):
        word = token[0]
        if body[end : token.start()].strip() or not fold(word) or word.startswith(("@", "#")):
            break
        end = token.end()
        splits.append(_Split(body[:end].strip(), body[end:]))
        if len(splits) == _LEADING_WORDS or _ENDS_SENTENCE.search(word):
            break
    return splits


def _exact_first_words(names: Names, body: str, *, settled: bool) -> Lead | None:
    who: list[Found | Several] = []
    rest = body
    while found := _longest(names, rest):
        reading, rest = found
        who.append(reading)
        join = _JOIN.match(rest)
        if join is None or not _longest(names, rest[join.end() :]):
            break
        rest = rest[join.end() :]
    if not who:
        return None
    named = body[: len(body) - len(rest)].strip()
    if _goes_on_like_a_name(named, rest, who[-1]):
        who[-1] = replace(who[-1], ask_back=True)
    sure = all(isinstance(one, Found) and not one.ask_back for one in who)
    rest = body if is_possessive(named) else rest.strip()
    return Lead("", named, rest, tuple(dict.fromkeys(who)), sure, settled)


def _longest(names: Names, body: str) -> tuple[Found | Several, str] | None:
    """The longest name these words begin with, and what follows it."""
    fits = [(reading, split) for split in _first_words(body) if (reading := _read_first(names, split.named))]
    if not fits:
        return None
    reading, split = fits[-1]
    last = split.named.split()[-1]
    if len(fits) > 1 and last.islower() and is_word(fold(last)):
        shorter, before = fits[-2]
        if _students(shorter) == _students(reading):
            return shorter, before.rest
        reading = replace(reading, ask_back=True)
    return reading, split.rest


def _read_first(names: Names, named: str) -> Found | Several | None:
    """Nothing marks these words as a name, so initials in lower case are asked back, and are none if a word."""
    reading = names.read_exact(named)
    if reading is None or reading.how is not How.INITIALS or looks_like_initials(named):
        return reading
    return None if reading.ask_back else replace(reading, ask_back=True)


def _students(reading: Found | Several) -> tuple[Known, ...]:
    return (reading.student,) if isinstance(reading, Found) else reading.students


def _goes_on_like_a_name(named: str, rest: str, reading: Found | Several) -> bool:
    """*Maya Quill finished* where only Maya Tallow is known: the words may be about a student nobody here may see."""
    if reading.how not in _GIVEN_ONLY or _CLOSED.search(named) or is_possessive(named):
        return False
    join = _JOIN.match(rest)
    following = _TOKEN.match((rest[join.end() :] if join else rest).lstrip())
    word = following[0].strip(".,;:!?") if following else ""
    folded = fold(word)
    if len(folded) == 1 and folded.isalpha():
        return folded != "i" and word != "a"
    return word[:1].isupper() and not (word.isupper() or is_word(folded))


def _near_first_words(names: Names, body: str) -> Lead | None:
    """A misspelt name that nothing marks as one is always asked back."""
    for split in reversed(_first_words(body)[:3]):
        reading = names.read(split.named)
        if not isinstance(reading, Nobody) and reading.how is How.NEAR:
            return Lead("", split.named, split.rest.strip(), (replace(reading, ask_back=True),))
    return None


def _offered(names: Names, body: str, marked: Sequence[_Split]) -> Lead | None:
    """Nobody fits, but a few may be meant."""
    for split in filter(_may_be_misspelt, marked):
        reading = names.read(split.named)
        if isinstance(reading, Nobody) and reading.suggestions:
            return Lead("", split.named, split.rest, (reading,))
    for split in reversed(_first_words(body)[:2]):
        if offer := names.offer(split.named):
            return Lead("", split.named, split.rest.strip(), (Nobody(offer),))
    return None
