"""Finds the day in what somebody promised: after "by", "due", "before", "until" or "on", or at the very end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.rules.day_phrases import LONGEST, Place, read_phrase
from handlers.rules.day_words import Word, read_words, say_words
from handlers.rules.due_shapes import AskDue, Due, Meaning, Today, Unclear
from handlers.rules.settle_day import settle

MOST_LOOKED_THROUGH = 4000  # characters, of a longer text the last
MOST_PLACES = 12
DIFFERENT_DAYS = "That names two days. When is it due?"
_BY = frozenset("by before until due deadline".split())
_LED_BY = frozenset("due by no not later than deadline is on : -".split())
_STAYS = frozenset(("for", "at"))  # "get ready for friday" loses its sense without it
_NOT_DUE = frozenset("every each last since from about of past between ago than and or & / during".split())
_SCORES = frozenset(
    "finished finish got get scored score earned completed did hit made met read reads answered correct accurate "
    "counted level step steps page pages only = about x times at with".split()
)
_GOES_ON = frozenset(
    "and or so then to for if when with w at please pls plz thx thanks because b bc unless after in via & is".split()
)
_POLITE = frozenset("please pls plz thanks thx ty thank you 🙏 ok okay".split())


@dataclass(frozen=True, slots=True)
class _Found:
    meaning: Meaning
    first: int  # index of the first word taken out
    last: int
    place: Place
    stays: bool = False


def find_due(text: str, today: Today) -> tuple[str, Due | AskDue | None]:
    """The day and the text without it; the text whole where no place of it holds a day."""
    shift = max(0, len(text) - MOST_LOOKED_THROUGH)
    words = read_words(text[shift:])
    found = list(_led(words, today))
    if not any(one.place is Place.BY for one in found):
        found += _at_end(words, today)
    if not found:
        return text.strip(), None
    best = max(found, key=lambda one: (one.place is Place.BY, one.first))
    starts, ends = shift + words[best.first].starts, shift + words[best.last].ends
    due = settle(best.meaning, text[starts:ends], today)
    choices = _list_days([one for one in found if one.place is Place.BY], today)
    if len(choices) > 1:
        return text.strip(), AskDue(due.words, DIFFERENT_DAYS, choices)
    stays = best.stays or (isinstance(best.meaning, Unclear) and best.meaning.tells)
    return text.strip() if stays else _without(text, starts, ends), due


def _led(words: Sequence[Word], today: Today) -> Iterator[_Found]:
    """Days after a word that announces one."""
    leads = [at for at, word in enumerate(words) if word.form in _BY or word.form == "on"]
    taken = -1
    for at in leads[-MOST_PLACES:]:
        if at <= taken:
            continue
        place = Place.ON if words[at].form == "on" else Place.BY
        found = _longest_from(words, at if words[at].form == "before" else at + 1, place, today)
        if found is None:
            continue
        meaning, taken = found
        yield _Found(meaning, _first_lead(words, at), taken, place)


def _longest_from(words: Sequence[Word], first: int, place: Place, today: Today) -> tuple[Meaning, int] | None:
    while first < len(words) and words[first].form in {":", "the", "-"} and words[first].kind == "mark":
        first += 1
    for end in range(_phrase_end(words, first), first, -1):
        if words[end - 1].kind == "mark":
            continue
        meaning = read_phrase(say_words(words[first:end]), today, place)
        if meaning is not None and not _counts_something(words, first, end):
            return meaning, end - 1
    return None


def _phrase_end(words: Sequence[Word], first: int) -> int:
    """Where a phrase from there must end: at a mention, a mark that parts sentences, or its greatest length."""
    for at in range(first, min(len(words), first + LONGEST)):
        if words[at].kind == "mention" or words[at].form in {";", "(", ")", "!", "?", '"'}:
            return at
    return min(len(words), first + LONGEST)


def _first_lead(words: Sequence[Word], at: int) -> int:
    """ "due by", "no later than by": the whole of what announces the day."""
    while at > 0 and words[at - 1].form in _LED_BY:
        at -= 1
    return at


def _at_end(words: Sequence[Word], today: Today) -> Iterator[_Found]:
    """A day that the text ends with, whatever mentions and thanks stand after it."""
    end = len(words)
    while end and (words[end - 1].kind in {"mention", "mark"} or words[end - 1].form in _POLITE):
        end -= 1
    for first in range(max(0, end - LONGEST), end):
        before = words[first - 1].form if first else ""
        meaning = read_phrase(say_words(words[first:end]), today, Place.END)
        if meaning is None or any(word.kind == "mention" for word in words[first:end]):
            continue
        if before not in _NOT_DUE and not _is_score(words, first):
            yield _Found(meaning, first, end - 1, Place.END, before in _STAYS)
        return


def _is_score(words: Sequence[Word], first: int) -> bool:
    """ "got 7/10"."""
    if words[first].kind != "numbers":
        return False
    return any(word.form in _SCORES for word in words[max(0, first - 2) : first])


def _counts_something(words: Sequence[Word], first: int, end: int) -> bool:
    """ "on 7/10 steps", "by 5th grade": numbers that go on to a noun."""
    if words[end - 1].kind not in {"numbers", "nth"} or end == len(words):
        return False
    after = words[end]
    return after.kind not in {"mark", "mention"} and after.form not in _GOES_ON | _BY | {"on"}


def _list_days(announced: Sequence[_Found], today: Today) -> tuple[date, ...]:
    """The days that are announced. Of two neither is picked."""
    days = {read.on for one in announced if isinstance(read := settle(one.meaning, "", today), Due)}
    return tuple(sorted(days))[:5]


def _without(text: str, starts: int, ends: int) -> str:
    before, after = text[:starts].rstrip(" ,;:-–—("), text[ends:].lstrip(" )")
    if not before or not after.lstrip(" ,;"):
        return (before or after.lstrip(" ,;:-–—")).strip()
    return f"{before}{'' if after[0] in '.,;!?' else ' '}{after}".strip()
