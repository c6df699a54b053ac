"""Finds names that nobody has as they are written, and reads them for slips of the finger."""

from collections.abc import Iterable, Mapping, Sequence

from handlers.questions.adults import is_adults_place
from handlers.questions.known_words import is_said
from handlers.questions.mentions import LONGEST, Named, Taken
from handlers.questions.name_places import (
    AFTER_NAMES,
    CLOSED,
    DETERMINERS,
    ends_or_owns,
    is_asked_about,
    is_before_kin,
    is_capital_alone,
    is_in_clause,
    is_placed,
    is_subject,
    touches,
)
from handlers.questions.tokens import Word, written
from handlers.rules.glossary import find_key
from handlers.rules.name_forms import How, Known
from handlers.rules.names import Found, Several

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


def find_unknown(words: Sequence[Word], found: Iterable[Named], taken: Taken) -> list[Named]:
    """Words that are no vocabulary and stand where a name does, together with a known name beside them."""
    named = {place: one for one in found for place in range(one.start, one.end)}
    sure = bool(named)
    strange = [
        at not in taken
        and at not in named
        and not _is_and(words, at, named)
        and (_is_strange(words, at) or _goes_on(words, at, named))
        for at in range(len(words))
    ]
    unknown: list[Named] = []
    at = 0
    while at < len(words):
        if not strange[at]:
            at += 1
            continue
        end = at
        while end < len(words) and (strange[end] or _joins(words, end, strange)) and (end == at or touches(words[end])):
            end += 1
        if at > 0 and _is_slip_before(words, at, end, named):
            at -= 1
        run = _with_neighbours(words, at, end, named)
        if run and (run.start < at or run.end > end or _is_expected(words, at, end, sure=sure)):
            unknown.append(run)
        at = end
    return unknown


def _is_strange(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.mention or not word.bare or word.bare.isdigit():
        return False
    if at > 0 and words[at - 1].plain in ("been", "being") and word.bare.endswith("ed"):
        return False
    if len(word.bare) == 1:
        if word.bare == "w" and at + 1 < len(words) and not word.capital:
            return False  # with
        return at > 0 and touches(word) and word.bare not in "aiur" and "/" not in word.typed
    if word.bare in _NAME_WORDS and is_placed(words, at, at + 1):
        return word.capital or at + 1 == len(words) or word.owned
    if word.plain != word.bare and word.capital and at > 0 and not word.typed.isupper():
        return True  # Ty, not thanks
    after_who = at > 0 and words[at - 1].plain == "who"
    in_names_place = is_placed(words, at, at + 1) or ends_or_owns(words, at)
    return not is_said(word, in_names_place=in_names_place, after_who=after_who)


def _is_and(words: Sequence[Word], at: int, named: Mapping[int, Named]) -> bool:
    """*juniper n hollis*, both of them known."""
    return words[at].typed == "n" and at - 1 in named and at + 1 in named


def _joins(words: Sequence[Word], at: int, strange: Sequence[bool]) -> bool:
    """*de la* between the words of one surname."""
    after = next((place for place in range(at, len(words)) if words[place].bare not in _PARTICLES), len(words))
    return at < after < len(words) and strange[after] and all(touches(word) for word in words[at : after + 1])


_PARTICLES = frozenset("de la las los del da dos di van der den von bin ibn al el le du st san ten ter".split())


def _is_slip_before(words: Sequence[Word], at: int, end: int, named: dict[int, Named]) -> bool:
    """*chnace odom* in a name's place: what would be a slip for a word of the language is one for a name."""
    slip = at - 1 not in named and touches(words[at]) and not words[at - 1].owned
    return slip and not is_said(words[at - 1], in_names_place=True) and is_placed(words, at - 1, end)


def _goes_on(words: Sequence[Word], at: int, named: dict[int, Named]) -> bool:
    """*Maya Page* where only another Maya is known: a word in all else, but with a capital after a given name."""
    before = named.get(at - 1)
    if before is None or not isinstance(before.reading, Found | Several) or before.reading.how not in _GIVEN_ONLY:
        return False
    word = words[at]
    if not touches(word) or words[at - 1].owned or not is_capital_alone(words, at, at + 1) or word.typed.isupper():
        return False
    if word.bare in CLOSED or word.bare in _CLOSING:
        return False
    return at + 1 == len(words) or word.bare not in _BEGINS_DUTY


_GIVEN_ONLY = frozenset((How.FIRST, How.PREFERRED, How.NICKNAME, How.PART))
_CLOSING = frozenset("thanks thank thx please pls also sorry again hi hey hello ok okay lol btw".split())
_BEGINS_DUTY = frozenset(
    "case family follow followup home behavior progress sensory speech data owner roles card update latest".split()
)


def _with_neighbours(words: Sequence[Word], at: int, end: int, named: dict[int, Named]) -> Named | None:
    """*Maya Quill* where only another Maya is known is one name."""
    start = at
    only: tuple[Known, ...] = ()
    if at > 0 and at - 1 in named and touches(words[at]) and not (words[at - 1].owned or named[at - 1].owner):
        start, only = named[at - 1].start, named[at - 1].students()
    single = end - at == 1 and len(words[at].bare) == 1
    if single and start == at:
        return None
    if end < len(words) and end in named and touches(words[end]) and words[at].capital and words[end].capital:
        only += named[end].students()
        end = named[end].end
    placed = (is_placed(words, start, end) and not _is_told_of(words, start, end)) or is_subject(words, start, end)
    unsure = is_before_kin(words, end) or _is_thing(words[end - 1].bare) or _is_after_pair(words, start)
    placed = placed or (end < len(words) and ends_or_owns(words, end - 1))
    return Named(start, end, written(words, start, end), None, placed, only, unsure=unsure)


def _is_after_pair(words: Sequence[Word], start: int) -> bool:
    return start > 0 and words[start - 1].plain in ("both", "two")


def _is_acronym(words: Sequence[Word], start: int, end: int) -> bool:
    """*before the MDT*, where nobody shouts all of it."""
    typed = words[start].typed
    one = end == start + 1 and 1 < len(typed) <= _LONGEST_ACRONYM and typed.isupper()
    return one and words[start].bare not in _NAME_WORDS and not all(word.typed.isupper() for word in words)


_LONGEST_ACRONYM = 5


def _is_told_of(words: Sequence[Word], start: int, end: int) -> bool:
    """*my brain is fried*: what somebody or something is."""
    if start < 2 or end < len(words) or words[start].capital or words[start - 1].plain not in _BEING:
        return False
    return words[start - 2].plain not in _WH


_BEING = frozenset("is are was were got get gets be been feeling feels".split())
_WH = frozenset("who whose which what how when where why and so but".split())


def _is_expected(words: Sequence[Word], start: int, end: int, *, sure: bool) -> bool:
    """In a name's place, with a capital inside the sentence, or ending it where nobody else is named (`sure`)."""
    if end - start > LONGEST:
        return False
    if start > 0 and _is_acronym(words, start, end):
        return is_placed(words, start, end) and not find_key(words[start].typed)
    if is_capital_alone(words, start, end) or words[end - 1].owned or _is_somebodys_place(words, start, end):
        return True
    placed, follows = is_placed(words, start, end), end < len(words)
    owns = ends_or_owns(words, end - 1) or (placed and words[end - 1].key.endswith("s"))  # on holdens reading goal
    goes_on = start > 0 and follows and words[end].plain not in AFTER_NAMES
    if goes_on and "," not in words[end].gap and not owns:
        return False  # for swim lessons
    if placed or (follows and owns):
        return True
    if sure or start == 0 or words[start - 1].plain in DETERMINERS or _is_thing(words[end - 1].bare):
        return False
    return len(words) <= _FEW or any(word.plain in _ASKING for word in words)


def _is_somebodys_place(words: Sequence[Word], start: int, end: int) -> bool:
    """Where only a person's name stands, whatever comes after it."""
    if is_subject(words, start, end) or is_adults_place(words, start, end) or is_asked_about(words, start, end):
        return True
    called = start > 0 and words[start - 1].plain in ("named", "called")
    return called or is_in_clause(words, start, end) or is_before_kin(words, end) or _is_after_pair(words, start)


_FEW = 4
_ASKING = frozenset("who whose which what how when owner owns latest update status".split())


def _is_thing(bare: str) -> bool:
    return len(bare) > 6 and bare.endswith(("ing", "tion", "tions", "ment", "ments", "ness", "ings", "ology"))
