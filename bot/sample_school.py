"""Sets the demo's school up the way its people would: by invitation, button, form, file and command."""

from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.channels import Channel
from sandbox.identity import BOT_USER_ID
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from sandbox.wire import Json

SCHOOL = "Juniper Hollow"
SET_UP = "teams.set_up"
TAKE_FILE = "students.take_file"
SECONDS = 30.0
COLUMNS = "school_id,first_name,last_name,preferred_name,nicknames,grade,plan,case_manager_email,channel"


@dataclass(frozen=True, slots=True)
class SampleTeam:
    """A team as the demo shows it on its first day. Everybody here is invented."""

    channel: str
    lead: str
    students: tuple[str, ...]  # lines of a student CSV, without the channel
    said: tuple[tuple[str, str], ...]  # who types which check-in


TEAMS = (
    SampleTeam(
        "team-juniper",
        "hale",
        (
            "JH-1001,Maya,Tern,,,03,IEP,hale@juniperhollow.example",
            "JH-1002,Fen,Oakes,,,03,504,hale@juniperhollow.example",
            "JH-1003,Wilhelmina,Starling,Billie,Bill,04,IEP,hale@juniperhollow.example",
            "JH-1004,Grace,Lantern,,,03,MTSS,",
        ),
        (
            ("lopez", "Maya Tern: started her work within two minutes, with the visual timer #progress"),
            ("finch", "Fen Oakes: showed a younger student how the arrival job goes #win"),
        ),
    ),
    SampleTeam(
        "team-birch",
        "pell",
        (
            "JH-2001,Zadie,Pike,,Zee,05,IEP,pell@juniperhollow.example",
            "JH-2002,Corin,Ash,,,05,504,",
            "JH-2003,Odd,Meadow,,,05,MTSS,",
        ),
        (("vale", "Zadie Pike: the two-minute warning carried her through all three transitions #behavior"),),
    ),
)


def set_up_school(sandbox: Sandbox) -> None:
    """Whatever is there already stays: a set-up that was cut short goes on."""
    for team in TEAMS:
        channel = sandbox.practice.workspace.channel_named(team.channel)
        if channel is None:  # a workspace somebody has made their own
            continue
        lead = at(sandbox, team.lead)
        if not _bot_words(lead, channel):
            _invite(sandbox, channel, team)
        _press_card(lead, channel)
        _drop_students(lead, team)
        for who, words in team.said:
            at(sandbox, who).types(f"/checkin {words}", channel)


def at(sandbox: Sandbox, handle: str) -> Visitor:
    return sandbox.visitor(_person(sandbox, handle))


def _person(sandbox: Sandbox, handle: str) -> Person:
    person = sandbox.practice.workspace.person_named(handle)
    assert person is not None, "everybody of the sample school is in its workspace"
    return person


def _invite(sandbox: Sandbox, channel: Channel, team: SampleTeam) -> None:
    """The bot greets whoever invites it; one that stands in the room already comes in once more by the door."""
    if channel.has(BOT_USER_ID):
        sandbox.remove(channel)
        sandbox.settle()
    sandbox.invite(channel, by=_person(sandbox, team.lead))


def _press_card(lead: Visitor, channel: Channel) -> None:
    card = lead.waits_for(_is_bots, channel, seconds=SECONDS)
    if not has_button(card, SET_UP):
        return
    view = lead.presses(SET_UP, card).view
    if view is not None and view.get("callback_id") == SET_UP:
        typed = any(block.get("block_id") == "school_name" for block in view["blocks"])
        lead.submits(view, {"school_name": SCHOOL} if typed else {})
        lead.waits_for(lambda message: _is_bots(message) and not has_button(message, SET_UP), channel, seconds=SECONDS)


def _drop_students(lead: Visitor, team: SampleTeam) -> None:
    """The bot shows what it would do, and is told to; a second time there is nothing to do."""
    heard = {message["ts"] for message in _bot_words(lead)}
    lines = [COLUMNS, *(f"{line},{team.channel}" for line in team.students)]
    lead.uploads(f"{team.channel}.csv", "\n".join(lines).encode())
    preview = lead.waits_for(lambda message: _is_bots(message) and message["ts"] not in heard, seconds=SECONDS)
    if has_button(preview, TAKE_FILE):
        heard = {message["ts"] for message in _bot_words(lead)}
        lead.presses(TAKE_FILE, preview)
        lead.waits_for(lambda message: _is_bots(message) and message["ts"] not in heard, seconds=SECONDS)


def _bot_words(reader: Visitor, channel: Channel | None = None) -> list[Json]:
    return [message for message in reader.sees(channel) if _is_bots(message)]


def _is_bots(message: Json) -> bool:
    return "bot" in message


def has_button(message: Mapping[str, object], name: str) -> bool:
    return name in {_name_of(element) for element in _elements(message)}


def _elements(message: Mapping[str, object]) -> list[Json]:
    blocks = message.get("blocks")
    found = blocks if isinstance(blocks, list) else []
    return [element for block in found for element in (*block.get("elements", ()), block.get("accessory") or {})]


def _name_of(element: Json) -> str:
    return str(element.get("action_id", "")).partition("#")[0]
