"""What the words around a question tell of it: a duty, colleagues, a term that the question only points at."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from handlers.questions import grammar
from handlers.questions.parsed import Parsed
from handlers.questions.question import Asked
from handlers.questions.sentences import PRO, STAFF, Item, sentence_of
from handlers.questions.tokens import Word, written
from handlers.rules.glossary import find_key

_POINTING = frozenset("who whose be was that it this one you i me not or no PRO would what ASKS".split())
_SAYS_LITTLE = _POINTING | frozenset(
    """
do have can should will anyone else those these them cover handle run give on for with of in collect gather track send
keep see STAFF TIME supposed charge own owner responsible point lead get take had did done
""".split()
)
_AT_THING = frozenset(("it", "this", "that"))
_WHOM = frozenset(("NAME", "KID", "S"))
_PAST = frozenset("called emailed texted phoned messaged contacted told wrote updated asked reached met talked".split())
_TAKES_DUTY = frozenset((Asked.OWNER, Asked.DUTY, Asked.HISTORY))


def only_points(parsed: Parsed) -> bool:
    """*who was that*: what it asks is in the words around it."""
    return bool(parsed.items) and not parsed.named and all(item.text in _POINTING for item in parsed.items)


def tell_adults(parsed: Sequence[Parsed]) -> list[Parsed]:
    """*Raul and Hector, what are they responsible for*: who was just named is who they are."""
    found: list[Parsed] = []
    for one in parsed:
        before = found[-1] if found else None
        are_told = before is not None and bool(before.items) and all(item.text == STAFF for item in before.items)
        found.append(_with_adults(one, before) if before and are_told and not one.adults else one)
    return found


def _with_adults(one: Parsed, before: Parsed) -> Parsed:
    pronoun = next((place for place, item in enumerate(one.items) if item.text == PRO), None)
    if pronoun is None:
        return one
    items = (*one.items[:pronoun], replace(one.items[pronoun], text=STAFF), *one.items[pronoun + 1 :])
    said = sentence_of(items, asks=one.asks)
    marks = frozenset(item.text for item in items)
    asked = grammar.understand(said).asked
    return replace(one, signs=(said, *one.signs[1:]), asked=asked, items=items, adults=before.adults, marks=marks)


def tell_family(parsed: Sequence[Parsed], duty: str) -> list[Parsed]:
    """*Noor's dad left a voicemail, who rings him back*: they are the family, `duty` is what the school calls it."""
    told = any(item.text == "family" or item.value == duty for one in parsed for item in one.items)
    return [_with_duty(one, duty) if told and _calls_somebody(one) else one for one in parsed]


def _calls_somebody(one: Parsed) -> bool:
    texts = [item.text for item in one.items]
    calls = (text in _CALLING and PRO in texts[at + 1 : at + 4] for at, text in enumerate(texts))
    return "who" in texts and not one.duty and any(calls)


_CALLING = frozenset("call ring phone email text message contact reach talk speak write answer update tell".split())


def _with_duty(one: Parsed, duty: str) -> Parsed:
    items = (*one.items, Item("DUTY", 0, 0, duty))
    return replace(one, asked=Asked.DUTY, items=items, signs=(f"{one.signs[0]}DUTY ", *one.signs[1:]))


def with_duty_told(chosen: Parsed, others: Sequence[Parsed]) -> Parsed:
    """*Zadie needs her sensory breaks covered. Who does that?* Only where it is the one duty told of."""
    told = {one.duty for one in others if _is_to_do(one)} - {""}
    if chosen.asked not in _TAKES_DUTY or chosen.duty or len(told) != 1:
        return chosen
    points = any(item.text in _AT_THING for item in chosen.items)
    little = _SAYS_LITTLE | _WHOM if points else _SAYS_LITTLE  # *toileting plan, who's on that for Ty*
    if chosen.asked is Asked.OWNER and not all(item.text in little for item in chosen.items):
        return chosen
    asked = Asked.DUTY if chosen.asked is Asked.OWNER else chosen.asked
    return replace(chosen, asked=asked, items=(*chosen.items, Item("DUTY", 0, 0, told.pop())))


def _is_to_do(told: Parsed) -> bool:
    """A duty by name, or one that has to be done; not what somebody did: *mom called*."""
    happened = any(
        not _PAST.isdisjoint(word.plain for word in told.words[item.start : item.end]) for item in told.items
    )
    return not happened and not told.marks.isdisjoint(("DUTY", "MEETING", "need", "should", "must"))


def find_term_told(parsed: Sequence[Parsed]) -> str:
    """*They said Zeke needs an FBA. What is that?*"""
    terms = [term for one in parsed for term in _terms(one.words)] if any(one.points for one in parsed) else []
    return terms[-1] if terms else ""


def _terms(words: Sequence[Word]) -> Iterator[str]:
    for start, end in combinations(range(len(words) + 1), 2):
        typed = written(words, start, end) if end - start <= _LONGEST_TERM else ""
        if find_key(typed) and (typed.isupper() or end - start > 1):
            yield typed


_LONGEST_TERM = 3
