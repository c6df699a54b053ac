"""Messages written, changed and taken back: kept first, then shown to people and told to the app."""

from collections.abc import Collection

from sandbox import events
from sandbox.channels import Channel
from sandbox.identity import APP_ID, BOT_ID, BOT_USER_ID, SLACKBOT_ID, TEAM_ID
from sandbox.page_shapes import page_message, preview_of
from sandbox.practice import Practice
from sandbox.wire import Json


def post(practice: Practice, channel: Channel, message: Json, *, quietly: bool = False) -> Json:
    """Give the message its ts and put it into the channel; quietly: no phone buzzes."""
    message["ts"] = practice.clock.ts()
    practice.workspace.keep_message(channel.id, message)
    _show(practice, channel, "message", message)
    _show_parent(practice, channel, message)
    others = [each for each in channel.member_ids if each not in (message["user"], BOT_USER_ID)]
    if not quietly:
        practice.pages.notify(channel.id, preview_of(message), others)
    events.message_posted(practice, channel, message)
    return message


def change(practice: Practice, channel: Channel, message: Json, changes: Json) -> Json:
    """The same message with other words; what stood before goes along to the app."""
    changed = message | changes
    practice.workspace.keep_message(channel.id, changed)
    _show(practice, channel, "message_changed", changed)
    events.message_changed(practice, channel, changed, message)
    return changed


def delete(practice: Practice, channel: Channel, message: Json) -> None:
    """A message with replies leaves a gravestone, so that its thread still hangs together."""
    if practice.workspace.timeline(channel.id).replies(message["ts"]):
        stone: Json = {"type": "message", "subtype": "tombstone", "user": SLACKBOT_ID, "hidden": True}
        stone |= {"text": "This message was deleted.", "ts": message["ts"], "thread_ts": message["ts"]}
        practice.workspace.keep_message(channel.id, stone)
        _show(practice, channel, "message_changed", stone)
    else:
        practice.workspace.forget_message(channel.id, message["ts"])
        _show(practice, channel, "message_deleted", message)
        _show_parent(practice, channel, message)
    events.message_deleted(practice, channel, message)


def post_ephemeral(practice: Practice, channel: Channel, user: str, message: Json) -> Json:
    """Only this person sees it; it can be replaced by response_url, never by ts."""
    message |= {"ts": practice.clock.ts(), "is_ephemeral": True}
    practice.workspace.keep_ephemeral(channel.id, user, message)
    shown = page_message(practice.workspace, channel.id, message)
    practice.pages.push(_push("ephemeral", channel, message) | {"message": shown}, [user])
    return message


def change_ephemeral(practice: Practice, channel: Channel, user: str, message: Json, changes: Json) -> None:
    changed = message | changes
    practice.workspace.keep_ephemeral(channel.id, user, changed)
    shown = page_message(practice.workspace, channel.id, changed)
    push = _push("ephemeral_replaced", channel, changed) | {"ts": changed["ts"], "message": shown}
    practice.pages.push(push, [user])


def delete_ephemeral(practice: Practice, channel: Channel, user: str, ts: str) -> None:
    if practice.workspace.forget_ephemeral(channel.id, user, ts) is not None:
        practice.pages.push({"type": "ephemeral_deleted", "channel": channel.id, "ts": ts}, [user])


def by_app(practice: Practice, words: Json) -> Json:
    """A message of the app: `words` hold text, blocks, attachments, thread_ts and the like."""
    profile: Json = {"id": BOT_ID, "app_id": APP_ID, "user_id": BOT_USER_ID, "name": practice.manifest.app_name}
    profile |= {"deleted": False, "updated": 0, "team_id": TEAM_ID, "icons": {}}
    message: Json = {"type": "message", "user": BOT_USER_ID, "team": TEAM_ID, "text": ""}
    return message | {"bot_id": BOT_ID, "app_id": APP_ID, "bot_profile": profile, **words}


def watchers(practice: Practice, channel: Channel) -> Collection[str] | None:
    """Who may see a change there: None stands for everybody."""
    return None if channel.kind == "public" else channel.member_ids


def _push(kind: str, channel: Channel, message: Json) -> Json:
    push = {"type": kind, "channel": channel.id}
    thread_ts = message.get("thread_ts")
    return push | {"thread_ts": thread_ts} if thread_ts else push


def _show(practice: Practice, channel: Channel, kind: str, message: Json) -> None:
    shown = page_message(practice.workspace, channel.id, message)
    practice.pages.push(_push(kind, channel, message) | {"message": shown}, watchers(practice, channel))


def _show_parent(practice: Practice, channel: Channel, message: Json) -> None:
    """A thread's first message shows how many replies stand under it."""
    parent_ts = message.get("thread_ts")
    if parent_ts and parent_ts != message["ts"]:
        parent = practice.workspace.timeline(channel.id).find(parent_ts)
        if parent is not None:
            _show(practice, channel, "message_changed", parent)
