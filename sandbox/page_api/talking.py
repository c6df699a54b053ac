"""A person writes, edits, takes back, reacts, reads, shares a file, records a clip."""

from sandbox import clips, events, files, posting, reactions
from sandbox.channels import Channel
from sandbox.identity import BOT_USER_ID, TEAM_ID
from sandbox.page_api.asking import Ask
from sandbox.rich_text import rich_text_of
from sandbox.typed import as_message_text
from sandbox.wire import Json, Refused


async def say(ask: Ask) -> Json:
    if not ask.text("text").strip():
        raise Refused("no_text")
    message = posting.post(ask.practice, ask.writable_channel, _written(ask) | _place(ask))
    return {"ok": True, "ts": message["ts"]}


def _written(ask: Ask) -> Json:
    user = ask.person
    text = as_message_text(ask.practice, user.id, ask.text("text"))
    message: Json = {"type": "message", "user": user.id, "text": text, "team": user.team_id}
    return message | {"client_msg_id": ask.practice.clock.ts(), "blocks": [rich_text_of(text)]}


def _place(ask: Ask) -> Json:
    thread_ts = ask.text("thread_ts")
    if not thread_ts:
        return {}
    parent = ask.practice.workspace.timeline(ask.channel.id).find(thread_ts)
    if parent is None:
        raise Refused("thread_not_found")
    root = parent.get("thread_ts") or thread_ts
    return {"thread_ts": root, "parent_user_id": parent["user"]}


async def edit(ask: Ask) -> Json:
    message = _own_message(ask)
    text = as_message_text(ask.practice, ask.person.id, ask.text("text"))
    edited = {"user": ask.person.id, "ts": ask.practice.clock.ts()}
    changes = {"text": text, "blocks": [rich_text_of(text)], "edited": edited}
    posting.change(ask.practice, ask.channel, message, changes)
    return {"ok": True}


async def delete(ask: Ask) -> Json:
    posting.delete(ask.practice, ask.channel, _own_message(ask))
    return {"ok": True}


def _own_message(ask: Ask) -> Json:
    message = ask.message
    if message["user"] != ask.person.id:
        raise Refused("cant_update_message")
    return message


async def react(ask: Ask) -> Json:
    """Put a reaction on; take it off if it is there already."""
    channel, message, name = ask.writable_channel, ask.message, ask.text("name").strip(":")
    there = reactions.has_reacted(message, ask.person.id, name)
    act = reactions.remove_reaction if there else reactions.add_reaction
    act(ask.practice, channel, message, ask.person.id, name)
    return {"ok": True}


async def read(ask: Ask) -> Json:
    channel, practice = ask.channel, ask.practice
    newest = next(practice.workspace.timeline(channel.id).top(), None)
    if newest is not None:
        channel.read_up_to[ask.person.id] = newest["ts"]
        practice.workspace.keep_channel(channel)
    return {"ok": True}


async def dismiss(ask: Ask) -> Json:
    posting.delete_ephemeral(ask.practice, ask.channel, ask.person.id, ask.text("ts"))
    return {"ok": True}


def upload(ask: Ask, name: str, content: bytes) -> Json:
    """A file dropped into a channel is a message of its own."""
    practice, channel, user = ask.practice, ask.writable_channel, ask.person.id
    file = practice.files.announce(name, user, int(practice.clock.time()), user_team=TEAM_ID)
    practice.files.fill(file, content)
    share_file(ask, channel, file)
    return {"ok": True, "file": files.as_slack(file, practice.url)}


async def record(ask: Ask) -> Json:
    """An audio clip; its transcript is there at once unless it is to come `later`."""
    practice, channel = ask.practice, ask.writable_channel
    more = clips.clip_of(ask.text("spoken"))
    file = practice.files.announce(clips.NAME, ask.person.id, int(practice.clock.time()), user_team=TEAM_ID, **more)
    practice.files.fill(file, b"(sound)")
    if not ask.body.get("later"):
        clips.transcribe(file)
        practice.files.keep(file)
    share_file(ask, channel, file)
    return {"ok": True, "file": files.as_slack(file, practice.url)}


async def transcribe(ask: Ask) -> Json:
    """The transcript of a clip that waited for it."""
    file = ask.practice.files.find(ask.text("file"))
    if file is None or "spoken" not in file:
        raise Refused("file_not_found")
    clips.transcribe(file)
    ask.practice.files.keep(file)
    return {"ok": True}


def share_file(ask: Ask, channel: Channel, file: Json) -> None:
    practice = ask.practice
    shown = files.as_slack(file, practice.url)
    message: Json = {"type": "message", "subtype": "file_share", "user": ask.person.id, "team": TEAM_ID}
    message |= {"text": ask.text("text"), "upload": False, "files": [shown], **_place(ask)}
    posting.post(practice, channel, message)
    files.shared_in(file, channel.id, channel.kind, {"ts": message["ts"], "team_id": TEAM_ID})
    practice.files.keep(file)
    if channel.has(BOT_USER_ID):
        event = {"type": "file_shared", "file_id": file["id"], "user_id": ask.person.id}
        event |= {"file": {"id": file["id"]}, "channel_id": channel.id}
        events.tell_app(practice, "file_shared", event, channel)
