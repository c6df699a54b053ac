"""A person looks: at the workspace, a channel, a thread, their Home, what came meanwhile."""

from sandbox import events
from sandbox.channels import Channel
from sandbox.identity import APP_ID, BOT_USER_ID
from sandbox.page_api.asking import Ask
from sandbox.page_shapes import page_channel, page_message
from sandbox.people import Person
from sandbox.practice import Practice
from sandbox.visible import visible_text
from sandbox.wire import Json, Refused


async def state(ask: Ask) -> Json:
    """Nobody named: the page opens as the first of the workspace's people."""
    practice, me = ask.practice, ask.person if ask.body.get("as") else _first_person(ask)
    workspace = practice.workspace
    channels = [each for each in workspace.channels.values() if each.may_be_read_by(me.id)]
    return {
        "me": me.as_page(),
        "people": [each.as_page() for each in workspace.people.values()],
        "channels": [page_channel(workspace, each, me.id) for each in channels],
        "commands": [_command(practice, each) for each in practice.manifest.commands],
        "shortcuts": [vars(each) for each in practice.manifest.shortcuts.values()],
        "app": _app(practice),
        "workspace": workspace.as_page(),
        "now": practice.clock.now().isoformat(),
    }


def _first_person(ask: Ask) -> Person:
    people = (each for each in ask.practice.workspace.people.values() if not each.is_bot and not each.deleted)
    first = next(people, None)
    if first is None:
        raise Refused("user_not_found")
    return first


def _command(practice: Practice, name: str) -> Json:
    command = practice.manifest.commands[name]
    return {"command": name, "description": command.description, "usage_hint": command.usage_hint}


def _app(practice: Practice) -> Json:
    connected, home = practice.delivery.way.connected, practice.manifest.has_home
    app = {"app_id": APP_ID, "name": practice.manifest.app_name, "bot_user_id": BOT_USER_ID}
    return {**app, "connected": connected, "home": home}


async def messages(ask: Ask) -> Json:
    channel, thread = ask.channel, ask.text("thread")
    timeline = ask.practice.workspace.timeline(channel.id)
    if thread:
        parent = timeline.find(thread)
        found = [parent] if parent else []
        found += timeline.replies(thread)
    else:
        found = list(timeline.top())[::-1]
    found = sorted(found + _ephemerals(ask, channel, thread), key=lambda each: str(each["ts"]))
    return {"messages": [page_message(ask.practice.workspace, channel.id, each) for each in found]}


def _ephemerals(ask: Ask, channel: Channel, thread: str) -> list[Json]:
    mine = ask.practice.workspace.timeline(channel.id).ephemerals(ask.person.id)
    return [each for each in mine if each.get("thread_ts", "") == thread]


async def home(ask: Ask) -> Json:
    """Opening Home tells the app, which may publish a new one."""
    practice, user = ask.practice, ask.person.id
    view = practice.workspace.homes.get(user)
    dm = practice.workspace.dm_with_app(user)
    event: Json = {"type": "app_home_opened", "user": user, "channel": dm.id, "tab": "home"}
    events.tell_app(practice, "app_home_opened", event | ({"view": view} if view else {}))
    return {"view": view}


async def open_views(ask: Ask) -> Json:
    """The forms this person has open, the topmost last."""
    return {"views": ask.practice.views.stack(ask.person.id)}


async def came(ask: Ask) -> Json:
    """The pushes since a number, or only the last number; with `wait`, up to so many seconds for the next."""
    pages = ask.practice.pages
    if not ask.text("since"):
        return {"number": pages.last_number(), "came": []}
    since = int(ask.text("since"))
    if ask.text("wait") and pages.last_number() <= since:
        await pages.wait_for_change(float(ask.text("wait")))
    return {"number": pages.last_number(), "came": pages.since(since, ask.person.id)}


async def notifications(ask: Ask) -> Json:
    return {"notifications": ask.practice.pages.notifications(ask.person.id)}


async def everything(ask: Ask) -> Json:
    """Every word this person can find anywhere: channels, threads, ephemerals, Home, forms, notifications."""
    practice, user = ask.practice, ask.person.id
    shown: list[Json] = []
    for channel in practice.workspace.channels.values():
        if channel.may_be_read_by(user):
            timeline = practice.workspace.timeline(channel.id)
            shown += [{"name": channel.name, "text": channel.topic}, *timeline.everything()]
            shown += timeline.ephemerals(user)
    home_view = practice.workspace.homes.get(user)
    shown += [home_view] if home_view else []
    shown += [*practice.views.stack(user), *practice.pages.notifications(user)]
    return {"text": "\n".join(visible_text(each) for each in shown)}


async def clock(ask: Ask) -> Json:
    """The time, and the moments an app waits for, the soonest first."""
    clock = ask.practice.clock
    marks = sorted(clock.marks().items(), key=lambda mark: mark[1])
    return {"now": clock.now().isoformat(), "marks": [{"name": name, "at": at.isoformat()} for name, at in marks]}
