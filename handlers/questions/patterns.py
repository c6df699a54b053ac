"""The small language grammars are written in: words, choices, gaps and named groups of turns, made into expressions.

A sentence is its words in base form, one space after each. In a pattern `a/b` is a choice for one word, `<who>` a named
group of turns, `?` after either leaves it out, `!` before it forbids it, `~` skips any words, `^` and `$` are the ends,
ASKS is a question mark, and `*` is the words to keep.
"""

import re
from collections.abc import Mapping
from itertools import count

from handlers.questions.word_forms import base_of

_SKIP = r"(?:\S+ )*?"
_KEEP = r"(?P<KEEP>(?:\S+ )+?)"


def compile_turns(lines: str, groups: Mapping[str, str]) -> re.Pattern[str]:
    """Matches wherever one of the turns begins, at a word."""
    numbers = count()
    turns = re.sub("KEEP", lambda _: f"words{next(numbers)}", _turns(lines, groups))
    return re.compile(rf"(?:\A|(?<= ))(?:{turns})")


def _turns(lines: str, groups: Mapping[str, str]) -> str:
    turns = filter(None, (turn.strip() for turn in re.split(r"[;\n]", lines)))
    return "|".join("".join(_element(part, groups) for part in turn.split()) + _last(turn) for turn in turns)


def _last(turn: str) -> str:
    """What is kept at the end is kept to the end."""
    return r"(?:ASKS )?\Z" if turn.endswith("*") else ""


def _element(part: str, groups: Mapping[str, str]) -> str:
    optional = "?" if part.endswith("?") else ""
    part = part.removesuffix("?")
    if part in _SIGNS:
        return _SIGNS[part]
    if part.startswith("!"):
        return f"(?!{_element(part[1:], groups)})"
    if "<" in part:
        choices = (groups.get(choice.strip("<>"), choice) if "<" in choice else choice for choice in part.split("/"))
        return f"(?:{_turns(';'.join(choices), groups)}){optional}"
    return f"(?:{'|'.join(f'{re.escape(base_of(word))} ' for word in part.split('/'))}){optional}"


_SIGNS = {"~": _SKIP, "*": _KEEP, "^": r"\A", "$": r"(?:ASKS )?\Z"}


def words_in(lines: str) -> set[str]:
    """Every word a pattern may match, for the vocabulary."""
    return set(re.findall(r"[a-z]+", re.sub(r"<\w+>", " ", lines)))
