"""How a student's name is shown: a policy of the school, which a team may make stricter. Initials are no anonymity."""

import unicodedata

from storage.schools import ShownAs

_STRICTNESS = (ShownAs.FULL, ShownAs.FIRST_INITIAL, ShownAs.INITIALS, ShownAs.SCHOOL_ID)
NAMELESS = "a student"


def shown_as(first: str, last: str, preferred: str, school_ref: str, policy: ShownAs) -> str:
    """The name under this policy. The preferred name stands for the first; where no school ID is known, initials do."""
    given, last = preferred.strip() or first.strip(), last.strip()
    initials = f"{_initial(given)}{_initial(last)}"
    shown = {
        ShownAs.FULL: f"{given} {last}",
        ShownAs.FIRST_INITIAL: f"{given} {_initial(last)}",
        ShownAs.INITIALS: initials,
        ShownAs.SCHOOL_ID: school_ref.strip() or initials,
    }
    return shown[policy].strip() or NAMELESS


def stricter(one: ShownAs, other: ShownAs) -> ShownAs:
    """Of two policies the one that tells less."""
    return max(one, other, key=_STRICTNESS.index)


def _initial(name: str) -> str:
    """The first letter, past the apostrophe of *'t Marrow*."""
    letter = next((char for char in unicodedata.normalize("NFC", name) if char.isalnum()), "")
    return f"{letter.upper()[:1]}." if letter else ""
