"""Long lists in pages: `limit` of them, and a cursor for the rest."""

import base64
import binascii
from collections.abc import Sequence
from typing import TypeVar

from sandbox.web_api.arguments import Arguments
from sandbox.wire import Json, Refused

Item = TypeVar("Item")


def page_of(items: Sequence[Item], args: Arguments, *, default: int = 100, most: int = 1000) -> tuple[list[Item], Json]:
    """This page, and the `response_metadata` that leads to the next."""
    start = _start(args.text("cursor"))
    size = min(max(args.number("limit", default), 1), most)
    more = start + size < len(items)
    cursor = cursor_for(str(start + size)) if more else ""
    return list(items[start : start + size]), {"response_metadata": {"next_cursor": cursor}}


def cursor_for(place: str) -> str:
    return base64.b64encode(f"next:{place}".encode()).decode()


def place_of(cursor: str) -> str:
    """Where a cursor of ours leads; empty without one."""
    if not cursor:
        return ""
    try:
        word, _, place = base64.b64decode(cursor, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise Refused("invalid_cursor") from None
    if word != "next":
        raise Refused("invalid_cursor")
    return place


def _start(cursor: str) -> int:
    place = place_of(cursor)
    if place and not place.isdigit():
        raise Refused("invalid_cursor")
    return int(place or 0)
