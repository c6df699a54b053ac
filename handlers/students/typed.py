"""Reads what a lead typed about a student, and says under the field what needs another look. Pure."""

import re
import unicodedata
from dataclasses import dataclass

from handlers.conversation import Request
from handlers.rules.escapes import clean, unescape
from handlers.rules.folding import fold

LONGEST_NAME = 100
PLANS = ("IEP", "504", "MTSS", "EL", "BIP", "IHP")
GRADES = (
    ("IT", "Infant or toddler"),
    ("PR", "Preschool"),
    ("PK", "Prekindergarten"),
    ("TK", "Transitional kindergarten"),
    ("KG", "Kindergarten"),
    *((f"{number:02}", f"Grade {number}") for number in range(1, 14)),
    ("PS", "Postsecondary"),
    ("UG", "Ungraded"),
    ("Other", "Other"),
)
NO_LETTERS = "Write the name in letters, so that colleagues can find it."
_BETWEEN = re.compile(r"[;,\n]")
# Marks that turn the direction of what stands around them, and so can make one name look like another.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Typed:
    """A student as a lead typed them. `manager_id` is a Slack user id."""

    first_name: str = ""
    last_name: str = ""
    preferred_name: str = ""
    nicknames: tuple[str, ...] = ()
    grade: str = ""
    plan: str = ""
    school_ref: str = ""
    manager_id: str = ""


def read_typed(request: Request) -> Typed:
    return Typed(
        first_name=_tidy(request.word("first_name")),
        last_name=_tidy(request.word("last_name")),
        preferred_name=_tidy(request.word("preferred_name")),
        nicknames=_read_nicknames(request.word("nicknames")),
        grade=request.word("grade"),
        plan=", ".join(plan for plan in PLANS if plan in request.chosen("plan")),
        school_ref=_tidy(request.word("school_ref")),
        manager_id=request.word("manager"),
    )


def read_after_command(words: str) -> Typed:
    """`/student add Maya Tern`: the last word is the last name. Anything else is left to the form."""
    _, _, name = unescape(words).words.strip().partition(" ")
    first, _, last = _tidy(name)[:LONGEST_NAME].rpartition(" ")
    return Typed(first_name=first or last, last_name=last if first else "")


def find_wrong(typed: Typed) -> dict[str, str]:
    """A sentence for each field that cannot stay so, by the field's name."""
    wrong = {}
    for name in ("first_name", "last_name"):
        if not fold(getattr(typed, name)):
            wrong[name] = NO_LETTERS
    if typed.preferred_name and not fold(typed.preferred_name):
        wrong["preferred_name"] = NO_LETTERS
    if not all(fold(name) for name in typed.nicknames):
        wrong["nicknames"] = NO_LETTERS
    return wrong


def _read_nicknames(words: str) -> tuple[str, ...]:
    once = {fold(name) or name: name for name in map(_tidy, _BETWEEN.split(words)) if name}
    return tuple(once.values())


def _tidy(words: str) -> str:
    """Single spaces, composed letters, and no marks that turn the writing around or that no database keeps."""
    return " ".join(unicodedata.normalize("NFC", _TURNING.sub("", clean(words))).split())
