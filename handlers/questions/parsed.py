"""Reads one sentence: its names, adults and days, and what the grammar makes of it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from handlers.questions import grammar
from handlers.questions.adults import Adult, find_adults, is_adults_place
from handlers.questions.duty_words import duties_known
from handlers.questions.known_words import is_known, language
from handlers.questions.mentions import Named, find_named
from handlers.questions.periods import Period, read_period
from handlers.questions.question import Asked
from handlers.questions.quoted_words import is_term, quote
from handlers.questions.sentences import Item, join_duties, sentence_of, write_items
from handlers.questions.slips import mend
from handlers.questions.staff import Staff
from handlers.questions.tokens import Sentence, Typed, Word, written
from handlers.questions.unknown_names import find_unknown
from handlers.questions.word_forms import is_past
from handlers.rules.names import Names


@dataclass(frozen=True, slots=True)
class Parsed:
    """One sentence, read. `signs`: as the grammar reads it; `points`: it asks what something means and only points."""

    words: tuple[Word, ...]
    signs: tuple[str, ...]
    asked: Asked
    items: tuple[Item, ...]
    named: tuple[Named, ...]
    adults: tuple[Adult, ...]
    period: Period | None
    quoted: str = ""
    asks: bool = False
    points: bool = False
    marks: frozenset[str] = field(default_factory=frozenset)

    @property
    def duty(self) -> str:
        """The first duty named."""
        return next((item.value for item in self.items if item.value), "")


def parse(
    typed: Typed, sentence: Sentence, names: Names, *, staff: Staff, duties: Collection[str], today: date
) -> Parsed:
    """`names`: the asker's students who may be named in it."""
    words = sentence.words
    period = _read_period(words, names, today)
    named, adults = _tell_apart(words, names, staff, period)
    mended = mend(words, _places(named) | _places(adults), is_known, language())
    if mended != words:
        words, period = mended, _read_period(mended, names, today)
        named, adults = _tell_apart(words, names, staff, period)
    taken = _places(adults) | (frozenset(range(period.start, period.end)) if period else frozenset())
    known, adults, unknown = _with_unknown(words, named, adults, taken)
    named = sorted((*known, *unknown), key=lambda one: one.start)
    items = write_items(words, named, adults, period, today)
    items = join_duties(items, words, duties_known(duties))
    said = sentence_of(items, asks=sentence.asks)
    understood = grammar.understand(said)
    signs = (said, *_tense_of(words))
    quoted = quote(typed, words, items, understood.words)
    lost = understood.words is not None and not quoted
    lone = written(words, items[0].start, items[0].end) if len(items) == 1 else ""
    if understood.asked in (Asked.OWNER, Asked.UNCLEAR) and is_term(lone) and len(named) == len(unknown):
        return Parsed(words, signs, Asked.MEANING, (), (), (), None, lone)
    asked = Asked.UNCLEAR if lost or (understood.bare and not is_term(quoted)) else understood.asked
    return Parsed(
        words,
        signs,
        asked,
        tuple(items),
        tuple(named),
        tuple(adults),
        period,
        quoted,
        sentence.asks,
        understood.asked is Asked.MEANING and lost,
        frozenset(item.text for item in items),
    )


def _with_unknown(
    words: Sequence[Word], named: Sequence[Named], adults: Sequence[Adult], taken: frozenset[int]
) -> tuple[list[Named], list[Adult], list[Named]]:
    """Students known, adults, and students whom nobody knows: of names that nobody has, some are an adult's."""
    unknown = find_unknown(words, named, taken)
    known = [one for one in named if not any(run.start <= one.start < run.end for run in unknown)]
    strangers = [one for one in unknown if _is_unknown_adult(words, one, known)]
    too = [Adult(one.start, one.end, one.typed, ()) for one in strangers]
    return known, [*adults, *too], [one for one in unknown if one not in strangers]


def _tense_of(words: Sequence[Word]) -> tuple[str, ...]:
    """*who owned it*: base words do not tell, and history is asked so."""
    return ("PAST ",) if any(one.plain == "who" and is_past(verb.plain) for one, verb in pairwise(words)) else ()


def _read_period(words: Sequence[Word], names: Names, today: date) -> Period | None:
    """*for summer* is no time of the year where a student is called so."""
    said = [word.plain.replace(" ", "") or "-" for word in words]
    period = read_period(" ".join(said), today)
    if period and _is_somebody(words[period.start : period.end], names):
        said[period.start : period.end] = ["-"] * (period.end - period.start)
        return read_period(" ".join(said), today)
    return period


def _is_somebody(said: Sequence[Word], names: Names) -> bool:
    before = [word.plain for word in said[:-1]]
    return (not before or before in (["for"], ["on"])) and names.read_exact(said[-1].bare) is not None


def _is_unknown_adult(words: Sequence[Word], one: Named, named: Sequence[Named]) -> bool:
    """*what does kowalski have to do for Nate*, or *for this student*: somebody nobody is called."""
    ends = [word.plain for word in words[one.end :]]
    for_whom = any(before in _FOR and after in _WHOM for before, after in pairwise(ends))
    return (bool(named) or for_whom) and is_adults_place(words, one.start, one.end)


_FOR = frozenset(("for", "with"))
_WHOM = frozenset(("this", "him", "her", "them"))


def _tell_apart(
    words: Sequence[Word], names: Names, staff: Staff, period: Period | None
) -> tuple[list[Named], list[Adult]]:
    """The longer name wins; of two alike an adult where adults do something, else a student."""
    adults = find_adults(words, staff)
    firm = [one for one in adults if one.firm]
    days = frozenset(range(period.start, period.end)) if period else frozenset[int]()
    named = find_named(words, names, _places(firm) | days)
    kept = [one for one in adults if one.firm or not _yields(one, words, named)]
    places = _places(kept)
    return [one for one in named if places.isdisjoint(range(one.start, one.end))], kept


def _yields(adult: Adult, words: Sequence[Word], named: Iterable[Named]) -> bool:
    """Whether a bare name is rather a student's."""
    rivals = [one for one in named if one.start < adult.end and adult.start < one.end]
    if not rivals:
        return False
    longest = max(one.end - one.start for one in rivals)
    if longest != adult.end - adult.start:
        return longest > adult.end - adult.start
    return not is_adults_place(words, adult.start, adult.end)


def _places(spans: Iterable[Adult | Named]) -> frozenset[int]:
    return frozenset(place for span in spans for place in range(span.start, span.end))
