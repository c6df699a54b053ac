"""Finds where students are named in a sentence: exactly as on record, or where only a name can stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from rapidfuzz.distance import OSA

from handlers.questions.tokens import Word, written
from handlers.rules.name_forms import How, Known, forms_of, keys_sought
from handlers.rules.names import Found, NameReading, Names, Nobody, Several
from handlers.rules.word_names import is_word

MOST_NAMED = 60  # so many words of a sentence are tried as names
_LONGEST = 5
_INSIDE = frozenset(" \t\u00a0-‐‑.'’‘`")
# A student may be called An or My, but hardly where these stand in small letters.
_CLOSED = frozenset(
    """
a about am an and any anybody anyone are as at be been but by can did do does for from had has have he her hers him
his how i if in into is it its me my no not of off on onto or our she should so than that the their them then there
these they this those to up us was we were what when where which who whom whose why with would you your u r
""".split()
)
_POINTING = frozenset(
    "me my us you your our he him his she her hers they them their it its this that these those".split()
)
_BEFORE_NAMES = frozenset(
    "for about with on of regarding concerning re student kid kiddo has have had owns own got get named called".split()
)
_ABOUT = frozenset("for about with on of regarding concerning".split())
_AUXILIARIES = frozenset("is are was were does do did has had will can should would could how are".split())
_WHO = frozenset("who whos whose whom".split())
_DETERMINERS = frozenset("the a an my our this that these those her his their any some no your its each every".split())
_GREETINGS = frozenset("hey hi hello hiya dear yo morning afternoon evening thanks sorry ok okay".split())
# First names that are words as well, and topics nobody ends a question with.
_NAME_WORDS = frozenset(
    """
ace april art august autumn bill bishop bliss blue brook buddy chance charity chase cherish cherry clay cliff coal
daisy dawn dean destiny diamond drew early eve faith forest frank gem gene genesis glory grace grant grey guy harmony
haven heaven honor hope jet joy judge june justice king kit legend lucky lyric magic major mark max may melody mercy
merit mike miles mill nova ocean page patience peace pearl penny piper poet praise precious price prince promise rain
ray reed rich river rob rocky rose royal rusty sage sandy serenity shade silver sky skip star sterling stone storm
story summer sunny temple trip trinity true unity van victory west will winter wolf young bob dot pat chip lane
""".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """Words taken as a name. `placed`: they stand where only a name does. `reading` is None where nobody is found.

    `only`: whom a slip of the finger may mean at most, because part of the name is theirs.
    """

    start: int
    end: int
    typed: str
    reading: Found | Several | None = None
    placed: bool = False
    only: tuple[Known, ...] = ()

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
            elif named:
                doubtful.append(named)
    found += [one for one in doubtful if used.isdisjoint(range(one.start, one.end)) and _is_joined(words, one, found)]
    return sorted(found, key=lambda named: named.start)


def _is_joined(words: Sequence[Word], named: Named, found: Sequence[Named]) -> bool:
    """*zadie and sky*: what stands beside a plain name, with nothing after it that would make it a word."""
    if named.end < len(words) and words[named.end].plain not in _CLOSED:
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
    for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
        word = words[end - 1]
        if word.mention or not word.typed:
            return
        if end > start + 1 and not _touches(word):
            if "," not in word.gap or comma or word.gap.strip(" ,"):
                return
            comma = True
            parts.append(",")
        parts.append(word.bare)
        if _may_end(words, end - 1):
            yield start, end, " ".join(parts)
            if end == start + 1 and not word.owned and len(word.key) > 3 and word.key.endswith("s"):
                yield start, end, word.key[:-1]
        if word.owned:
            return


def _touches(word: Word) -> bool:
    return bool(word.gap) and set(word.gap) <= _INSIDE


def _may_begin(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if not word.bare or word.mention or word.typed.startswith("@"):
        return False
    return word.bare not in _CLOSED or word.owned or (at > 0 and (word.capital or _ends_about(words, at)))


def _ends_about(words: Sequence[Word], at: int) -> bool:
    """*who owns follow-up for an*: no small word ends a sentence so."""
    return at + 1 == len(words) and words[at - 1].plain in _ABOUT and words[at].bare not in _POINTING


def _may_end(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return word.bare not in _CLOSED or word.owned or word.capital or (at > 0 and _ends_about(words, at))


def _named_at(words: Sequence[Word], start: int, end: int, key: str, names: Names) -> Named | None:
    reading = names.read_exact(_as_written(words, start, end, key))
    if reading is None:
        return None
    typed = written(words, start, end)
    loose = end == start + 1 and words[start].bare != key
    if loose and not _is_followed_by_thing(words, end):
        return None
    return Named(start, end, typed, reading, loose or is_placed(words, start, end))


def _as_written(words: Sequence[Word], start: int, end: int, key: str) -> str:
    """One word in its case, because initials in capitals count for more."""
    return words[start].typed if end == start + 1 and words[start].typed.casefold() == key else key


def _is_followed_by_thing(words: Sequence[Word], end: int) -> bool:
    """*mayas case manager*: what follows a name with a lost apostrophe belongs to somebody."""
    return end < len(words) and words[end].bare not in _CLOSED


def _counts(words: Sequence[Word], named: Named) -> bool:
    if _is_greeted(words, named):
        return False
    reading = named.reading
    assert reading is not None
    first = words[named.start]
    if named.end == named.start + 1 and first.bare in _CLOSED and not first.owned:
        return _is_capital_alone(words, named) or _ends_about(words, named.start)
    if reading.how is How.ID:
        return named.placed or not first.key.isdigit()
    if reading.how is How.INITIALS:
        doubtful = is_word("".join(word.bare for word in words[named.start : named.end]))
        shouted = _is_shouted_alone(words, named)
        return (named.placed and (shouted or not doubtful)) or (shouted and not doubtful)
    if _is_wordlike(words, named):
        return named.placed or _is_capital_alone(words, named)
    return True


def _is_wordlike(words: Sequence[Word], named: Named) -> bool:
    """*hope*, *will b*, *may i*: every part is a word, or a letter."""
    parts = [word.bare for word in words[named.start : named.end]]
    return all(len(part) == 1 or is_word(part) or part in _CLOSED for part in parts) or (
        len(parts) == 1 and is_word(parts[0].removesuffix("s"))
    )


def _is_greeted(words: Sequence[Word], named: Named) -> bool:
    """*hey Will, who owns…*: spoken to, not about."""
    if named.start == 0 or words[named.start - 1].plain not in _GREETINGS or words[named.end - 1].owned:
        return False
    return named.end < len(words) and "," in words[named.end].gap


def _is_capital_alone(words: Sequence[Word], named: Named) -> bool:
    """Written with a capital where the other words are not."""
    if not all(word.capital for word in words[named.start : named.end]):
        return False
    others = [word for place, word in enumerate(words) if place > 0 and not named.start <= place < named.end]
    if named.start == 0:
        return False
    return sum(word.capital for word in others) * 2 <= len(others)


def _is_shouted_alone(words: Sequence[Word], named: Named) -> bool:
    written = "".join(word.typed for word in words[named.start : named.end])
    others = [word.typed for place, word in enumerate(words) if not named.start <= place < named.end]
    return written.isupper() and not (others and all(word.isupper() for word in others))


def is_placed(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a name is expected here: after *for*, before a possessive ending, between *is* and a verb."""
    if words[end - 1].owned:
        return True
    if start == 0:
        if end == len(words) or re.search(r"[:,/&+-]", words[end].gap) or words[end].plain in _AFTER_LEADING:
            return True
        return words[start].capital and words[end].plain in _AFTER_SUBJECT
    before = words[start - 1].plain
    if before in _BEFORE_NAMES:
        return True
    if before in _AUXILIARIES and (start < 2 or words[start - 2].plain not in _WHO):
        return end == len(words) or words[end].plain not in _DETERMINERS or words[end - 1].capital
    return bool(re.search(r"[:/&+]", words[start].gap)) or (before in ("and", "or") and words[start].capital)


_AFTER_SUBJECT = frozenset("had has was is did got seems needs went came and".split())
_AFTER_NAMES = _CLOSED | frozenset(
    """
again and before btw case currently doing going last lately next now please pls since sorry thank thanks today
tomorrow yesterday
""".split()
)
_AFTER_LEADING = frozenset(
    "owner case family speech overdue followup latest status update accommodation behavior home manager contact".split()
)


def find_unknown(words: Sequence[Word], found: Iterable[Named], taken: Taken, is_said: "IsSaid") -> list[Named]:
    """Words that are no vocabulary and stand where a name does, together with a known name beside them."""
    named = {place: one for one in found for place in range(one.start, one.end)}
    sure = bool(named)
    strange = [at not in taken and at not in named and _is_strange(words, at, is_said) for at in range(len(words))]
    unknown: list[Named] = []
    at = 0
    while at < len(words):
        if not strange[at]:
            at += 1
            continue
        end = at
        while end < len(words) and strange[end] and (end == at or _touches(words[end])):
            end += 1
        run = _with_neighbours(words, at, end, named)
        if run and (run.start < at or run.end > end or _is_expected(words, at, end, sure=sure)):
            unknown.append(run)
        at = end
    return unknown


class IsSaid(Protocol):
    """Whether the language has a word; stricter where a name stands."""

    def __call__(self, word: Word, *, in_names_place: bool) -> bool: ...


def _is_strange(words: Sequence[Word], at: int, is_said: IsSaid) -> bool:
    word = words[at]
    if word.mention or not word.bare or word.bare.isdigit():
        return False
    if len(word.bare) == 1:
        return at > 0 and _touches(word) and word.bare not in "aiur" and "/" not in word.typed
    if word.bare in _NAME_WORDS and is_placed(words, at, at + 1):
        return word.capital or at + 1 == len(words) or word.owned
    if word.plain != word.bare and word.capital and at > 0 and not word.typed.isupper():
        return True  # Ty, not thanks
    return not is_said(word, in_names_place=is_placed(words, at, at + 1) or _ends_or_owns(words, at))


def _ends_or_owns(words: Sequence[Word], at: int) -> bool:
    """A name may stand at the end, or with a lost apostrophe before what is its own: *brandons case manager*."""
    if at == 0 or words[at].plain != words[at].bare or words[at - 1].plain in _DETERMINERS:
        return False
    return at + 1 == len(words) or (words[at].key.endswith("s") and words[at + 1].plain in _AFTER_LEADING)


def _with_neighbours(words: Sequence[Word], at: int, end: int, named: dict[int, Named]) -> Named | None:
    """*Maya Quill* where only another Maya is known is one name."""
    start = at
    only: tuple[Known, ...] = ()
    if at > 0 and at - 1 in named and _touches(words[at]) and not words[at - 1].owned:
        start, only = named[at - 1].start, named[at - 1].students()
    single = end - at == 1 and len(words[at].bare) == 1
    if single and start == at:
        return None
    if end < len(words) and end in named and _touches(words[end]) and words[at].capital and words[end].capital:
        only += named[end].students()
        end = named[end].end
    return Named(start, end, written(words, start, end), None, placed=True, only=only)


def _is_expected(words: Sequence[Word], start: int, end: int, *, sure: bool) -> bool:
    """In a name's place, with a capital inside the sentence, or ending it where nobody else is named (`sure`)."""
    if end - start > _LONGEST:
        return False
    if _is_capital_alone(words, Named(start, end, "")) or words[end - 1].owned:
        return True
    goes_on = start > 0 and end < len(words) and words[end].plain not in _AFTER_NAMES
    if goes_on and "," not in words[end].gap and not _ends_or_owns(words, end - 1):
        return False  # for swim lessons
    if is_placed(words, start, end) or (end < len(words) and _ends_or_owns(words, end - 1)):
        return not _is_thing(words[end - 1].bare)
    return not sure and start > 0 and words[start - 1].plain not in _DETERMINERS and not _is_thing(words[end - 1].bare)


def _is_thing(bare: str) -> bool:
    return len(bare) > 6 and bare.endswith(("ing", "tion", "tions", "ment", "ments", "ness", "ings", "ology"))


def _is_plain_slip(typed: str, student: Known) -> bool:
    """One letter off, the first not among them, and in a short name none exchanged: *Bao* is hardly *Bat*."""
    sought = [key for key in keys_sought(typed) if key]
    return any(_is_slip_of(one, key) for one in sought for key, how in forms_of(student) if how not in _NEVER_NEAR)


def _is_slip_of(typed: str, name: str) -> bool:
    if typed[:1] != name[:1] or OSA.distance(typed, name, score_cutoff=1) > 1:
        return False
    return min(len(typed), len(name)) > _SHORT or len(typed) != len(name) or sorted(typed) == sorted(name)


_SHORT = 5
_NEVER_NEAR = frozenset((How.ID, How.INITIALS))


def settle(named: Named, names: Names) -> Named:
    """A name nobody has exactly, read again for slips of the finger."""
    reading: NameReading = names.read(named.typed)
    if isinstance(reading, Nobody):
        return named
    if isinstance(reading, Found) and not _is_plain_slip(named.typed, reading.student):
        reading = Several((reading.student,), How.NEAR)
    read = replace(named, reading=reading)
    return named if named.only and not set(read.students()) <= set(named.only) else read
