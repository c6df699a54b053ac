"""Brings a sentence to the form the grammar reads: base words, and a sign for each name, adult, duty and period."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.questions import duty_words, grammar
from handlers.questions.adults import Adult
from handlers.questions.duty_words import DutySaid, DutyWords, turns_of
from handlers.questions.mentions import Named
from handlers.questions.ordinary_words import ORDINARY
from handlers.questions.periods import Period
from handlers.questions.tokens import Word
from handlers.questions.vocabulary import FILLER
from handlers.questions.word_forms import KNOWN_FORMS, VERB_FORMS, base_of
from handlers.rules.word_names import NAME_WORDS, is_word

NAME, KID, PRO, MINE, PAIR, STAFF, TIME, THEN = "NAME", "KID", "PRO", "MINE", "PAIR", "STAFF", "TIME", "THEN"

_PRONOUNS = frozenset("he him his she her hers they them their theirs himself herself themself".split())
_BEFORE_ANY = frozenset("which what any each every no focus per featured focal".split())  # a student, not this one
_ABOUT_KID = """
this/that/the/our/my/said student; student; this/that guy/one/boy/girl/young/friend; little guy; this little guy
our little? friend; this/that/the young man/lady; our friend/guy/girl; my guy/girl
"""
_ABOUT_MINE = """
my/our/all/any/which/these/those/every/what students/caseload/roster; all of my/our students
all my/our students; students; caseload; roster; my/our whole caseload/roster; any of my/our/these students
which of my/our/these students; everyone on my/our caseload/roster; anyone on my/our caseload/roster; my/our guys/ones
any/some/all/which/each/none/one of mine/ours; students of mine/ours
the students; my/our sped/iep students; each of my/our students; which ones of my students
"""
_ABOUT_PAIR = "the/both/these/our twins/siblings/brothers/sisters/two; twins; both/two of them; triplets; both"
_DROPPED = frozenset("the our your any all some its still been already even daily".split())
_COMING_FROM = frozenset(("from", "after"))  # *the thing from Monday* is asked about now
_AT_EVENT = frozenset("after at from during before since staff".split())  # *who took it after the meeting*
_LEAST_LETTERS = 5
_LONG = 8


@dataclass(frozen=True, slots=True)
class Item:
    """One sign or base word, and the places of the words it stands for. `value` is a duty's name."""

    text: str
    start: int
    end: int
    value: str = ""


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
    turns = (turn for lines in (FILLER, _ABOUT_KID, _ABOUT_MINE, _ABOUT_PAIR) for turn in turns_of(lines))
    return frozenset(word for turn in turns for word in turn) | grammar.VOCABULARY | KNOWN_FORMS | _PRONOUNS


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


def write_items(
    words: Sequence[Word], named: Iterable[Named], adults: Iterable[Adult], period: Period | None, today: date
) -> list[Item]:
    """Each word as the grammar calls it, without what says nothing."""
    signs: dict[int, Item] = {one.start: Item(NAME, one.start, one.end) for one in named}
    signs |= {one.start: Item(STAFF, one.start, one.end) for one in adults}
    if period:
        over = period.until is not None and period.until <= today and words[period.start].plain not in _COMING_FROM
        signs[period.start] = Item(THEN if over else TIME, period.start, period.end)
    bases = [base_of(_verb_at(words, at) or correct_plain(word)) for at, word in enumerate(words)]
    return list(_items(words, bases, signs))


def _verb_at(words: Sequence[Word], at: int) -> str:
    return find_verb(words[at]) if at and words[at - 1].plain == "who" else ""


def correct_plain(word: Word) -> str:
    known = word.plain in _known() or word.bare in _known() or is_word(word.bare)
    return word.plain if known else correct(word) or word.plain


def _items(words: Sequence[Word], bases: Sequence[str], signs: dict[int, Item]) -> Iterator[Item]:
    at = 0
    while at < len(words):
        item = signs.get(at) or _phrase_at(bases, at, signs)
        at = item.end
        if item.text:
            yield item
        if words[item.end - 1].owned and item.text in (NAME, STAFF, KID):
            yield Item("S", item.end - 1, item.end)


def _phrase_at(bases: Sequence[str], at: int, signs: dict[int, Item]) -> Item:
    room = next((place for place in range(at, len(bases)) if place in signs), len(bases)) - at
    for length in range(min(_LONGEST, room), 0, -1):
        turn = tuple(bases[at : at + length])
        if turn in _turns(_ABOUT_MINE) and (at == 0 or bases[at - 1] != "whose"):
            return Item(MINE, at, at + length)
        if turn in _turns(_ABOUT_KID) and (at == 0 or bases[at - 1] not in _BEFORE_ANY):
            return Item(KID, at, at + length)
        if turn in _turns(_ABOUT_PAIR):
            return Item(PAIR, at, at + length)
        if turn in _turns(FILLER) and not (turn[0] in _TOLD and at and bases[at - 1] == "who"):
            return Item("", at, at + length)
    base = bases[at]
    if base in _DAYS:
        return Item(TIME, at, at + 1)
    if base in _PRONOUNS:
        return Item(PRO, at, at + 1)
    if base in _DROPPED or (base == "a" and (at == 0 or bases[at - 1] not in ("be", "what"))):
        return Item("", at, at + 1)
    return Item(base, at, at + 1)


_LONGEST = 8
_DAYS = frozenset("monday tuesday wednesday thursday friday tues weds thurs fri".split())  # a second one: *mon or tues*
_TOLD = frozenset(("tell", "remind"))  # *who told me they would*


@cache
def _turns(lines: str) -> frozenset[tuple[str, ...]]:
    return frozenset(turns_of(lines))


def join_duties(items: Sequence[Item], bases: Sequence[Word], duties: DutyWords) -> list[Item]:
    """The same with each turn of phrase for a duty made one sign; names inside it come after: *calls Maya's mom*."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        reach, said = _duty_at(items, at, duties)
        if said is None:
            found.append(items[at])
            at += 1
            continue
        first, last = items[at], items[reach - 1]
        text = _sign_of(said, items[at].text, bases[first.start])
        if text != "MEETING" or not _is_at_event(items, at):
            found.append(Item(text, first.start, last.end, said.duty))
        else:
            found.append(Item("EVENT", first.start, last.end))
        found += [item for item in items[at:reach] if item.text in _SEEN_THROUGH and item.text != "S"]
        at = reach
    return found


_SEEN_THROUGH = frozenset((NAME, KID, PRO, MINE, "S", "a"))


def _duty_at(items: Sequence[Item], at: int, duties: DutyWords) -> tuple[int, DutySaid | None]:
    if items[at].text in _SEEN_THROUGH or (
        items[at].text == "do" and at > 0 and items[at - 1].text in ("what", "when")
    ):
        return at, None
    places = [place for place in range(at, min(at + 12, len(items))) if items[place].text not in _SEEN_THROUGH]
    said = duties.read(tuple(items[place].text for place in places), 0)
    return (places[said.length - 1] + 1, said) if said else (at, None)


def _is_at_event(items: Sequence[Item], at: int) -> bool:
    before = [item.text for item in items[max(0, at - 2) : at]]
    return before[-1:] != [] and (before[-1] in _AT_EVENT or before == ["out", "of"])


def _sign_of(said: DutySaid, base: str, first: Word) -> str:
    if said.done:
        return "DO" if first.bare == base else "DONE"
    return "MEETING" if said.duty == "meetings" and base in ("meeting", "team") else "DUTY"


def sentence_of(items: Iterable[Item], *, asks: bool = False) -> str:
    return "".join(f"{item.text} " for item in items) + ("ASKS " if asks else "")
