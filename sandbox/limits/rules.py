"""The words the table of limits is written in: what a string, a number, a list or an object may be."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

Surface = Literal["message", "modal", "home"]
Surfaces = frozenset[Surface]
Json = Mapping[str, object]

EVERYWHERE: Surfaces = frozenset({"message", "modal", "home"})
MESSAGES: Surfaces = frozenset({"message"})
MODALS: Surfaces = frozenset({"modal"})
ENDLESS = sys.maxsize


@dataclass(frozen=True, slots=True)
class Words:
    """A string. `form` names a check in `forms`; `counts` names totals of the whole payload it adds to."""

    longest: int = ENDLESS
    shortest: int = 1
    form: str = ""
    choices: frozenset[str] = frozenset()
    unique_in: Literal["", "block", "payload"] = ""
    counts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """From lowest to highest, both included; the lowest itself is out where `above_lowest`."""

    lowest: float = -sys.float_info.max
    highest: float = sys.float_info.max
    whole: bool = True
    above_lowest: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false. `only_in` is the one surface and block where true is allowed."""

    counts: tuple[str, ...] = ()
    only_in: tuple[Surface, str] | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list. `gaps` allows null in place of an item."""

    of: "Rule"
    most: int = ENDLESS
    fewest: int = 1
    gaps: bool = False
    distinct: bool = False


class Agreement(Protocol):
    """What several keys of one object must settle among themselves."""

    def broken_in(self, node: Json) -> Iterator[tuple[str, tuple[str | int, ...]]]:
        """Each breach as a sentence and the keys that lead to it; parts of a wrong type are left to their own rules."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """An object. `surfaces` None: Slack has it, but no source we know says where it may stand."""

    fields: Mapping[str, "Rule"]
    required: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    surfaces: Surfaces | None = EVERYWHERE
    counts: tuple[str, ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """An object that says its own type; `names` are those allowed here (empty: all of them).

    A type whose shape is None exists at Slack, but we know no rule for it.
    """

    what: str
    of: Mapping[str, Shape | None]
    names: frozenset[str] = frozenset()


Rule = Words | Number | Flag | Items | Shape | Kinds


@dataclass(frozen=True, slots=True)
class Total:
    """A limit on the payload as a whole; `sentence` is said where it is crossed."""

    most: int
    sentence: str


def one_of(*choices: str) -> Words:
    return Words(shortest=0, choices=frozenset(choices))
