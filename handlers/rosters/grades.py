"""Reads a grade, however a school writes it, as one of the CEDS codes."""

import re

from handlers.rosters.cells import Unreadable, read_text

CEDS = ("IT", "PR", "PK", "TK", "KG", *(f"{number:02}" for number in range(1, 14)), "PS", "UG", "Other")

_WORDS = {
    **{code.casefold(): code for code in CEDS},
    **dict.fromkeys(("infant", "toddler", "infant/toddler"), "IT"),
    **dict.fromkeys(("preschool",), "PR"),
    **dict.fromkeys(("prek", "pre-k", "pre k", "p", "p3", "p4", "pk3", "pk4", "prekindergarten"), "PK"),
    **dict.fromkeys(("pre-kindergarten", "pre kindergarten"), "PK"),
    **dict.fromkeys(("transitional kindergarten",), "TK"),
    **dict.fromkeys(("k", "kk", "0", "00", "kindergarten", "kg1", "k5"), "KG"),
    **dict.fromkeys(("freshman",), "09"),
    **dict.fromkeys(("sophomore",), "10"),
    **dict.fromkeys(("junior",), "11"),
    **dict.fromkeys(("senior",), "12"),
    **dict.fromkeys(("postsecondary", "post-secondary"), "PS"),
    **dict.fromkeys(("ungraded", "un"), "UG"),
}
_NUMBER = re.compile(r"0*(1[0-3]|[1-9])(?:\.0)?(?:st|nd|rd|th)?", re.ASCII)
_AROUND = re.compile(r"^(?:grade|gr\.?|year)\s+|\s+(?:grade|gr\.?)$")


def read_grade(raw: str) -> str:
    text = read_text(raw)
    found = _find_grade(text)
    if text and not found:
        raise Unreadable("is not a grade we know")
    return found


def read_grades(raw: str) -> str:
    """OneRoster's list: the first grade in it that we know."""
    text = read_text(raw)
    found = next(filter(None, map(_find_grade, text.split(","))), "")
    if text and not found:
        raise Unreadable("is not a grade we know")
    return found


def _find_grade(text: str) -> str:
    word = _AROUND.sub("", text.strip().casefold())
    number = _NUMBER.fullmatch(word)
    return CEDS[int(number[1]) + 4] if number else _WORDS.get(word, "")
