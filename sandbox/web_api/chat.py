"""The app speaks: chat.postMessage, postEphemeral, update, delete, getPermalink."""

from sandbox import posting
from sandbox.channels import Channel
from sandbox.identity import BOT_USER_ID
from sandbox.permalinks import permalink
from sandbox.practice import Practice
from sandbox.rates import POSTING, SPECIAL, TIER_3, TIER_4
from sandbox.views import named_blocks
from sandbox.web_api.arguments import Arguments
from sandbox.web_api.checking import check_message
from sandbox.web_api.finding import find_channel, find_message
from sandbox.web_api.methods import method
from sandbox.wire import Json, Refused, wrong_arguments

LONGEST_TEXT = 40_000
UNANSWERABLE = ("channel_join", "channel_leave", "channel_name", "channel_archive", "channel_unarchive")


@method("chat.postMessage", scope="chat:write", rate=POSTING, rate_per="channel")
def post_message(practice: Practice, args: Arguments) -> Json:
    channel = find_place(practice, args.needed("channel"))
    refuse_where_silent(practice, channel)
    words = words_of(args) | thread_of(practice, channel, args)
    if "metadata" in args:
        words["metadata"] = _metadata(args)
    message = posting.post(practice, channel, posting.by_app(practice, words))
    return {"channel": channel.id, "ts": message["ts"], "message": message}


@method("chat.postEphemeral", scope="chat:write", rate=TIER_4)
def post_ephemeral(practice: Practice, args: Arguments) -> Json:
    channel = find_channel(practice, args.needed("channel"))
    refuse_where_silent(practice, channel)
    user = args.needed("user")
    if not channel.has(user):
        raise Refused("user_not_in_channel")
    words = words_of(args)
    if "thread_ts" in args:
        words["thread_ts"] = args.text("thread_ts")
    message = posting.by_app(practice, words)
    return {"message_ts": posting.post_ephemeral(practice, channel, user, message)["ts"]}


@method("chat.update", scope="chat:write", rate=TIER_3)
def update(practice: Practice, args: Arguments) -> Json:
    channel = find_channel(practice, args.needed("channel"))
    message = _own_message(practice, channel, args.needed("ts"), "cant_update_message")
    changes = words_of(args)
    if args.blocks() == []:
        changes["blocks"] = []  # left out, they stay, whatever the new text says (python-slack-sdk#523)
    if "metadata" in args:
        changes["metadata"] = _metadata(args)
    changes["edited"] = {"user": BOT_USER_ID, "ts": practice.clock.ts()}
    changed = posting.change(practice, channel, message, changes)
    return {"channel": channel.id, "ts": message["ts"], "text": changed["text"], "message": changed}


@method("chat.delete", scope="chat:write", rate=TIER_3)
def delete(practice: Practice, args: Arguments) -> Json:
    channel = find_channel(practice, args.needed("channel"))
    message = _own_message(practice, channel, args.needed("ts"), "cant_delete_message")
    posting.delete(practice, channel, message)
    return {"channel": channel.id, "ts": message["ts"]}


@method("chat.getPermalink", rate=SPECIAL)
def get_permalink(practice: Practice, args: Arguments) -> Json:
    channel = find_channel(practice, args.needed("channel"))
    message = find_message(practice, channel, args.needed("message_ts"))
    return {"channel": channel.id, "permalink": permalink(practice.url, channel.id, message)}


def find_place(practice: Practice, named: str) -> Channel:
    """A channel by id; a person's id stands for the direct message with them."""
    if named in practice.workspace.people:
        return direct_message(practice, named)
    by_name = practice.workspace.channel_named(named.removeprefix("#"), BOT_USER_ID)
    return by_name or find_channel(practice, named)


def direct_message(practice: Practice, user: str) -> Channel:
    person = practice.workspace.people[user]
    if person.is_bot:
        raise Refused("cannot_dm_bot")
    if person.deleted:
        raise Refused("user_disabled")
    return practice.workspace.dm_with_app(user)


def refuse_where_silent(practice: Practice, channel: Channel) -> None:
    if channel.is_archived:
        raise Refused("is_archived")
    anywhere_public = channel.kind == "public" and "chat:write.public" in practice.manifest.scopes
    if not channel.has(BOT_USER_ID) and not anywhere_public:
        raise Refused("not_in_channel")


def words_of(args: Arguments) -> Json:
    """Text, blocks and attachments as they will stand, checked."""
    text, blocks, attachments = args.text("text"), args.blocks(), args.blocks("attachments")
    return checked_words(text, blocks, attachments) | {key: args.text(key) for key in ("username",) if key in args}


def checked_words(text: str, blocks: list[Json] | None, attachments: list[Json] | None) -> Json:
    if not text.strip() and not blocks and not attachments:
        raise Refused("no_text")
    if len(text) > LONGEST_TEXT:
        raise Refused("msg_too_long")
    check_message(blocks, text, attachments)
    words: Json = {"text": text}
    if blocks:
        words["blocks"] = named_blocks(blocks)
    if attachments is not None:
        words["attachments"] = [{"id": number, **each} for number, each in enumerate(attachments, start=1)]
    return words


def thread_of(practice: Practice, channel: Channel, args: Arguments) -> Json:
    thread_ts = args.text("thread_ts")
    if not thread_ts:
        return {}
    parent = practice.workspace.timeline(channel.id).find(thread_ts)
    if parent is None:
        return {}  # a reply to a message that is gone lands in the channel itself
    if parent.get("subtype", "") in UNANSWERABLE:
        raise Refused("cannot_reply_to_message")
    root = parent.get("thread_ts") or thread_ts
    place = {"thread_ts": root, "parent_user_id": parent["user"]}
    broadcast = {"subtype": "thread_broadcast"} if args.flag("reply_broadcast") else {}
    return place | broadcast


def _metadata(args: Arguments) -> Json:
    metadata = args.object("metadata")
    if not isinstance(metadata.get("event_type"), str) or not isinstance(metadata.get("event_payload"), dict):
        raise wrong_arguments("metadata needs event_type and event_payload")
    return metadata


def _own_message(practice: Practice, channel: Channel, ts: str, otherwise: str) -> Json:
    message = find_message(practice, channel, ts)
    if message["user"] != BOT_USER_ID:
        raise Refused(otherwise)
    return message
