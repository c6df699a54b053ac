"""Reads Slack's payloads into Requests: the wire on one side, plain words and ids on the other. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers import blocks
from handlers.conversation import Field, Request, Source

Payload = Mapping[str, Any]


def from_command(body: Payload, now: datetime) -> Request:
    return Request(
        person=body["user_id"],
        now=now,
        channel=body.get("channel_id", ""),
        words=body.get("text", ""),
        claim=_claim("trigger", body.get("trigger_id")),
    )


def from_button(body: Payload, now: datetime) -> Request:
    """A pressed button. Its channel is the message's, or the one the form or its caller came from."""
    action = body["actions"][0]
    ids = {**blocks.unpack(body.get("view", {}).get("private_metadata")), **blocks.unpack(action.get("value"))}
    return Request(
        person=body["user"]["id"],
        now=now,
        channel=body.get("channel", {}).get("id", "") or str(ids.get("channel", "")),
        fields={**read_fields(body.get("view", {}).get("state", {})), **_read_choice(action)},
        ids=ids,
        source=_read_quoted(body.get("message")),
        claim=_claim("trigger", body.get("trigger_id")),
    )


def from_submission(body: Payload, now: datetime) -> Request:
    view = body["view"]
    ids = blocks.unpack(view.get("private_metadata"))
    return Request(
        person=body["user"]["id"],
        now=now,
        channel=str(ids.get("channel", "")),
        fields=read_fields(view.get("state", {})),
        ids=ids,
        claim=_claim("view", view.get("id"), view.get("hash")),
    )


def from_shortcut(body: Payload, now: datetime, workspace_url: str) -> Request:
    message = body.get("message")
    channel = body.get("channel", {}).get("id", "")
    return Request(
        person=body["user"]["id"],
        now=now,
        channel=channel,
        thread=str(message.get("thread_ts") or message.get("ts") or "") if message else "",
        source=read_source(message, channel, workspace_url) if message else None,
        claim=_claim("trigger", body.get("trigger_id")),
    )


def from_search(body: Payload, now: datetime) -> Request:
    """Somebody types into a searching menu."""
    ids = blocks.unpack(body.get("view", {}).get("private_metadata"))
    return Request(
        person=body["user"]["id"],
        now=now,
        channel=str(ids.get("channel", "")) or body.get("channel", {}).get("id", ""),
        words=body.get("value", ""),
        ids=ids,
    )


def name_of_verb(action_id: str) -> str:
    """The verb a button does; what follows "#" only tells its buttons apart within one message."""
    return action_id.partition("#")[0]


def read_source(message: Payload, channel: str, workspace_url: str) -> Source:
    """The message a shortcut was used on. The link is built, not asked for: the bot may not be a member there."""
    ts = str(message.get("ts", ""))
    link = f"{workspace_url.rstrip('/')}/archives/{channel}/p{ts.replace('.', '')}" if workspace_url else ""
    return Source(channel, ts, str(message.get("user", "")), str(message.get("text", "")), link)


def _read_quoted(message: Payload | None) -> Source | None:
    """Words that the bot laid into its own message, for its buttons."""
    text = blocks.find_quoted(message.get("blocks") or ()) if message else ""
    return Source("", str(message.get("ts", "")), text=text) if message and text else None


def read_fields(state: Payload) -> dict[str, Field]:
    """A form's fields by name. Each block of ours holds one element and carries the field's name."""
    fields: dict[str, Field] = {}
    for name, elements in (state.get("values") or {}).items():
        for element in elements.values():
            fields[name] = _read_element(element)
    return fields


def _read_choice(action: Payload) -> dict[str, Field]:
    chosen = _read_element(action)
    return {name_of_verb(action.get("action_id", "")): chosen} if chosen else {}


def _claim(kind: str, *parts: object) -> str:
    """A name for this delivery; none where Slack left a part out, for two such would pass for one."""
    return ":".join([kind, *map(str, parts)]) if all(parts) else ""


def _read_element(element: Payload) -> Field:
    for name in ("selected_options", "selected_users", "selected_conversations", "selected_channels"):
        if name in element:
            return tuple(str(one["value"] if isinstance(one, Mapping) else one) for one in element[name] or ())
    if isinstance(element.get("selected_option"), Mapping):
        return str(element["selected_option"].get("value", ""))
    for name in ("selected_user", "selected_date", "selected_time", "selected_conversation", "selected_channel"):
        if element.get(name):
            return str(element[name])
    return "" if element.get("type") == "button" else str(element.get("value") or "")
