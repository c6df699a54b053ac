"""Finds the day in what somebody promised: after "by", "due", "before", "until" or "on", or at the very end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.rules.day_phrases import LONGEST, Place, read_phrase
from handlers.rules.day_words import Word, read_words, say_words
from handlers.rules.due_shapes import AskDue, Due, Meaning, Today, Unclear
from handlers.rules.settle_day import settle

MOST_LOOKED_THROUGH = 4000  # characters, of a longer text the last
MOST_PLACES = 6
TAIL = 160  # characters in which a day at the end stands, with the thanks and mentions after it
DIFFERENT_DAYS = "That names two days. When is it due?"
_LEAD = re.compile(r"\b(?:by|before|b4|until|till?|thru|through|due|deadline|on)\b", re.IGNORECASE)
_LED_BY = re.compile(r"(?:\b(?:due|by|no|not|later|than|deadline|is|on)\b[\s:,-]{0,3}){1,5}$", re.IGNORECASE)
_STAYS = frozenset(("for", "at"))  # "get ready for friday" loses its sense without it
_NOT_DUE = frozenset("every each last since from about of past between ago than and or & / during".split())
_SCORES = frozenset(
    "finished finish got get scored score earned completed did hit made met read reads answered correct accurate "
    "counted level step steps page pages only = about x times at with".split()
)
_GOES_ON = frozenset(
    "and or so then to for if when with w at please pls plz thx thanks because b bc unless after in via & is "
    "by before until due on".split()
)
_IS_OVER = re.compile(r"(?:(?:of )?last week|[0-9]+ week ago)(?: |$)")
_POLITE = frozenset("please pls plz thanks thx ty thank you ok okay".split())


@dataclass(frozen=True, slots=True)
class _Found:
    meaning: Meaning
    starts: int  # characters
    ends: int
    place: Place
    stays: bool = False


def find_due(text: str, today: Today) -> tuple[str, Due | AskDue | None]:
    """The day and the text without it; the text whole where no place of it holds a day."""
    announced = list(_find_led(text, today))
    found = announced if any(one.place is Place.BY for one in announced) else [*announced, *_find_last(text, today)]
    if not found:
        return text.strip(), None
    best = max(found, key=lambda one: (one.place is Place.BY, one.starts))
    due = settle(best.meaning, text[best.starts : best.ends], today)
    choices = _list_days([one for one in found if one.place is Place.BY], today)
    if len(choices) > 1:
        return text.strip(), AskDue(due.words, DIFFERENT_DAYS, choices)
    stays = best.stays or (isinstance(best.meaning, Unclear) and best.meaning.tells)
    return text.strip() if stays else _without(text, best.starts, best.ends), due


def _find_led(text: str, today: Today) -> Iterator[_Found]:
    """Days after a word that announces one."""
    leads = list(_LEAD.finditer(text, max(0, len(text) - MOST_LOOKED_THROUGH)))
    taken = 0
    for lead in leads[-MOST_PLACES:]:
        if lead.start() < taken:
            continue
        is_before = lead[0].lower() in {"before", "b4"}
        place = Place.ON if lead[0].lower() == "on" else Place.BY
        words = read_words(text, lead.start() if is_before else lead.end(), LONGEST + 2)
        if (found := _longest(words, place, today)) is not None:
            meaning, taken = found
            yield _Found(meaning, _find_first_lead(text, lead.start()), taken, place)


def _longest(words: Sequence[Word], place: Place, today: Today) -> tuple[Meaning, int] | None:
    """What the longest phrase at the beginning of these words means, and where it ends."""
    first = next((at for at, word in enumerate(words) if word.form not in {":", "-"}), 0)
    for end in range(_phrase_end(words, first), first, -1):
        if words[end - 1].kind == "mark":
            continue
        meaning = read_phrase(say_words(words[first:end]), today, place)
        if meaning is not None and not _counts_something(words, end) and not _is_over(words, end):
            return meaning, words[end - 1].ends
    return None


def _phrase_end(words: Sequence[Word], first: int) -> int:
    """Where a phrase from there must end: at a mention, a mark that parts sentences, or its greatest length."""
    for at in range(first, min(len(words), first + LONGEST)):
        if words[at].kind == "mention" or (words[at].kind == "mark" and words[at].form not in ".,:@"):
            return at
    return min(len(words), first + LONGEST)


def _find_first_lead(text: str, at: int) -> int:
    """ "due by", "no later than by": where what announces the day begins."""
    before = text[max(0, at - 40) : at]
    found = _LED_BY.search(before)
    return at - len(before) + found.start() if found else at


def _find_last(text: str, today: Today) -> Iterator[_Found]:
    """A day that the text ends with, whatever mentions and thanks stand after it."""
    words = read_words(text, max(0, len(text) - TAIL))
    end = len(words)
    while end and (words[end - 1].kind in {"mention", "mark"} or words[end - 1].form in _POLITE):
        end -= 1
    for first in range(_phrase_start(words, end), end):
        meaning = read_phrase(say_words(words[first:end]), today, Place.END)
        if meaning is None:
            continue
        before = words[first - 1].form if first else ""
        if before not in _NOT_DUE and not _is_score(words, first):
            yield _Found(meaning, words[first].starts, words[end - 1].ends, Place.END, before in _STAYS)
        return


def _phrase_start(words: Sequence[Word], end: int) -> int:
    """The first word of the longest phrase that may end there."""
    for first in range(end - 1, max(-1, end - 1 - LONGEST), -1):
        if words[first].kind == "mention" or (words[first].kind == "mark" and words[first].form not in ".,:@"):
            return first + 1
    return max(0, end - LONGEST)


def _is_score(words: Sequence[Word], first: int) -> bool:
    """ "got 7/10"."""
    if words[first].kind != "numbers":
        return False
    return any(word.form in _SCORES for word in words[max(0, first - 2) : first])


def _counts_something(words: Sequence[Word], end: int) -> bool:
    """ "on 7/10 steps", "by 5th grade": numbers that go on to a noun."""
    if words[end - 1].kind not in {"numbers", "nth"} or end == len(words):
        return False
    return words[end].kind not in {"mark", "mention"} and words[end].form not in _GOES_ON


def _is_over(words: Sequence[Word], end: int) -> bool:
    """ "spoke to dad on monday last week": told, not promised."""
    return _IS_OVER.match(say_words(words[end : end + 3])) is not None


def _list_days(announced: Sequence[_Found], today: Today) -> tuple[date, ...]:
    """The days that are announced. Of two neither is picked."""
    days = {read.on for one in announced if isinstance(read := settle(one.meaning, "", today), Due)}
    return tuple(sorted(days))[:5]


def _without(text: str, starts: int, ends: int) -> str:
    before, after = text[:starts].rstrip(" ,;:-–—("), text[ends:].lstrip(" )")
    if not before or not after.lstrip(" ,;"):
        return (before or after.lstrip(" ,;:-–—")).strip()
    return f"{before}{'' if after[0] in '.,;!?' else ' '}{after}".strip()
