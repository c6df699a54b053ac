"""Hears words that sound like a child in danger. It assesses nothing: a false alarm costs one private message."""

import re
from collections.abc import Iterable
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
    """What is harmless, and what is not. Made when first asked for: it takes a fifth of a second."""
    return _pattern(HARMLESS), _pattern(SELF_HARM, HARM_TO_OTHERS, ABUSE)


def _pattern(*lists: str) -> re.Pattern[str]:
    """Phrases parted by first letter: where each word is held against every phrase, it takes eight times as long."""
    by_letter: dict[str, list[str]] = {}
    for line in (line for one in lists for line in one.strip().splitlines()):
        first, *rest = line.split(" ", 1)
        words = _words_of(first)
        for letter in {word[0]: None for word in words}:
            endings = [word[1:] for word in words if word[0] == letter]
            by_letter.setdefault(letter, []).append(_either(endings) + "".join(map(_follow, rest)))
    parts = (f"{letter}(?:{'|'.join(phrases)})" for letter, phrases in by_letter.items())
    return re.compile(rf"(?<= )(?:{'|'.join(parts)})(?= )")


def _follow(rest: str) -> str:
    """What comes after the first word of a line: at once, or with a few words between."""
    pieces = f" {rest}".split(" … ")
    return _BETWEEN.join(
        " ".join(_either(_words_of(word)) if word else "" for word in one.split(" ")) for one in pieces
    )


def _words_of(choice: str) -> list[str]:
    return [word for one in choice.split("|") for word in GROUPS.get(one, one).split("|")]


def _either(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})".replace("_", " ").replace("~", _ENDINGS)
