"""How a student's name is shown: a policy of the school, which a team may make stricter. Initials are no anonymity."""

from collections.abc import Callable, Mapping

# From the most telling to the least.
POLICIES = ("full", "first_initial", "initials", "school_id")


def shown_as(first: str, last: str, preferred: str, school_ref: str, policy: str) -> str:
    """The name under this policy. The preferred name stands for the first; without a school ID, initials do."""
    return _SHOWN[policy]((preferred or first).strip(), last.strip(), school_ref.strip())


def stricter(one: str, other: str) -> str:
    """Of two policies the one that tells less."""
    return max(one, other, key=POLICIES.index)


def _full(given: str, last: str, school_ref: str) -> str:
    return f"{given} {last}".strip()


def _first_initial(given: str, last: str, school_ref: str) -> str:
    return f"{given} {_initial(last)}".strip()


def _initials(given: str, last: str, school_ref: str) -> str:
    return f"{_initial(given)}{_initial(last)}"


def _school_id(given: str, last: str, school_ref: str) -> str:
    return school_ref or _initials(given, last, school_ref)


def _initial(name: str) -> str:
    return f"{name[:1].upper()}." if name else ""


_SHOWN: Mapping[str, Callable[[str, str, str], str]] = {
    "full": _full,
    "first_initial": _first_initial,
    "initials": _initials,
    "school_id": _school_id,
}
