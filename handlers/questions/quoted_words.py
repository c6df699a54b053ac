"""Keeps the words a question quotes: what somebody promised, or what is to be explained."""

from collections.abc import Sequence

from handlers.questions.sentences import KID, NAME, PRO, Item
from handlers.questions.tokens import Typed, Word
from handlers.rules.glossary import find_key


def quote(typed: Typed, words: Sequence[Word], items: Sequence[Item], kept: tuple[int, int] | None) -> str:
    """The words as typed, without the student at their end of whom they are said."""
    if kept is None:
        return ""
    said = list(items[slice(*kept)])
    if len(said) > 1 and said[0].text in _WORD_FOR:
        del said[0]
    tail = next((place for place in range(1, len(said)) if _turns_to_ask(words, said, place)), len(said))
    del said[tail:]
    if len(said) > 1 and said[-1].text in _ENDING:
        del said[-1]
        if said[-1].text in _LINKING:
            del said[-1]
    if not said or (len(said) == 1 and said[0].text in _POINTING):
        return ""
    end = max(item.end for item in said)  # *talk to her dad*: whose it is comes after the duty it stands in
    return typed.text[words[said[0].start].start : words[end - 1].end].strip()


def is_term(quoted: str) -> bool:
    """What the glossary has, or looks like an acronym it might have."""
    return bool(find_key(quoted)) or (2 <= len(quoted) <= 6 and quoted.isupper())


def _turns_to_ask(words: Sequence[Word], said: Sequence[Item], at: int) -> bool:
    """*…for Maya, who was it?*"""
    item, after = said[at], said[at + 1].text if at + 1 < len(said) else ""
    if item.text == "who" and after in ("be", "was"):
        return True
    return "," in words[item.start].gap and item.text in (
        "who",
        "what",
        "do",
        "be",
        "was",
        "can",
        "could",
        "right",
        "i",
        "which",
    )


_ASKING = frozenset("who what do be was can could right i which".split())
_WORD_FOR = frozenset(("letter", "word", "term", "acronym", "phrase", "abbreviation"))
_ENDING = frozenset((NAME, KID, "it", "this", "that"))
_LINKING = frozenset(("for", "about", "with", "on", "to", "of"))
_POINTING = frozenset((PRO, KID, "it", "this", "that", "you", "so", "no", "yes"))
