"""Every word of a message or view that a person can see, as plain text."""

from collections.abc import Iterator
from typing import Any

from sandbox.wire import Json

# Keys whose strings are shown to the person; ids, values and metadata are not.
_SHOWN = {
    *("text", "alt_text", "title", "label", "hint", "placeholder", "description", "initial_value"),
    *("fallback", "pretext", "footer", "author_name", "name", "caption", "subtitle", "body", "url", "username"),
}
_NOT_WALKED = {"metadata", "private_metadata", "callback_id", "value", "state", "bot", "bot_profile", "reactions"}


def visible_text(shown: Json) -> str:
    """The words of a message or view, one per line, in the order they stand."""
    return "\n".join(dict.fromkeys(_words(shown)))


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _words(each)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in _NOT_WALKED:
                continue
            if isinstance(value, str) and key in _SHOWN and value:
                yield value
            else:
                yield from _words(value)
