"""What a person types, as Slack's client sends it: mentions become ids, and &, <, > are escaped."""

import re
from collections.abc import Callable

from sandbox.practice import Practice

_MENTION = re.compile(r"(?<![\w@])@([\w.\-]+)")
_CHANNEL = re.compile(r"(?<![\w#&])#([\w\-]+)")
_LINK = re.compile(r"https?://[^\s<>|]+")
_EVERYBODY = ("channel", "here", "everyone")


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_command_text(practice: Practice, user: str, text: str) -> str:
    """With `should_escape`: ids with the names beside them."""
    return _converted(practice, user, text, lambda mark, id_, name: f"<{mark}{id_}|{name}>")


def as_message_text(practice: Practice, user: str, text: str) -> str:
    """In messages: bare ids, links in angle brackets, and `@channel` as a call to everybody."""
    converted = _converted(practice, user, text, lambda mark, id_, _name: f"<{mark}{id_}>")
    called = re.sub(rf"(?<![\w@])@({'|'.join(_EVERYBODY)})\b", r"<!\1>", converted)
    return _LINK.sub(lambda link: f"<{link[0]}>", called)


def _converted(practice: Practice, user: str, text: str, write: Callable[[str, str, str], str]) -> str:
    workspace = practice.workspace

    def person(found: re.Match[str]) -> str:
        named = workspace.person_named(found[1].rstrip(".-"))
        tail = found[1][len(found[1].rstrip(".-")) :]
        return write("@", named.id, named.name) + tail if named else found[0]

    def channel(found: re.Match[str]) -> str:
        named = workspace.channel_named(found[1], reader=user)
        return write("#", named.id, named.name) if named else found[0]

    return _CHANNEL.sub(channel, _MENTION.sub(person, escaped(text)))
