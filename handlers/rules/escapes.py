"""Turns the words Slack sends back into what the person saw while typing."""

import re
from typing import NamedTuple


class Unescaped(NamedTuple):
    """Words as seen, and the ids of the people mentioned in them."""

    words: str
    mentions: tuple[str, ...]


_ESCAPED = re.compile(r"<([^<>]*)>|&(?:amp|lt|gt);")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_ENTITY = re.compile("|".join(_ENTITIES))
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_LINK = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# No database keeps NUL or half a surrogate pair, and no screen shows the rest.
_UNKEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def unescape(text: str) -> Unescaped:
    """`&lt;`, `<@U1|lopez>`, `<#C1|win>` and links as typed: `<`, `@lopez`, `#win` and the address."""
    mentions = tuple(dict.fromkeys(_MENTION.findall(text)))
    return Unescaped(clean(_ESCAPED.sub(_as_seen, text)), mentions)


def clean(text: str) -> str:
    """Without the few characters that cannot be kept."""
    return _UNKEPT.sub("", text)


def _as_seen(match: re.Match[str]) -> str:
    whole, inside = match[0], match[1]
    if inside is None:
        return _ENTITIES[whole]
    target, _, label = (_ENTITY.sub(lambda found: _ENTITIES[found[0]], part) for part in inside.partition("|"))
    if target[:1] in ("@", "#"):
        return target[0] + (label.lstrip(target[0]) or target[1:])
    if target.startswith("!"):
        return label or f"@{target[1:]}"
    return _link(target, label) if _LINK.match(target) else whole


def _link(address: str, label: str) -> str:
    """Slack labels a typed address with itself; any other label is kept beside it, as both are the person's words."""
    typed = not label or address.removeprefix("mailto:").removeprefix("tel:") == label
    if typed:
        return label or address
    return address if label in address else f"{label} ({address})"
