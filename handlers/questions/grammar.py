"""The grammar: which turns make which question. The first kind that fits is what was asked; none is not understood."""

import re
from dataclasses import dataclass
from functools import cache

from handlers.questions.kinds import KINDS
from handlers.questions.patterns import compile_turns, words_in
from handlers.questions.question import Asked
from handlers.questions.vocabulary import GROUPS


@dataclass(frozen=True, slots=True)
class Understood:
    """`words` are places in the sentence of what it quotes: what somebody promised, or what is to be explained.

    `bare`: nothing but *what is* stands before it, so it has to be a term.
    """

    asked: Asked
    words: tuple[int, int] | None = None
    bare: bool = False


@cache
def _compiled() -> tuple[tuple[Asked, re.Pattern[str]], ...]:
    return tuple((asked, compile_turns(lines, GROUPS)) for asked, lines in KINDS)


@cache
def _term() -> re.Pattern[str]:
    return compile_turns("^ what be * $; ^ * mean/means $", GROUPS)


_OF_STUDENTS = frozenset((Asked.HOW_IS, Asked.NEW))
_ASKING = frozenset("who whom whose what which when how where why ASKS".split())
_TELLING = """
^ NAME/KID/PRO/STAFF/PAIR/i/we/you/it/there/that/huddle/nobody/DUTY/MEETING <telling>; ^ anyone need/should/must/have
^ no need ~; ^ not ~
"""


def _tells(sentence: str) -> bool:
    """A statement: it has a subject and a verb, and no word that asks."""
    return _ASKING.isdisjoint(sentence.split()) and _told().search(sentence) is not None


@cache
def _told() -> re.Pattern[str]:
    return compile_turns(_TELLING, GROUPS)


def understand(sentence: str) -> Understood:
    """What a sentence asks, given as its words in base form with a space after each."""
    understood = _understand(sentence)
    if understood.asked is Asked.UNCLEAR and _is_bare(sentence):
        return Understood(Asked.OWNER)
    return understood


def _is_bare(sentence: str) -> bool:
    """*NAME, who do we have for it*: somebody is asked for, and nothing else is said."""
    words = sentence.split()
    return ("who" in words or "whose" in words) and _SAYS_NOTHING.issuperset(words)


_SAYS_NOTHING = frozenset(
    """
who whose NAME KID PRO S ASKS STAFF be do have get we us it this that these those of for on with to about in at person
else ever
go was would should can will could need as team one anyone or not all both TIME been which
""".split()
)


def _understand(sentence: str) -> Understood:
    if _tells(sentence):
        return Understood(Asked.UNCLEAR)
    about_adults = sentence.startswith("who ")
    for asked, pattern in _compiled():
        found = pattern.search(sentence)
        if found and not (about_adults and asked in _OF_STUDENTS):
            return Understood(_sharper(asked, sentence), _kept(sentence, found))
    found = _term().search(sentence)
    return Understood(Asked.MEANING, _kept(sentence, found), bare=True) if found else Understood(Asked.UNCLEAR)


def _sharper(asked: Asked, sentence: str) -> Asked:
    """Who is asked for beside a duty is asked for the duty, unless a follow-up is spoken of."""
    words = set(sentence.split())
    is_duty = asked is Asked.OWNER and "who" in words and not words.isdisjoint(("DUTY", "DONE", "DO"))
    return Asked.DUTY if is_duty and words.isdisjoint(("followup", "follow", "plan", "task")) else asked


def _kept(sentence: str, found: re.Match[str]) -> tuple[int, int] | None:
    for name, words in found.groupdict().items():
        if words is not None:
            start = sentence.count(" ", 0, found.start(name))
            return start, start + words.count(" ")
    return None


VOCABULARY = frozenset().union(*map(words_in, (*GROUPS.values(), *(lines for _, lines in KINDS))))
