"""What the app answers to a command, or later by response_url: a new message, or another in place of the old."""

from sandbox import posting
from sandbox.channels import Channel
from sandbox.practice import Practice
from sandbox.response_urls import Reply
from sandbox.web_api.chat import checked_words
from sandbox.wire import Json, Refused


def answer(practice: Practice, reply: Reply, body: Json) -> None:
    channel = practice.workspace.channels.get(reply.channel_id)
    if channel is None:
        raise Refused("channel_not_found")
    if body.get("delete_original"):
        _delete(practice, reply, channel)
    elif body.get("replace_original") and reply.message_ts:
        _replace(practice, reply, channel, body)
    else:
        _add(practice, reply, channel, body)


def _add(practice: Practice, reply: Reply, channel: Channel, body: Json) -> None:
    words = _words(body) | ({"thread_ts": body["thread_ts"]} if body.get("thread_ts") else {})
    message = posting.by_app(practice, words)
    if body.get("response_type") == "in_channel":
        if channel.is_archived:
            raise Refused("is_archived")
        posting.post(practice, channel, message)
    else:
        posting.post_ephemeral(practice, channel, reply.user, message)


def _replace(practice: Practice, reply: Reply, channel: Channel, body: Json) -> None:
    timeline, ts = practice.workspace.timeline(channel.id), reply.message_ts or ""
    changes: Json = {"blocks": [], "attachments": []} | _words(body)
    ephemeral, message = timeline.find_ephemeral(reply.user, ts), timeline.find(ts)
    if reply.is_ephemeral and ephemeral is not None:
        posting.change_ephemeral(practice, channel, reply.user, ephemeral, changes)
    elif message is not None:
        edited = {"user": message["user"], "ts": practice.clock.ts()}
        posting.change(practice, channel, message, changes | {"edited": edited})
    else:
        _add(practice, reply, channel, body)


def _delete(practice: Practice, reply: Reply, channel: Channel) -> None:
    ts = reply.message_ts or ""
    message = practice.workspace.timeline(channel.id).find(ts)
    if reply.is_ephemeral:
        posting.delete_ephemeral(practice, channel, reply.user, ts)
    elif message is not None:
        posting.delete(practice, channel, message)


def _words(body: Json) -> Json:
    for part in ("blocks", "attachments"):
        held = body.get(part)
        if held is not None and not (isinstance(held, list) and all(isinstance(each, dict) for each in held)):
            raise Refused(f"invalid_{part}")
    return checked_words(str(body.get("text") or ""), body.get("blocks"), body.get("attachments"))
