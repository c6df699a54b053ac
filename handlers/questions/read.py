"""Reads what somebody asks: what they want to know, about whom, and never a student whom they did not name."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from handlers.questions import grammar
from handlers.questions.adults import Adult, adults_ids, find_adults, is_adults_place
from handlers.questions.duty_words import duties_known
from handlers.questions.languages import is_other_language
from handlers.questions.mentions import Named, find_named, keys_in
from handlers.questions.periods import Period, read_period
from handlers.questions.question import Asked, Question, Whose
from handlers.questions.sentences import (
    KID,
    MINE,
    NAME,
    PAIR,
    PRO,
    Item,
    is_said,
    join_duties,
    sentence_of,
    write_items,
)
from handlers.questions.staff import Staff
from handlers.questions.tokens import Sentence, Typed, Word, take_apart
from handlers.questions.unknown_names import find_unknown, settle
from handlers.rules.glossary import find_key
from handlers.rules.names import Found, Known, Names

_NEEDS_NOBODY = frozenset((Asked.HUDDLE, Asked.FOCUS, Asked.MEANING))
_MAY_BE_ALL = frozenset((Asked.OVERDUE, Asked.NO_OWNER, Asked.GAPS, Asked.NEW, Asked.DUTIES_OF, Asked.WHO_SAID))
_NOT_UNDERSTOOD = frozenset((Asked.UNCLEAR, Asked.OTHER_LANGUAGE))


def prepare() -> None:
    """Make grammar and vocabulary ready, about half a second, before the first question comes."""
    nobody = Names(())
    read_question(
        "who calls homee",
        find=lambda keys: nobody,
        everyone=lambda: nobody,
        staff=Staff(),
        here=None,
        bot="",
        today=date(2027, 2, 10),
    )


@dataclass(frozen=True, slots=True)
class _Context:
    """What a reading may look at besides the words."""

    find: Callable[[Collection[str]], Names]
    everyone: Callable[[], Names]
    staff: Staff
    here: Known | None
    today: date
    duties: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Parsed:
    """One sentence, read."""

    words: tuple[Word, ...]
    asked: Asked
    items: tuple[Item, ...]
    named: tuple[Named, ...]
    adults: tuple[Adult, ...]
    period: Period | None
    quoted: str = ""
    asks: bool = False
    marks: frozenset[str] = field(default_factory=frozenset)


def read_question(
    text: str,
    *,
    find: Callable[[Collection[str]], Names],
    everyone: Callable[[], Names],
    staff: Staff,
    here: Known | None,
    bot: str,
    today: date,
    duties: Collection[str] = (),
) -> Question:
    """What is asked and about whom.

    `find` gives the asker's students who carry one of some folded keys, `everyone` all of them; it is only called where
    a name is written that nobody carries. `here` is the student whom the thread is about. `bot` is its own id.
    A period is from `since` up to, and not with, `until`.
    """
    typed = take_apart(text, bot)
    if not typed.words:
        return Question(Asked.UNCLEAR)
    context = _Context(find, everyone, staff, here, today, frozenset(duties))
    keys = keys_in((*typed.words, *typed.quoted))
    names = find(keys) if keys else Names(())
    parsed = [_parse(typed, sentence, names, context) for sentence in typed.sentences]
    if _is_foreign(typed, parsed):
        return Question(Asked.OTHER_LANGUAGE)
    clear = [one for one in parsed if one.asked not in _NOT_UNDERSTOOD]
    if not clear:
        return Question(Asked.UNCLEAR)
    chosen = next(filter(_asks, clear), clear[0])
    told = [name for one in parsed if one is not chosen for name in one.named if _is_sure(name)]
    told += _named_in(typed.quoted, names)
    return _answerable(chosen, told, context)


def _asks(parsed: _Parsed) -> bool:
    """Rather a question than a few words that could be one."""
    return not parsed.marks.isdisjoint(("who", "whose", "what", "which", "when", "how", "anyone")) or parsed.asks


def _named_in(words: Sequence[Word], names: Names) -> list[Named]:
    found = find_named(words, names, frozenset())
    return [*found, *filter(_is_sure, find_unknown(words, found, frozenset(), is_said))]


def _is_sure(named: Named) -> bool:
    """Around a question, only a name on record, one with a capital, or one where a name has to stand."""
    return named.reading is not None or named.placed or named.typed[:1].isupper()


def _parse(typed: Typed, sentence: Sentence, names: Names, context: _Context) -> _Parsed:
    words = sentence.words
    period = read_period(" ".join(word.plain.replace(" ", "") or "-" for word in words), context.today)
    named, adults = _tell_apart(words, names, context.staff, period)
    taken = _places(adults) | (frozenset(range(period.start, period.end)) if period else frozenset())
    unknown = find_unknown(words, named, taken, is_said)
    named = [one for one in named if not any(run.start <= one.start < run.end for run in unknown)]
    named = sorted((*named, *unknown), key=lambda one: one.start)
    items = write_items(words, named, adults, period, context.today)
    items = join_duties(items, words, duties_known(context.duties))
    understood = grammar.understand(sentence_of(items, asks=sentence.asks))
    quoted = _quote(typed, words, items, understood.words)
    lost = understood.words is not None and not quoted
    if understood.asked is Asked.OWNER and len(items) == 1 and unknown and _is_term(unknown[0].typed):
        return _Parsed(words, Asked.MEANING, (), (), (), None, unknown[0].typed)
    asked = Asked.UNCLEAR if lost or (understood.bare and not _is_term(quoted)) else understood.asked
    return _Parsed(
        words,
        asked,
        tuple(items),
        tuple(named),
        tuple(adults),
        period,
        quoted,
        sentence.asks,
        frozenset(item.text for item in items),
    )


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
    longer = any(one.end - one.start > adult.end - adult.start for one in rivals)
    return longer or not is_adults_place(words, adult.start, adult.end)


def _places(spans: Iterable[Adult]) -> frozenset[int]:
    return frozenset(place for span in spans for place in range(span.start, span.end))


def _quote(typed: Typed, words: Sequence[Word], items: Sequence[Item], kept: tuple[int, int] | None) -> str:
    """The words as typed, without the student at their end of whom they are said."""
    if kept is None:
        return ""
    said = list(items[slice(*kept)])
    if len(said) > 1 and said[0].text in _WORD_FOR:
        del said[0]
    tail = next(
        (place for place, item in enumerate(said) if place and _turns_to_ask(words[item.start], item)), len(said)
    )
    del said[tail:]
    if len(said) > 1 and said[-1].text in _ENDING:
        del said[-1]
        if said[-1].text in _LINKING:
            del said[-1]
    if not said or (len(said) == 1 and said[0].text in _POINTING):
        return ""
    return typed.text[words[said[0].start].start : words[said[-1].end - 1].end].strip()


def _is_term(quoted: str) -> bool:
    """What the glossary has, or looks like an acronym it might have."""
    return bool(find_key(quoted)) or (2 <= len(quoted) <= 6 and quoted.isupper())


def _turns_to_ask(word: Word, item: Item) -> bool:
    """*…for Maya, who was it?*"""
    return "," in word.gap and item.text in ("who", "what", "do", "be", "was", "can", "could", "right", "i", "which")


_WORD_FOR = frozenset(("letter", "word", "term", "acronym", "phrase", "abbreviation"))
_ENDING = frozenset((NAME, KID, "it", "this", "that"))
_LINKING = frozenset(("for", "about", "with", "on", "to", "of"))
_POINTING = frozenset((PRO, KID, "it", "this", "that", "you", "so", "no", "yes"))


def _is_foreign(typed: Typed, parsed: Sequence[_Parsed]) -> bool:
    names = {
        id(word) for one in parsed for name in one.named if name.reading for word in one.words[name.start : name.end]
    }
    return is_other_language(typed.text, [word.key for word in typed.words if id(word) not in names])


def _answerable(chosen: _Parsed, told: Sequence[Named], context: _Context) -> Question:
    question = Question(chosen.asked, words=chosen.quoted)
    question = replace(question, **_adults_of(chosen))  # type: ignore[arg-type]
    duty = next((item.value for item in chosen.items if item.value), "")
    if duty and chosen.asked not in (Asked.MEANING, Asked.WHO_SAID, Asked.HUDDLE):
        question = replace(question, duty=duty)
    if chosen.period:
        question = replace(question, since=chosen.period.since, until=chosen.period.until)
    if chosen.asked is Asked.MEANING:
        return question
    return _about(question, chosen, told, context)


def _adults_of(chosen: _Parsed) -> dict[str, object]:
    unknown = next((one.typed for one in chosen.adults if not one.ids), "")
    return {"staff": adults_ids(chosen.adults), "staff_unknown": unknown}


def _about(question: Question, chosen: _Parsed, told: Sequence[Named], context: _Context) -> Question:
    """`told`: students named around the question; they are meant where it names nobody itself."""
    if chosen.named:
        return _named(question, chosen.named, chosen, context)
    if PAIR in chosen.marks:
        return question
    if MINE in chosen.marks:
        return replace(question, whose=Whose.MINE)
    if question.asked in _NEEDS_NOBODY and not _points(chosen):
        return question
    if told:
        return _told(question, told, chosen, context)
    if context.here:
        return replace(question, whose=Whose.THIS, students=(context.here,))
    if question.asked in _MAY_BE_ALL and not _points(chosen):
        return replace(question, whose=Whose.MINE)
    return question


# Whom or what else a pronoun may stand for.
_OTHERS = {
    Asked.WHO_SAID: ("they", "he", "she"),
    Asked.NO_OWNER: ("they", "them"),
    Asked.OVERDUE: ("they", "them"),
}


def _points(chosen: _Parsed) -> bool:
    """*this student*, *her*. Who said that *they* would is the one who said it."""
    others = _OTHERS.get(chosen.asked, ())
    pronouns = (chosen.words[item.start].plain for item in chosen.items if item.text == PRO)
    return KID in chosen.marks or any(word not in others for word in pronouns)


def _told(question: Question, told: Sequence[Named], chosen: _Parsed, context: _Context) -> Question:
    """In a thread, *this student* beside another's name may be either."""
    read = _named(question, told, chosen, context)
    if context.here and KID in chosen.marks and context.here not in read.students:
        return replace(read, whose=Whose.SEVERAL, students=(context.here, *read.students))
    return read


def _named(question: Question, named: Sequence[Named], chosen: _Parsed, context: _Context) -> Question:
    settled = [one if one.reading else settle(one, context.everyone()) for one in named]
    lost = next((one for one in settled if one.reading is None), None)
    if lost:
        return replace(question, whose=Whose.NOBODY, name=lost.typed)
    near = any(_is_near(one) for one in settled)
    students = tuple(dict.fromkeys(student for one in settled for student in one.students()))
    found = all(isinstance(one.reading, Found) for one in settled)
    if found and len(students) == 1:
        return replace(question, whose=Whose.ONE, students=students, near=near)
    plain = found and _are_joined(settled, chosen)
    return replace(question, whose=Whose.BOTH if plain else Whose.SEVERAL, students=students, near=near)


def _is_near(named: Named) -> bool:
    reading = named.reading
    return reading is not None and reading.how.value == "near"


def _are_joined(named: Sequence[Named], chosen: _Parsed) -> bool:
    """Only *and* and the like between them."""
    if list(chosen.named) and len(chosen.named) != len(named):
        return False
    for one, other in pairwise(named):
        between = [word.plain for word in chosen.words[one.end : other.start]]
        if any(word not in ("and", "or", "for", "about", "with", "also", "plus") for word in between):
            return False
    return True
