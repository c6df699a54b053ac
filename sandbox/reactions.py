"""Reactions to a message, put on and taken off by people and by the app."""

from sandbox import events, posting
from sandbox.channels import Channel
from sandbox.identity import BOT_USER_ID
from sandbox.practice import Practice
from sandbox.wire import Json, Refused


def add_reaction(practice: Practice, channel: Channel, message: Json, user: str, name: str) -> None:
    standing = _by_name(message)
    if user in standing.get(name, []):
        raise Refused("already_reacted")
    standing.setdefault(name, []).append(user)
    _keep(practice, channel, message, standing)
    _tell(practice, channel, message, user, name, "reaction_added")


def remove_reaction(practice: Practice, channel: Channel, message: Json, user: str, name: str) -> None:
    standing = _by_name(message)
    if user not in standing.get(name, []):
        raise Refused("no_reaction")
    standing[name].remove(user)
    _keep(practice, channel, message, standing)
    _tell(practice, channel, message, user, name, "reaction_removed")


def has_reacted(message: Json, user: str, name: str) -> bool:
    return user in _by_name(message).get(name, [])


def _by_name(message: Json) -> dict[str, list[str]]:
    return {each["name"]: list(each["users"]) for each in message.get("reactions", [])}


def _keep(practice: Practice, channel: Channel, message: Json, standing: dict[str, list[str]]) -> None:
    reactions = [{"name": name, "users": users, "count": len(users)} for name, users in standing.items() if users]
    practice.workspace.keep_message(channel.id, message | {"reactions": reactions})
    push = {"type": "reaction", "channel": channel.id, "ts": message["ts"], "reactions": reactions}
    practice.pages.push(push, posting.watchers(practice, channel))


def _tell(practice: Practice, channel: Channel, message: Json, user: str, name: str, kind: str) -> None:
    if channel.has(BOT_USER_ID):
        item = {"type": "message", "channel": channel.id, "ts": message["ts"]}
        event = {"type": kind, "user": user, "reaction": name, "item": item, "item_user": message["user"]}
        events.tell_app(practice, kind, event, channel)
