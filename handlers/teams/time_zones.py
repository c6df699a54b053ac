"""The time zones a team may choose from, found by city, country part, or the names Americans give them."""

import functools
import zoneinfo

from sqlmodel import Session

from handlers.conversation import Answer, Choices, Request
from handlers.rules.folding import fold

MOST = 100
# What people in the United States call their zones, and how they shorten it.
_SPOKEN = {
    "America/New_York": ("Eastern Time", "est edt et"),
    "America/Chicago": ("Central Time", "cst cdt ct"),
    "America/Denver": ("Mountain Time", "mst mdt mt"),
    "America/Phoenix": ("Arizona", "mst"),
    "America/Los_Angeles": ("Pacific Time", "pst pdt pt"),
    "America/Anchorage": ("Alaska", "akst akdt"),
    "Pacific/Honolulu": ("Hawaii", "hst"),
    "America/Puerto_Rico": ("Puerto Rico", "ast"),
}
_REGIONS = frozenset(
    {"Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)


def search(request: Request, session: Session) -> Answer:
    """Zones for what was typed so far; nothing typed: the spoken ones first."""
    return Choices(tuple((zone, label(zone)) for zone in find(request.words)))


def find(words: str) -> list[str]:
    wanted = fold(words).split()
    return [zone for zone in _listed() if all(_begins_one(word, zone) for word in wanted)][:MOST]


def label(zone: str) -> str:
    """ "Central Time (America/Chicago)"; zones without a spoken name as they are, with blanks for underscores."""
    spoken = _SPOKEN.get(zone)
    plain = zone.replace("_", " ")
    return f"{spoken[0]} ({plain})" if spoken else plain


def read_zone(name: str) -> str | None:
    """The zone of that name; None where there is none."""
    return name if name in _all() else None


def _begins_one(word: str, zone: str) -> bool:
    return any(known.startswith(word) for known in _words_of(zone))


@functools.cache
def _words_of(zone: str) -> tuple[str, ...]:
    spoken, short = _SPOKEN.get(zone, ("", ""))
    return tuple(fold(f"{zone} {spoken} {short}").split())


@functools.cache
def _listed() -> tuple[str, ...]:
    """The spoken ones in the order above, then the rest by name. Old one-word names are valid but not offered."""
    rest = sorted(zone for zone in _all() - _SPOKEN.keys() if zone.partition("/")[0] in _REGIONS)
    return (*_SPOKEN, *rest)


@functools.cache
def _all() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones()) - {"Factory", "localtime"}
