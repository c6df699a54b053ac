"""Which of several sentences is the question and what it asks: by the grammar, unless its words say otherwise."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.questions.evidence import speaks_for, weigh
from handlers.questions.parsed import Parsed
from handlers.questions.question import Asked
from handlers.questions.told import only_points

SURE = 0.65  # of all that the words say; less leaves it to the grammar
_NOT_UNDERSTOOD = frozenset((Asked.UNCLEAR, Asked.OTHER_LANGUAGE))
_QUOTING = frozenset((Asked.WHO_SAID, Asked.MEANING))  # their words are found by the grammar alone


def choose(parsed: Sequence[Parsed]) -> Parsed | None:
    """None where nothing is asked that can be answered."""
    chosen = _by_grammar(parsed)
    if chosen and chosen.asked is Asked.MEANING:
        return chosen  # only the grammar knows a term by its place
    evidence = weigh([sign for one in parsed for sign in one.signs])
    if evidence.share < SURE or evidence.asked is (chosen.asked if chosen else Asked.UNCLEAR):
        return chosen
    return _by_evidence(parsed, evidence.asked, chosen)


def _by_grammar(parsed: Sequence[Parsed]) -> Parsed | None:
    clear = [one for one in parsed if one.asked not in _NOT_UNDERSTOOD and not (len(parsed) > 1 and _is_lost(one))]
    return max(clear, key=_how_much_it_asks, default=None)


def _by_evidence(parsed: Sequence[Parsed], asked: Asked, chosen: Parsed | None) -> Parsed | None:
    if asked is Asked.UNCLEAR:
        return None
    same = [one for one in parsed if one.asked is asked]
    if same:
        best = max(same, key=_how_much_it_asks)
        return chosen if chosen and _how_much_it_asks(best) < _how_much_it_asks(chosen) else best
    if asked in _QUOTING or (asked is Asked.DUTY and not any(one.duty for one in parsed)):
        return chosen
    return replace(
        max(parsed, key=lambda one: (_how_much_it_asks(one) > _MAY_ASK, speaks_for(asked, one.signs))), asked=asked
    )


_MAY_ASK = 2
_WH = frozenset(("who", "whose", "what", "which", "when", "how"))


def _is_lost(parsed: Parsed) -> bool:
    """A word beside other words that is nobody's name: *Thank you all, truly.*"""
    return len(parsed.items) == 1 and any(one.reading is None for one in parsed.named)


def _how_much_it_asks(parsed: Parsed) -> int:
    """Rather a question than a few words that could be one, and rather any than one that only points at another."""
    if only_points(parsed):
        return 0
    begins = any(item.text in _WH for item in parsed.items[:2])
    if parsed.asks or not parsed.marks.isdisjoint(_WH):
        return 4 if begins else 3
    return 2 if "anyone" in parsed.marks else 1
