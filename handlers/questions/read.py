"""Reads what somebody asks: what they want to know, about whom, and never a student whom they did not name."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from handlers.questions.about import Around, say_whose
from handlers.questions.adults import adults_ids
from handlers.questions.languages import is_other_language
from handlers.questions.mentions import Named, find_named, keys_in
from handlers.questions.parsed import Parsed, parse
from handlers.questions.question import Asked, Question
from handlers.questions.sentences import Item, is_said
from handlers.questions.staff import Staff
from handlers.questions.tokens import Typed, Word, take_apart, written
from handlers.questions.unknown_names import find_unknown
from handlers.rules.glossary import find_key
from handlers.rules.names import Known, Names

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
    keys = frozenset[str]().union(keys_in(typed.quoted), *(keys_in(sentence.words) for sentence in typed.sentences))
    names = find(keys) if keys else Names(())
    parsed = [parse(typed, sentence, names, staff=staff, duties=duties, today=today) for sentence in typed.sentences]
    if _is_foreign(typed, parsed):
        return Question(Asked.OTHER_LANGUAGE)
    clear = [one for one in parsed if one.asked not in _NOT_UNDERSTOOD]
    if not clear:
        return _meaning_of_told(typed, parsed)
    chosen = next(filter(_asks, clear), clear[0])
    others = [one for one in parsed if one is not chosen]
    told = [name for one in others for name in one.named if _is_sure(name)]
    around = Around([*told, *_named_in(typed.quoted, names)], here, everyone)
    question = _without_whom(_with_duty_told(chosen, others))
    return question if question.asked is Asked.MEANING else say_whose(question, chosen, around)


def _asks(parsed: Parsed) -> bool:
    """Rather a question than a few words that could be one."""
    return not parsed.marks.isdisjoint(("who", "whose", "what", "which", "when", "how", "anyone")) or parsed.asks


def _named_in(words: Sequence[Word], names: Names) -> list[Named]:
    found = find_named(words, names, frozenset())
    return [*found, *filter(_is_sure, find_unknown(words, found, frozenset(), is_said))]


def _is_sure(named: Named) -> bool:
    """Around a question, only a name on record, one with a capital, or one where a name has to stand."""
    return named.reading is not None or named.placed or named.typed[:1].isupper()


def _is_foreign(typed: Typed, parsed: Sequence[Parsed]) -> bool:
    names = {
        id(word) for one in parsed for name in one.named if name.reading for word in one.words[name.start : name.end]
    }
    others = [word for word in typed.words if id(word) not in names]
    strange = [word.typed for word in others if word.typed.islower() and not is_said(word, in_names_place=False)]
    return is_other_language(typed.text, [word.key for word in others], strange)


def _with_duty_told(chosen: Parsed, others: Sequence[Parsed]) -> Parsed:
    """*Zadie needs her sensory breaks covered. Who does that?* Only where it is the one duty told of."""
    told = {one.duty for one in others if _is_to_do(one)} - {""}
    if chosen.asked is not Asked.OWNER or len(told) != 1 or not all(item.text in _SAYS_LITTLE for item in chosen.items):
        return chosen
    return replace(chosen, asked=Asked.DUTY, items=(*chosen.items, Item("DUTY", 0, 0, told.pop())))


_SAYS_LITTLE = frozenset(
    """
who whose be do can should would will or not it that this i me one anyone else those these them cover handle run give
on for with of collect gather track send keep have you see S PRO STAFF
""".split()
)


def _is_to_do(told: Parsed) -> bool:
    """A duty by name, or one that has to be done; not what somebody did: *mom called*."""
    happened = any(
        not _PAST.isdisjoint(word.plain for word in told.words[item.start : item.end]) for item in told.items
    )
    return not happened and not told.marks.isdisjoint(("DUTY", "MEETING", "need", "should", "must"))


_PAST = frozenset("called emailed texted phoned messaged contacted told wrote updated asked reached met talked".split())


def _meaning_of_told(typed: Typed, parsed: Sequence[Parsed]) -> Question:
    """*They said Zeke needs an FBA. What is that?*"""
    terms = [term for one in parsed for term in _terms(one.words)] if any(one.points for one in parsed) else []
    return Question(Asked.MEANING, words=terms[-1]) if terms else Question(Asked.UNCLEAR)


def _terms(words: Sequence[Word]) -> Iterator[str]:
    for start, end in combinations(range(len(words) + 1), 2):
        typed = written(words, start, end) if end - start <= _LONGEST_TERM else ""
        if find_key(typed) and (typed.isupper() or end - start > 1):
            yield typed


_LONGEST_TERM = 3


def _without_whom(chosen: Parsed) -> Question:
    question = Question(
        chosen.asked,
        words=chosen.quoted,
        staff=adults_ids(chosen.adults),
        staff_unknown=next((one.typed for one in chosen.adults if not one.ids), ""),
    )
    if chosen.duty and chosen.asked not in _WITHOUT_DUTY:
        question = replace(question, duty=chosen.duty)
    if chosen.period:
        since, until = chosen.period.since, chosen.period.until
        if chosen.asked in _AHEAD and chosen.period.coming:
            since, until = chosen.period.coming
        question = replace(question, since=since, until=until)
    return question


_AHEAD = frozenset((Asked.HUDDLE, Asked.FOCUS, Asked.DUTIES_OF))  # *on friday* is the next one
_WITHOUT_DUTY = frozenset((Asked.MEANING, Asked.WHO_SAID, Asked.HUDDLE))
