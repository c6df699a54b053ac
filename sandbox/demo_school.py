"""Juniper Hollow School, invented from roof to cellar: its adults, their channels, and what they wrote last."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.rich_text import rich_text_of
from sandbox.server import Sandbox
from sandbox.typed import as_message_text
from sandbox.wire import Json

NAME = "Juniper Hollow School"
ZONE = "America/Chicago"
SINCE_FRIDAY = {0: 3, 6: 2}  # days, on a Monday and a Sunday


@dataclass(frozen=True)
class Adult:
    handle: str
    real_name: str
    title: str
    is_admin: bool = False
    is_restricted: bool = False


ADULTS = (
    Adult("hale", "Imogen Hale", "Special education teacher, case manager"),
    Adult("lopez", "Marisol Lopez", "Grade 3 teacher"),
    Adult("ortiz", "Teodoro Ortiz", "Counselor"),
    Adult("finch", "Wren Finch", "Paraeducator"),
    Adult("quill", "Ansel Quill", "Speech-language pathologist"),
    Adult("thorne", "Odette Thorne", "Occupational therapist"),
    Adult("brook", "Sunniva Brook", "Physical therapist"),
    Adult("larch", "Cosmo Larch", "School psychologist"),
    Adult("vale", "Perpetua Vale", "Behavior specialist"),
    Adult("marsh", "Basil Marsh", "English-learner teacher"),
    Adult("pell", "Linnea Pell", "Grade 5 teacher"),
    Adult("moss", "Fable Moss", "Music teacher"),
    Adult("dean", "Marigold Dean", "Principal", is_admin=True),
    Adult("gray", "Tobin Gray", "Reading tutor from outside", is_restricted=True),
)

# Moss is on no team and sees neither; Gray, a guest, is only in the staff room.
TEAMS = {
    "team-juniper": ("hale", "lopez", "ortiz", "finch", "quill", "larch"),
    "team-birch": ("pell", "thorne", "brook", "vale", "marsh", "ortiz"),
}
STAFF_ROOM = "staff-room"


@dataclass(frozen=True)
class Said:
    days_ago: int  # school days, so never today
    at: str
    channel: str
    who: str
    text: str
    answers: tuple[tuple[str, str], ...] = field(default=())


SAID = (
    Said(2, "13:30", STAFF_ROOM, "dean", "Fire drill next week. The bell is the long one, not the lunch one."),
    Said(2, "13:46", STAFF_ROOM, "moss", "The choir will be mid-song. We shall evacuate in harmony."),
    Said(
        2,
        "15:30",
        "team-juniper",
        "lopez",
        "Could we look at how mornings go? The first ten minutes decide the day.",
    ),
    Said(
        2,
        "15:42",
        "team-juniper",
        "hale",
        "Yes. What works in your room at the moment?",
        (
            ("lopez", "The visual timer, as long as it is started before the instructions."),
            ("finch", "And a job to do on arrival."),
        ),
    ),
    Said(1, "10:20", "team-birch", "pell", "Thank you for covering the transition to art today @vale, it went calmly."),
    Said(
        1,
        "10:26",
        "team-birch",
        "vale",
        "Two-minute warning and the hallway job. Happy to show it to whoever has bus duty.",
    ),
    Said(1, "14:30", STAFF_ROOM, "marsh", "The laminator is repaired. Please feed it one sheet at a time."),
    Said(1, "14:35", STAFF_ROOM, "thorne", "Whoever borrowed the weighted lap pad: it is missed."),
    Said(1, "15:05", "team-juniper", "ortiz", "The small room is free after lunch if anybody needs a quiet landing."),
    Said(1, "15:10", "team-juniper", "quill", "My morning group moves to 9:40 next week because of the drill."),
)


def open_school(sandbox: Sandbox) -> None:
    """Fill an empty workspace; one that has people already is left as it is."""
    if len(sandbox.practice.workspace.people) > 1:
        return
    people = {each.handle: _arrive(sandbox, each) for each in ADULTS}
    channels = {name: _open(sandbox, name, [people[each] for each in who]) for name, who in TEAMS.items()}
    channels[STAFF_ROOM] = _open(sandbox, STAFF_ROOM, list(people.values()), private=False)
    for said in SAID:
        _say(sandbox, channels[said.channel], people, said)


def _arrive(sandbox: Sandbox, adult: Adult) -> Person:
    return sandbox.add_person(
        adult.handle,
        adult.real_name,
        title=adult.title,
        email=f"{adult.handle}@juniperhollow.example",
        tz=ZONE,
        is_admin=adult.is_admin,
        is_restricted=adult.is_restricted,
    )


def _open(sandbox: Sandbox, name: str, members: list[Person], *, private: bool = True) -> Channel:
    """Without the app: somebody who belongs there invites it."""
    return sandbox.add_channel(name, private=private, members=members, with_app=False)


def _say(sandbox: Sandbox, channel: Channel, people: dict[str, Person], said: Said) -> None:
    moment = moment_of(sandbox.now(), said)
    root = f"{moment.timestamp():.6f}"
    _write(sandbox, channel, people[said.who], said.text, root)
    for minutes, (who, text) in enumerate(said.answers, start=1):
        ts = f"{(moment + timedelta(minutes=4 * minutes)).timestamp():.6f}"
        _write(sandbox, channel, people[who], text, ts, root)


def moment_of(now: datetime, said: Said) -> datetime:
    """When it was said, in the school's own time."""
    day = now.astimezone(ZoneInfo(ZONE)).date()
    for _ in range(said.days_ago):
        day -= timedelta(days=SINCE_FRIDAY.get(day.weekday(), 1))
    return datetime.combine(day, time.fromisoformat(said.at), ZoneInfo(ZONE))


def _write(sandbox: Sandbox, channel: Channel, person: Person, text: str, ts: str, thread_ts: str = "") -> None:
    """Straight into the memory: these words are older than the workspace's clock would give."""
    written = as_message_text(sandbox.practice, person.id, text)
    message: Json = {"type": "message", "user": person.id, "team": person.team_id, "text": written, "ts": ts}
    message |= {"client_msg_id": ts, "blocks": [rich_text_of(written)]}
    sandbox.practice.workspace.keep_message(channel.id, message | ({"thread_ts": thread_ts} if thread_ts else {}))
