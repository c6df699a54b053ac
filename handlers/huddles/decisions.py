"""Finds what a reply in the thread says was decided: the words after *Decided:*. Pure."""

import re

_DECIDED = re.compile(
    r"\W*(?:we(?:'ve| have)?\s+)?(?:decided|decision|agreed)[*_~\s]*(?::|-|–|—)[*_~\s]*", re.IGNORECASE
)


def read_decision(text: str) -> str:
    """Empty where it says so of nothing."""
    found = _DECIDED.match(text.replace("’", "'"))
    return text[found.end() :].strip() if found else ""
