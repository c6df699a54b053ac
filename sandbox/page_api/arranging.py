"""A person arranges the workspace: channels made, filled, renamed, archived; accounts added and changed."""

from collections.abc import Callable

from sandbox import arrivals, membership
from sandbox.channels import Channel
from sandbox.page_api.asking import Ask
from sandbox.page_shapes import page_channel
from sandbox.people import Person
from sandbox.wire import Json, Refused


async def channel(ask: Ask) -> Json:
    action = ask.text("action")
    if action == "create":
        return _create(ask)
    act = _ON_CHANNELS.get(action)
    if act is None:
        raise Refused("unknown_action")
    place = ask.channel
    act(ask, place)
    return {"ok": True, "channel": page_channel(ask.practice.workspace, place, ask.person.id)}


def _create(ask: Ask) -> Json:
    name = ask.text("name").strip().lower().replace(" ", "-")
    if not name:
        raise Refused("invalid_name")
    if ask.practice.workspace.channel_named(name):
        raise Refused("name_taken")
    made = membership.create(ask.practice, ask.person, name, private=bool(ask.body.get("private")))
    return {"ok": True, "channel": page_channel(ask.practice.workspace, made, ask.person.id)}


def _other(ask: Ask) -> Person:
    person = ask.practice.workspace.people.get(ask.text("user"))
    if person is None:
        raise Refused("user_not_found")
    return person


def _invite(ask: Ask, place: Channel) -> None:
    membership.join(ask.practice, place, _other(ask).id, inviter=ask.person.id)


def _rename(ask: Ask, place: Channel) -> None:
    if not ask.text("name"):
        raise Refused("invalid_name")
    membership.rename(ask.practice, place, ask.person, ask.text("name"))


_ON_CHANNELS: dict[str, Callable[[Ask, Channel], None]] = {
    "invite": _invite,
    "join": lambda ask, place: membership.join(ask.practice, place, ask.person.id),
    "leave": lambda ask, place: membership.leave(ask.practice, place, ask.person.id),
    "kick": lambda ask, place: membership.leave(ask.practice, place, _other(ask).id),
    "archive": lambda ask, place: membership.archive(ask.practice, place, ask.person),
    "unarchive": lambda ask, place: membership.unarchive(ask.practice, place, ask.person),
    "rename": _rename,
    "make_public": lambda ask, place: membership.make_public(ask.practice, place, ask.person),
    "share": lambda ask, place: membership.share(ask.practice, place),
    "unshare": lambda ask, place: membership.unshare(ask.practice, place),
    "delete": lambda ask, place: membership.delete(ask.practice, place, ask.person),
}


async def person(ask: Ask) -> Json:
    action = ask.text("action")
    if action == "add":
        more = {key: ask.text(key) for key in ("title", "email", "tz") if ask.text(key)}
        added = arrivals.arrive(ask.practice, ask.text("name"), ask.text("real_name") or ask.text("name"), **more)
        return {"ok": True, "person": added.as_page()}
    if action == "change":
        changes: Json = {key: ask.text(key) for key in ("real_name", "title", "email", "tz") if ask.text(key)}
    elif action in arrivals.CHANGES:
        changes = dict(arrivals.CHANGES[action])
    else:
        raise Refused("unknown_action")
    arrivals.change(ask.practice, _other(ask), **changes)
    return {"ok": True, "person": _other(ask).as_page()}
