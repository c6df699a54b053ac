"""What people do around a team, for the tests that tell of it."""

import time
from typing import Any

from sqlmodel import col, select

from sandbox.came import Came
from sandbox.channels import Channel
from sandbox.visitor import Visitor
from sandbox.wire import Json
from storage import teams
from storage.audit import AuditRow
from storage.outbox import Post, State
from storage.teams import Team
from tests.cast import Cast

OFFER = "Is this channel a student-support team?"


def visitor(cast: Cast, name: str) -> Visitor:
    return cast.sandbox.visitor(cast.people[name])


def invite(cast: Cast, *members: str, name: str = "grade-6-support", private: bool = True) -> Channel:
    """A new channel of these people; the first of them invites the bot."""
    people = [cast.people[each] for each in members]
    channel = cast.sandbox.add_channel(name, private=private, members=people, with_app=False)
    cast.sandbox.invite(channel, by=people[0])
    return channel


def press_card(cast: Cast, channel: Channel, person: str = "hale") -> Came:
    who = visitor(cast, person)
    return who.presses("Set up this team", who.waits_for(OFFER, channel))


def open_form(cast: Cast, channel: Channel, person: str = "hale") -> Json:
    came = press_card(cast, channel, person)
    assert came.view is not None, came.text
    return came.view


def set_up(cast: Cast, channel: Channel, filled: dict[str, Any] | None = None) -> Came:
    """Hale fills the form in and sends it; the school is typed where it is the first."""
    view = open_form(cast, channel)
    typed = any(block["block_id"] == "school_name" for block in view["blocks"])
    return cast.hale.submits(view, {**({"School": "Juniper Hollow"} if typed else {}), **(filled or {})})


def find_team(cast: Cast, channel: Channel) -> Team | None:
    with cast.bot.database.read() as session:
        return teams.find_team_in(session, channel.id)


def leads_of(cast: Cast, channel: Channel) -> set[str]:
    with cast.bot.database.read() as session:
        team = teams.find_team_in(session, channel.id)
        return {lead.person_id for lead in teams.list_leads(session, team)} if team is not None else set()


def audited(cast: Cast) -> list[tuple[str, str]]:
    """(action, object) of every row of the audit, oldest first."""
    with cast.bot.database.read() as session:
        rows = session.exec(select(AuditRow).order_by(col(AuditRow.id))).all()
        return [(row.action, row.object_id) for row in rows]


def let_pass(cast: Cast, seconds: float) -> None:
    """Time goes by, for the workspace and for the bot."""
    cast.sandbox.forward(seconds)
    cast.bot.clock.follow()


def settle(cast: Cast, seconds: float = 10.0) -> None:
    """Until everything that happened was heard, and everything the bot has to say was said."""
    cast.sandbox.settle()
    until = time.monotonic() + seconds
    while _waits(cast):
        assert time.monotonic() < until, "the outbox does not empty"
        time.sleep(0.02)


def _waits(cast: Cast) -> bool:
    with cast.bot.database.read() as session:
        unsent = col(Post.state).in_([State.WAITING, State.SENDING])
        return session.exec(select(Post.id).where(unsent).limit(1)).first() is not None


def told(cast: Cast, name: str, words: str) -> str:
    """A direct message that this person gets, as its text."""
    who = visitor(cast, name)
    return who.text_of(who.waits_for(words))
