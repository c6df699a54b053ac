"""Reads what somebody asks: what they want to know, about whom, and never a student whom they did not name."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date

from handlers.questions.about import Around, say_whose
from handlers.questions.adults import adults_ids
from handlers.questions.choose import choose
from handlers.questions.contrast import set_aside, single_out
from handlers.questions.duty_words import words_of_duties
from handlers.questions.known_words import is_said
from handlers.questions.languages import is_other_language
from handlers.questions.mentions import Named, find_named, keys_in
from handlers.questions.parsed import Parsed, parse
from handlers.questions.question import Asked, Question
from handlers.questions.staff import Staff
from handlers.questions.tokens import Typed, Word, take_apart
from handlers.questions.told import find_term_told, tell_adults, tell_family, with_duty_told
from handlers.questions.unknown_names import find_unknown
from handlers.rules.names import Known, Names


def prepare() -> None:
    """Make grammar and vocabulary ready, most of a second, before the first question comes."""
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
    names = find_names(typed, find)
    parsed = set_aside(parse_all(typed, names, staff=staff, duties=duties, today=today))
    if _is_foreign(typed, parsed):
        return Question(Asked.OTHER_LANGUAGE)
    chosen = choose(parsed)
    if chosen is None:
        term = find_term_told(parsed)
        return Question(Asked.MEANING, words=term) if term else Question(Asked.UNCLEAR)
    others = [one for one in parsed if one is not chosen]
    told = single_out([(name, one) for one in others for name in one.named if _is_sure(name)])
    quoted = _named_in(typed.quoted, names)
    telling = [] if quoted else list({id(one): one for _, one in told}.values())
    around = Around([*(name for name, _ in told), *quoted], telling, here, everyone, others)
    question = _without_whom(with_duty_told(chosen, others))
    return question if question.asked is Asked.MEANING else say_whose(question, chosen, around)


def find_names(typed: Typed, find: Callable[[Collection[str]], Names]) -> Names:
    """Who may be named in it, in one look."""
    keys = frozenset[str]().union(keys_in(typed.quoted), *(keys_in(sentence.words) for sentence in typed.sentences))
    return find(keys) if keys else Names(())


def parse_all(typed: Typed, names: Names, *, staff: Staff, duties: Collection[str], today: date) -> list[Parsed]:
    """Each sentence, with what the one before tells of it."""
    found = (parse(typed, sentence, names, staff=staff, duties=duties, today=today) for sentence in typed.sentences)
    family = words_of_duties(frozenset(duties)).read(("family", "contact"), 0)
    return tell_family(tell_adults(list(found)), family.duty if family else "")


def _named_in(words: Sequence[Word], names: Names) -> list[Named]:
    found = find_named(words, names, frozenset())
    return [*found, *filter(_is_sure, find_unknown(words, found, frozenset()))]


def _is_sure(named: Named) -> bool:
    """Around a question, only a name on record, one with a capital, or one where a name has to stand."""
    return named.reading is not None or named.placed or named.unsure or named.typed[:1].isupper()


def _is_foreign(typed: Typed, parsed: Sequence[Parsed]) -> bool:
    names = {
        id(word) for one in parsed for name in one.named if name.reading for word in one.words[name.start : name.end]
    }
    others = [word for word in typed.words if id(word) not in names]
    strange = [word.typed for word in others if word.typed.islower() and not is_said(word, in_names_place=False)]
    return is_other_language(typed.text, [word.key for word in others], strange)


def _without_whom(chosen: Parsed) -> Question:
    question = Question(chosen.asked, words=chosen.quoted)
    if chosen.asked in _WITH_STAFF:
        unknown = next((one.typed for one in chosen.adults if not one.ids), "")
        question = replace(question, staff=adults_ids(chosen.adults), staff_unknown=unknown)
    if chosen.asked in _WITH_DUTY:
        question = replace(question, duty=chosen.duty)
    if chosen.period:
        since, until = chosen.period.since, chosen.period.until
        if chosen.asked in _AHEAD and chosen.period.coming:
            since, until = chosen.period.coming
        question = replace(question, since=since, until=until)
    return question


_AHEAD = frozenset((Asked.HUDDLE, Asked.FOCUS, Asked.DUTIES_OF))  # *on friday* is the next one
_WITH_DUTY = frozenset((Asked.DUTY, Asked.GAPS, Asked.HISTORY))
_WITH_STAFF = frozenset((Asked.DUTIES_OF, Asked.WHO_SAID, Asked.HISTORY, Asked.OVERDUE))
