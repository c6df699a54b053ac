"""The rich_text block that Slack's client puts beside the words a person types."""

import re
from collections.abc import Iterator

from sandbox.wire import Json

_PARTS = re.compile(r"<@(?P<user>\w+)>|<#(?P<channel>\w+)>|<!(?P<range>\w+)>|<(?P<link>https?://[^>]+)>")


def rich_text_of(text: str) -> Json:
    section = {"type": "rich_text_section", "elements": list(_elements(text))}
    return {"type": "rich_text", "block_id": "typed", "elements": [section]}


def _elements(text: str) -> Iterator[Json]:
    place = 0
    for found in _PARTS.finditer(text):
        if found.start() > place:
            yield _words(text[place : found.start()])
        yield _named(found)
        place = found.end()
    if place < len(text):
        yield _words(text[place:])


def _words(text: str) -> Json:
    plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return {"type": "text", "text": plain}


def _named(found: re.Match[str]) -> Json:
    kind = found.lastgroup or ""
    key = {"user": "user_id", "channel": "channel_id", "range": "range", "link": "url"}[kind]
    return {"type": {"range": "broadcast"}.get(kind, kind), key: found[kind]}
