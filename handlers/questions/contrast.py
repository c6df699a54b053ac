"""Which of several students named are meant: *kaila not kayla*, *not about Mark, about Christian*, *I meant Leo*."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.questions.mentions import Named
from handlers.questions.parsed import Parsed
from handlers.questions.tokens import Word

_DENYING = frozenset(("not", "isnt", "instead", "than"))
_BETWEEN = frozenset("ask asking talk talking mean meaning about for of the to on with looking".split())
_BEFORE_RELATIVE = frozenset(("who", "which", "that", "why", "do", "does", "did", "is", "are", "was"))
_SINGLING = frozenset(("only", "mean", "meant"))
_MEANING = frozenset(("mean", "meant"))
_CORRECTING = frozenset(("scratch", "oops", "wrong", "correction"))
_NEAR_START = 3


def set_aside(parsed: Sequence[Parsed]) -> list[Parsed]:
    """The same without names that are denied or taken back, but in a question only where another stays."""
    left = [_without(one, [name for name in one.named if _is_denied(one.words, name)]) for one in parsed]
    last = max((place for place, one in enumerate(left) if _corrects(one)), default=0)
    left = [_without(one, one.named if place < last else ()) for place, one in enumerate(left)]
    if any(one.named for one in left):
        return left
    return [one if "who" in one.marks or one.asks else said for one, said in zip(parsed, left, strict=True)]


def _without(one: Parsed, names: Sequence[Named]) -> Parsed:
    return replace(one, named=tuple(name for name in one.named if name not in names)) if names else one


def _is_denied(words: Sequence[Word], name: Named) -> bool:
    """*not Kayla*, *not asking about Mark*; but *who is not with Mark* asks."""
    at = name.start - 1
    while at >= 0 and words[at].plain in _BETWEEN:
        at -= 1
    if at < 0 or words[at].plain not in _DENYING:
        return False
    if words[at].plain == "than":
        return any(word.plain == "rather" for word in words[:at])
    before = {word.plain for word in words[max(0, at - 2) : at]}
    return before.isdisjoint(_BEFORE_RELATIVE) or (words[at - 1].plain == "is" and words[0].plain in ("it", "this"))


def _corrects(one: Parsed) -> bool:
    """*I mean who has Leo*, *oops wrong kid, Leo*."""
    named = next((name for name in one.named if name.reading), None)
    if named is None:
        return False
    opening = [word.plain for word in one.words[: min(named.start, _NEAR_START)]]
    said_again = "i" in opening and not _MEANING.isdisjoint(opening)
    return said_again or not _CORRECTING.isdisjoint(opening)


def single_out(told: Sequence[tuple[Named, Parsed]]) -> list[tuple[Named, Parsed]]:
    """*its only Ty I need*, *I mean Leo*, *it's Summer who is melting down*: nobody else told of is meant."""
    last = told[-1][1] if told else None
    single = [(name, one) for name, one in told if _is_singled(one.words, name, is_last=one is last)]
    return single or list(told)


def _is_singled(words: Sequence[Word], name: Named, *, is_last: bool) -> bool:
    if name.start > 0 and words[name.start - 1].plain in _SINGLING:
        return True
    return is_last and [word.plain for word in words[: name.start]] in (
        ["its"],
        ["it", "is"],
        ["this", "is"],
        ["it", "was"],
    )
