"""Who is where: people invited and leaving, channels renamed, archived, opened, shared, deleted."""

from sandbox import events, posting
from sandbox.channels import Channel
from sandbox.identity import BOT_USER_ID, TEAM_ID
from sandbox.people import Person
from sandbox.practice import Practice
from sandbox.wire import Json

OTHER_TEAM_ID = "T00000FAR"


def create(practice: Practice, person: Person, name: str, *, private: bool) -> Channel:
    kind = "private" if private else "public"
    channel = practice.workspace.add_channel(name, kind, creator=person.id, members=[person.id])
    told = {"id": channel.id, "name": name, "created": channel.created, "creator": person.id}
    if not private:
        events.tell_app(practice, "channel_created", {"type": "channel_created", "channel": told})
    show_channels(practice)
    return channel


def join(practice: Practice, channel: Channel, user: str, inviter: str | None = None) -> None:
    if channel.has(user):
        return
    channel.member_ids.append(user)
    practice.workspace.keep_channel(channel)
    _note(practice, channel, user, "channel_join", f"<@{user}> has joined the channel")
    event = {"type": "member_joined_channel", "user": user, **_where(channel)}
    event |= {"inviter": inviter} if inviter else {}
    _tell_those_inside(practice, channel, "member_joined_channel", event)
    show_channels(practice)


def leave(practice: Practice, channel: Channel, user: str) -> None:
    if not channel.has(user):
        return
    was_inside = channel.has(BOT_USER_ID)
    _note(practice, channel, user, "channel_leave", f"<@{user}> has left the channel")
    channel.member_ids.remove(user)
    practice.workspace.keep_channel(channel)
    if was_inside:
        event = {"type": "member_left_channel", "user": user, **_where(channel)}
        events.tell_app(practice, "member_left_channel", event, channel)
    if user == BOT_USER_ID:
        left = f"{channel.event_type}_left"
        events.tell_app(practice, left, {"type": left, "channel": channel.id}, channel)
    show_channels(practice)


def rename(practice: Practice, channel: Channel, person: Person, name: str) -> None:
    old, channel.name = channel.name, name
    channel.previous_names.insert(0, old)
    practice.workspace.keep_channel(channel)
    words = f'<@{person.id}> has renamed the channel from "{old}" to "{name}"'
    _note(practice, channel, person.id, "channel_name", words)
    told = {"id": channel.id, "name": name, "name_normalized": name, "created": channel.created}
    told |= {"is_channel": channel.kind == "public", "is_mpim": False}
    _tell_kind(practice, channel, "rename", {"channel": told})
    show_channels(practice)


def archive(practice: Practice, channel: Channel, person: Person) -> None:
    _note(practice, channel, person.id, "channel_archive", f"<@{person.id}> archived the channel")
    channel.is_archived = True
    _settle(practice, channel, person, "archive")


def unarchive(practice: Practice, channel: Channel, person: Person) -> None:
    channel.is_archived = False
    _note(practice, channel, person.id, "channel_unarchive", f"<@{person.id}> un-archived the channel")
    _settle(practice, channel, person, "unarchive")


def make_public(practice: Practice, channel: Channel, person: Person) -> None:
    channel.kind = "public"
    practice.workspace.keep_channel(channel)
    words = f"<@{person.id}> made this channel public. Any member can view and join it."
    _note(practice, channel, person.id, "channel_convert_to_public", words)
    show_channels(practice)


def share(practice: Practice, channel: Channel) -> None:
    """Another workspace now sees the channel (Slack Connect)."""
    channel.is_ext_shared = True
    practice.workspace.keep_channel(channel)
    event = {"type": "channel_shared", "connected_team_id": OTHER_TEAM_ID, "channel": channel.id}
    _tell_those_inside(practice, channel, "channel_shared", event)
    show_channels(practice)


def unshare(practice: Practice, channel: Channel) -> None:
    channel.is_ext_shared = False
    practice.workspace.keep_channel(channel)
    event: Json = {"type": "channel_unshared", "previously_connected_team_id": OTHER_TEAM_ID}
    event |= {"channel": channel.id, "is_ext_shared": False}
    _tell_those_inside(practice, channel, "channel_unshared", event)
    show_channels(practice)


def delete(practice: Practice, channel: Channel, person: Person) -> None:
    practice.workspace.forget_channel(channel)
    _tell_kind(practice, channel, "deleted", {"channel": channel.id, "actor_id": person.id})
    show_channels(practice)


def show_channels(practice: Practice) -> None:
    practice.pages.push({"type": "channels"}, None)


def _where(channel: Channel) -> Json:
    letter = "C" if channel.kind == "public" else "G"
    return {"channel": channel.id, "channel_type": letter, "team": TEAM_ID}


def _note(practice: Practice, channel: Channel, user: str, subtype: str, words: str) -> None:
    message = {"type": "message", "subtype": subtype, "user": user, "text": words, "team": TEAM_ID}
    posting.post(practice, channel, message, quietly=True)


def _settle(practice: Practice, channel: Channel, person: Person, word: str) -> None:
    practice.workspace.keep_channel(channel)
    _tell_kind(practice, channel, word, {"channel": channel.id, "user": person.id})
    show_channels(practice)


def _tell_kind(practice: Practice, channel: Channel, word: str, more: Json) -> None:
    """`channel_…` of every public channel; `group_…` only of those the app is in."""
    if channel.kind == "public" or channel.has(BOT_USER_ID):
        kind = f"{channel.event_type}_{word}"
        events.tell_app(practice, kind, {"type": kind, **more}, channel)


def _tell_those_inside(practice: Practice, channel: Channel, subscription: str, event: Json) -> None:
    if channel.has(BOT_USER_ID):
        events.tell_app(practice, subscription, event, channel)
