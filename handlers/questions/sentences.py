"""Brings a sentence to the form the grammar reads: base words, and a sign for each name, adult, duty and period."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from handlers.questions.adults import Adult
from handlers.questions.duty_words import DutySaid, DutyWords, turns_of
from handlers.questions.known_words import correct_plain, find_verb
from handlers.questions.mentions import Named
from handlers.questions.periods import Period
from handlers.questions.tokens import Word
from handlers.questions.vocabulary import ABOUT_KID, ABOUT_MINE, ABOUT_PAIR, FILLER, PRONOUNS
from handlers.questions.word_forms import base_of

NAME, KID, PRO, MINE, PAIR, STAFF, TIME, THEN = "NAME", "KID", "PRO", "MINE", "PAIR", "STAFF", "TIME", "THEN"

_BEFORE_ANY = frozenset("which what any each every no focus per featured focal".split())  # a student, not this one
_DROPPED = frozenset("the our your any all some its still been already even daily".split())
_COMING_FROM = frozenset(("from", "after"))  # *the thing from Monday* is asked about now
_AT_EVENT = frozenset("after at from during before since staff".split())  # *who took it after the meeting*


@dataclass(frozen=True, slots=True)
class Item:
    """One sign or base word, and the places of the words it stands for. `value` is a duty's name."""

    text: str
    start: int
    end: int
    value: str = ""


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
        if turn in _turns(ABOUT_MINE) and (at == 0 or bases[at - 1] != "whose"):
            return Item(MINE, at, at + length)
        if turn in _turns(ABOUT_KID) and (at == 0 or bases[at - 1] not in _BEFORE_ANY):
            return Item(KID, at, at + length)
        if turn in _turns(ABOUT_PAIR):
            return Item(PAIR, at, at + length)
        if turn in _turns(FILLER) and not (turn[0] in _TOLD and at and bases[at - 1] == "who"):
            return Item("", at, at + length)
    base = bases[at]
    if base in _DAYS:
        return Item(TIME, at, at + 1)
    if base in PRONOUNS:
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
