"""What happens in the workspace, told to the app: only what its manifest subscribes to, only where it is."""

import secrets

from sandbox.channels import Channel
from sandbox.delivery import Parcel
from sandbox.identity import APP_ID, BOT_USER_ID, TEAM_ID, VERIFICATION_TOKEN
from sandbox.practice import Practice
from sandbox.wire import Json


def tell_app(practice: Practice, subscription: str, event: Json, channel: Channel | None = None) -> None:
    """Send an event, if the app asked for its kind."""
    if subscription not in practice.manifest.events:
        return
    event.setdefault("event_ts", practice.clock.ts())
    shared = channel is not None and channel.is_ext_shared
    payload: Json = {
        "token": VERIFICATION_TOKEN,
        "team_id": TEAM_ID,
        "context_team_id": TEAM_ID,
        "context_enterprise_id": None,
        "api_app_id": APP_ID,
        "event": event,
        "type": "event_callback",
        "event_id": "Ev" + secrets.token_hex(5).upper(),
        "event_time": int(practice.clock.time()),
        "authorizations": [_authorization()],
        "is_ext_shared_channel": shared,
        "event_context": "4-" + secrets.token_hex(8),
    }
    practice.delivery.tell(Parcel("events_api", payload))


def _authorization() -> Json:
    return {
        "enterprise_id": None,
        "team_id": TEAM_ID,
        "user_id": BOT_USER_ID,
        "is_bot": True,
        "is_enterprise_install": False,
    }


def message_posted(practice: Practice, channel: Channel, message: Json) -> None:
    """The message itself, and once more as a mention where the app is named."""
    if not channel.has(BOT_USER_ID):
        return
    event = {key: value for key, value in message.items() if key != "metadata"}
    event |= {"channel": channel.id, "channel_type": channel.event_type, "event_ts": message["ts"]}
    mentioned = f"<@{BOT_USER_ID}>" in message.get("text", "") and message["user"] != BOT_USER_ID
    if mentioned and not channel.is_im and "subtype" not in message:
        mention = {key: value for key, value in event.items() if key != "channel_type"}
        tell_app(practice, "app_mention", mention | {"type": "app_mention"}, channel)
    tell_message(practice, channel, event)


def tell_message(practice: Practice, channel: Channel, event: Json) -> None:
    family = {"public": "channels", "private": "groups", "im": "im"}[channel.kind]
    tell_app(practice, f"message.{family}", event, channel)


def message_changed(practice: Practice, channel: Channel, message: Json, previous: Json) -> None:
    if channel.has(BOT_USER_ID):
        changed = {"message": message, "previous_message": previous}
        tell_message(practice, channel, _hidden(practice, channel, "message_changed", changed))


def message_deleted(practice: Practice, channel: Channel, previous: Json) -> None:
    if channel.has(BOT_USER_ID):
        gone = {"deleted_ts": previous["ts"], "previous_message": previous}
        tell_message(practice, channel, _hidden(practice, channel, "message_deleted", gone))


def _hidden(practice: Practice, channel: Channel, subtype: str, more: Json) -> Json:
    ts = practice.clock.ts()
    event = {"type": "message", "subtype": subtype, "hidden": True, "channel": channel.id, "ts": ts}
    return event | {"event_ts": ts, "channel_type": channel.event_type, **more}
