"""A school with more teams than one, since Slack takes about one message a second in each channel."""

from dataclasses import dataclass

from bot.app import build
from sandbox.channels import Channel
from storage.teams import Appear
from tests.cast import Cast

STUDENTS = (
    "Maya Tern", "Fen Oakes", "Zadie Pike", "Ivo Plume", "Uri Stoat", "Bram Wren",
    "Oona Finchley", "Tavi Marsh", "Cleo Heron", "Pim Larkspur", "Dagny Moss", "Rufus Teal",
)  # fmt: skip
WRITERS = ("hale", "lopez", "ortiz", "finch", "pell", "dean")


@dataclass(frozen=True)
class Place:
    """A team's channel and its student."""

    channel: Channel
    student: str


def open_school(cast: Cast, teams: int = len(STUDENTS)) -> list[Place]:
    """Teams of the same six adults, by a bot that is gone afterwards. Half of them want threads."""
    cast.bot = build(cast.settings())
    try:
        return [_open_team(cast, name, number) for number, name in enumerate(STUDENTS[:teams])]
    finally:
        cast.bot.stop()


def _open_team(cast: Cast, student: str, number: int) -> Place:
    members = [cast.people[name] for name in WRITERS]
    channel = cast.sandbox.add_channel(f"team-{number}", members=members)
    team = cast.add_team(channel, "hale", appear=Appear.THREAD if number % 2 else Appear.CHANNEL)
    cast.add_student(student, team)
    return Place(channel, student)
