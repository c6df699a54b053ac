"""Turns the words Slack sends back into what the person saw while typing."""

import re
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple


class Unescaped(NamedTuple):
    """Words as seen, and the ids of the people mentioned in them."""

    words: str
    mentions: tuple[str, ...]


_ESCAPED = re.compile(r"<([^<>]*)>|&(?:amp|lt|gt);")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_ENTITY = re.compile("|".join(_ENTITIES))
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_BARE_MENTION = re.compile(r"<@([UW][A-Z0-9]+)>")
_LINK = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# No database keeps NUL or half a surrogate pair, and no screen shows the rest.
_UNKEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def unescape(text: str, names: Mapping[str, str] | None = None) -> Unescaped:
    """`&lt;`, `<@U1|lopez>`, `<#C1|win>` and links as typed: `<`, `@lopez`, `#win` and the address.

    `names` by user id, for mentions that carry none.
    """
    labelled = _BARE_MENTION.sub(partial(_labelled, names), text) if names else text
    return Unescaped(clean(_ESCAPED.sub(_as_seen, labelled)), mentioned_in(text))


def mentioned_in(text: str) -> tuple[str, ...]:
    """The ids of the people mentioned, each once."""
    return tuple(dict.fromkeys(_MENTION.findall(text)))


def _labelled(names: Mapping[str, str], match: re.Match[str]) -> str:
    name = names.get(match[1], "")
    safe = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<@{match[1]}|{safe}>" if name else match[0]


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
