"""Hears words that sound like a child in danger. It assesses nothing: a false alarm costs one private message."""

import re
from functools import cache

from handlers.rules.danger_words import ABUSE, GROUPS, HARM_TO_OTHERS, HARMLESS, SELF_HARM
from handlers.rules.folding import fold

_BETWEEN = r"(?: \w+){0,4}? "
_SIMPLE = "s es d ed ing er ers y ies ied n en e al ally ly ful ness ation ion ions ive ious ous"
_DOUBLED = "bed bing bing ned ning ped ping ted ting"  # stabbed, planning, slapped, hitting
_ENDINGS = f"(?:{'|'.join([*_SIMPLE.split(), *_DOUBLED.split()])})?"


def sounds_like_danger(text: str) -> bool:
    """Whether these words hold one of self-harm, weapons or abuse, outside a phrase that is clearly harmless."""
    harmless, danger = prepare()
    return danger.search(harmless.sub("_", f" {fold(text)} ")) is not None


@cache
def prepare() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is harmless, and what is not. Made when first asked for: it takes an eighth of a second."""
    return _pattern(HARMLESS), _pattern(SELF_HARM, HARM_TO_OTHERS, ABUSE)


def _pattern(*lists: str) -> re.Pattern[str]:
    lines = [line for one in lists for line in one.strip().splitlines()]
    return re.compile(rf"(?<= )(?:{'|'.join(map(_line, lines))})(?= )")


def _line(line: str) -> str:
    pieces = line.split(" … ")
    return _BETWEEN.join(" ".join(map(_choice, piece.split())) for piece in pieces)


def _choice(words: str) -> str:
    either = "|".join(GROUPS.get(word, word) for word in words.split("|"))
    return f"(?:{either})".replace("_", " ").replace("~", _ENDINGS)
