"""Sets the demo's school up the way its people would, and lives a few days of it: no step has a way of its own."""

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from datetime import time as clock_time
from zoneinfo import ZoneInfo

from bot.clock import FOLLOWS_EVERY_SECONDS
from bot.sample_week import SET_UP, TEAMS, TODAY, WEEK, Moment, SampleTeam, Typed
from sandbox.channels import Channel
from sandbox.demo_school import ZONE, open_school
from sandbox.identity import BOT_USER_ID
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from sandbox.visitor_finding import NotThere
from sandbox.wire import Json

SCHOOL = "Juniper Hollow"
SECONDS = 60.0
LOOKS_EVERY_SECONDS = 0.1
STUDENT_COLUMNS = "school_id,first_name,last_name,preferred_name,nicknames,grade,plan,case_manager_email,channel"
ROLE_COLUMNS = "school_id,role,email,backup_email"


def live_first_days(sandbox: Sandbox) -> None:
    """From an empty workspace, by way of the bot's invitation on Monday, to the moment at which a visitor comes in."""
    move_clock(sandbox, SET_UP)
    open_school(sandbox)
    for team in TEAMS:
        _set_up(sandbox, team)
    for moment in WEEK:
        _live(sandbox, moment)
    for visitor in _everybody(sandbox):
        _read_everything(visitor)
    _live(sandbox, TODAY)


def at(sandbox: Sandbox, handle: str) -> Visitor:
    return sandbox.visitor(_person(sandbox, handle))


def _person(sandbox: Sandbox, handle: str) -> Person:
    person = sandbox.practice.workspace.person_named(handle)
    assert person is not None, "everybody of the sample school is in its workspace"
    return person


def _channel(sandbox: Sandbox, name: str) -> Channel:
    channel = sandbox.practice.workspace.channel_named(name)
    assert channel is not None, "every channel of the sample school is in its workspace"
    return channel


def _everybody(sandbox: Sandbox) -> Iterable[Visitor]:
    return [sandbox.visitor(each) for each in sandbox.practice.workspace.people.values() if not each.is_bot]


# Setting up


def _set_up(sandbox: Sandbox, team: SampleTeam) -> None:
    lead, channel = at(sandbox, team.lead), _channel(sandbox, team.channel)
    sandbox.invite(channel, by=_person(sandbox, team.lead))
    _press_card(lead, channel)
    _give_positions(sandbox, lead, team)
    _drop_files(lead, team)


def _press_card(lead: Visitor, channel: Channel) -> None:
    card = lead.waits_for(lambda message: has_button(message, "teams.set_up"), channel, seconds=SECONDS)
    lead.presses("teams.set_up", card)
    view = lead.waits_for_view(SECONDS)
    asks_school = any(block.get("block_id") == "school_name" for block in view["blocks"])
    lead.submits(view, {"school_name": SCHOOL} if asks_school else {})


def _give_positions(sandbox: Sandbox, lead: Visitor, team: SampleTeam) -> None:
    channel = _channel(sandbox, team.channel)
    card = lead.waits_for(lambda message: has_button(message, "positions.set"), channel, seconds=SECONDS)
    lead.presses("positions.set", card)
    names = {f"position_{_person(sandbox, who).id}": name for who, name in team.positions.items()}
    lead.submits(lead.waits_for_view(SECONDS), names)


def _drop_files(lead: Visitor, team: SampleTeam) -> None:
    _drop(lead, f"{team.channel}.csv", [STUDENT_COLUMNS, *(f"{line},{team.channel}" for line in team.students)])
    _drop(lead, "roles.csv", [ROLE_COLUMNS, *team.roles])


def _drop(lead: Visitor, name: str, lines: Iterable[str]) -> None:
    """The bot shows what it would do, and is told to."""
    before = {message["ts"] for message in lead.sees()}
    lead.uploads(name, "\n".join(lines).encode())

    def is_new(message: Mapping[str, object]) -> bool:
        return message["ts"] not in before

    preview = lead.waits_for(lambda one: is_new(one) and has_button(one, "students.take_file"), seconds=SECONDS)
    lead.presses("students.take_file", preview)
    lead.waits_for(lambda one: is_new(one) and "Done:" in lead.text_of(one), seconds=SECONDS)


def has_button(message: Mapping[str, object], name: str) -> bool:
    return name in {_name_of(element) for element in _elements(message)}


def _elements(message: Mapping[str, object]) -> list[Json]:
    blocks = message.get("blocks")
    found = blocks if isinstance(blocks, list) else []
    return [element for block in found for element in (*block.get("elements", ()), block.get("accessory") or {})]


def _name_of(element: Json) -> str:
    return str(element.get("action_id", "")).partition("#")[0]


# Living


def _live(sandbox: Sandbox, moment: Moment) -> None:
    move_clock(sandbox, moment)
    for typed in moment.typed:
        _type(sandbox, typed)
    for typed in moment.typed:
        _wait_until_heard(sandbox, typed)


def move_clock(sandbox: Sandbox, moment: Moment) -> None:
    """Forward to that weekday and time in the school, whatever this machine's own clock says."""
    sandbox.forward((next_time(moment, sandbox.now()) - sandbox.now()).total_seconds())
    time.sleep(2 * FOLLOWS_EVERY_SECONDS)  # until the bot's clock has followed


def next_time(moment: Moment, now: datetime) -> datetime:
    local = now.astimezone(ZoneInfo(ZONE))
    day = local.date() + timedelta(days=(moment.weekday - local.weekday()) % 7)
    there = datetime.combine(day, clock_time.fromisoformat(moment.at), ZoneInfo(ZONE))
    return there if there >= now else there + timedelta(weeks=1)


def _type(sandbox: Sandbox, typed: Typed) -> None:
    channel, visitor = _channel(sandbox, typed.channel), at(sandbox, typed.who)
    thread = visitor.waits_for(f"*{typed.under}*  ·", channel, seconds=SECONDS) if typed.under else None
    came = visitor.types(typed.words, channel, thread)
    for confirmation in came.ephemerals:
        visitor.dismisses(confirmation)


def _wait_until_heard(sandbox: Sandbox, typed: Typed) -> None:
    """A colleague finds the words: they have been posted, before the clock goes on."""
    words = typed.heard or typed.words.rpartition(": ")[2].partition("`")[0]
    members = _channel(sandbox, typed.channel).member_ids
    others = [each for each in members if each not in (BOT_USER_ID, _person(sandbox, typed.who).id)]
    colleague = sandbox.visitor(sandbox.practice.workspace.people[others[0]])
    _wait_until(lambda: words in colleague.everything(), words)


def _wait_until(true: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + SECONDS
    while not true():
        if time.monotonic() > until:
            raise NotThere(f"{what!r} did not come")
        time.sleep(LOOKS_EVERY_SECONDS)


def _read_everything(visitor: Visitor) -> None:
    for channel in visitor.state()["channels"]:
        if channel["unread"]:
            visitor.reads(channel["id"])
