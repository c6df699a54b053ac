"""The forms a string can be asked to have: dates, addresses, ids, time zones."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo


def _like(pattern: str) -> Callable[[str], bool]:
    whole = re.compile(pattern, re.ASCII).fullmatch
    return lambda words: whole(words) is not None


def _is_date(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


@lru_cache(maxsize=256)
def _is_zone(words: str) -> bool:
    try:
        return ZoneInfo(words).key == words
    except (KeyError, ValueError, OSError):  # unknown; not a name at all; a folder of zones
        return False


FORMS: dict[str, Callable[[str], bool]] = {
    "uri": _like(r"[A-Za-z][A-Za-z0-9+.-]*:\S+"),
    "https uri": _like(r"https://\S+"),
    "date": _is_date,
    "time": _like(r"([01]\d|2[0-3]):[0-5]\d"),
    "timezone": _is_zone,
    "number": _like(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    "color": _like(r"#?[0-9A-Fa-f]{6}"),
    "user id": _like(r"[UW][A-Z0-9]+"),
    "channel id": _like(r"[CG][A-Z0-9]+"),
    "conversation id": _like(r"[CDG][A-Z0-9]+"),
    "team id": _like(r"[TE][A-Z0-9]+"),
    "file id": _like(r"F[A-Z0-9]{8,}"),
    "usergroup id": _like(r"S[A-Z0-9]+"),
}
