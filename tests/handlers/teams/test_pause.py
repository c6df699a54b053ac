"""When posts about students must wait, or could not be sent, the right people hear it once a day and reason."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from handlers import table
from handlers.conversation import Quiet, Reply, Request
from handlers.rules.channel_safety import Unfit
from storage.database import Database
from storage.outbox import Act, Post
from storage.people import Channel, Membership, Person
from storage.schools import School
from storage.teams import Lead, Team
from tests.handlers.teams.moments import NOW


@pytest.fixture(autouse=True)
def _one_team(database: Database) -> None:
    with database.write() as session:
        session.add(School(id=1, name="Juniper Hollow"))
        session.add(Channel(id="C1", name="juniper", is_private=True, has_bot=True))
        session.add_all([Person(id="U1"), Person(id="U2"), Person(id="UGUEST", is_guest=True)])
        session.add_all([Membership(channel_id="C1", person_id=one) for one in ("U1", "U2", "UGUEST")])
        session.flush()
        team = Team(
            id=1,
            school_id=1,
            channel_id="C1",
            name="Juniper",
            time_zone="America/Chicago",
            set_up_by="U1",
            set_up_at=NOW,
        )
        session.add(team)
        session.flush()
        session.add_all([Lead(team_id=1, person_id=one, since=NOW) for one in ("U1", "U2")])


def meet(database: Database, name: str, channel: str = "C1", days: int = 0, **ids: int | str) -> list[Post]:
    """What an event adds to the outbox."""
    with database.write() as session:
        before = len(session.exec(select(Post)).all())
        table.EVENTS[name].run(Request(person="", now=NOW + timedelta(days=days), channel=channel, ids=ids), session)
        return list(session.exec(select(Post).order_by(col(Post.id))).all()[before:])


def receivers(told: list[Post]) -> list[str]:
    return [post.person_id or post.about for post in told]


def say(session: Session, post: Post) -> str:
    answer = table.SPEECHES[post.about].run(
        Request(person=post.person_id, now=NOW, channel=post.channel_id, ids=post.ids), session
    )
    assert isinstance(answer, Reply)
    return str(answer.blocks)


def test_every_lead_hears_of_a_guest(database: Database) -> None:
    told = meet(database, "unfit", error="guest")
    assert receivers(told) == ["U1", "U2"]


@pytest.mark.parametrize("reason", ["public", "shared", "archived", "gone"])
def test_of_a_channel_that_is_unfit_administrators_hear_too(database: Database, reason: str) -> None:
    told = meet(database, "unfit", error=reason)
    assert receivers(told) == ["U1", "U2", "administrators.tell"]
    assert told[-1].act == Act.WORK


@pytest.mark.parametrize("reason", list(Unfit))
def test_what_leads_hear_says_why_and_what_to_do(database: Database, reason: Unfit) -> None:
    told = meet(database, "unfit", error=reason.value)
    with database.read() as session:
        words = say(session, told[0])
    assert "Juniper" in words
    assert any(verb in words for verb in ("Remove", "Make it private", "End the sharing", "Unarchive", "Invite me"))


def test_the_same_reason_is_told_once_a_day(database: Database) -> None:
    meet(database, "unfit", error="guest")
    again = meet(database, "unfit", error="guest")
    assert again == []
    another = meet(database, "unfit", error="public")
    assert len(another) == 3
    tomorrow = meet(database, "unfit", error="guest", days=1)
    assert receivers(tomorrow) == ["U1", "U2"]


def test_another_guest_is_another_reason(database: Database) -> None:
    meet(database, "unfit", error="guest")
    with database.write() as session:
        session.add(Person(id="UNEW", is_guest=True))
        session.add(Membership(channel_id="C1", person_id="UNEW"))
    told = meet(database, "unfit", error="guest")
    assert receivers(told) == ["U1", "U2"]


def test_without_a_lead_administrators_hear_of_guests(database: Database) -> None:
    with database.write() as session:
        for lead in session.exec(select(Lead)).all():
            session.delete(lead)
    told = meet(database, "unfit", error="guest")
    assert receivers(told) == ["administrators.tell"]


def test_who_leads_no_more_when_it_is_sent_hears_nothing(database: Database) -> None:
    told = meet(database, "unfit", error="public")
    with database.write() as session:
        session.delete(session.get_one(Lead, (1, "U1")))
    with database.read() as session:
        request = Request(person="U1", now=NOW, ids=told[0].ids)
        assert table.SPEECHES["teams.unfit"].run(request, session) == Quiet()


def lost_post(database: Database, act: Act = Act.SAY, **ids: int | str) -> int:
    with database.write() as session:
        post = Post(queue="C1", act=act, about="x", ids=ids, channel_id="C1", made_at=NOW, not_before=NOW)
        session.add(post)
        session.flush()
        return post.id


@pytest.mark.parametrize("error", ["not_in_channel", "channel_not_found", "is_archived"])
def test_a_channel_that_is_no_longer_there_is_told_like_any_unfit_one(database: Database, error: str) -> None:
    told = meet(database, "undelivered", error=error, post=lost_post(database))
    assert {post.ids.get("reason") for post in told} <= {"gone", "archived"}
    assert receivers(told) == ["U1", "U2", "administrators.tell"]


@pytest.mark.parametrize("error", ["missing_scope", "account_inactive", "invalid_auth", "token_revoked"])
def test_what_only_the_operator_can_mend_reaches_administrators(database: Database, error: str) -> None:
    told = meet(database, "undelivered", error=error, post=lost_post(database))
    assert receivers(told) == ["U1", "U2", "administrators.tell"]


@pytest.mark.parametrize("error", ["restricted_action", "msg_too_long", "unsure", "guest", "public", "made_up"])
def test_what_was_given_up_is_said_to_be_on_record(database: Database, error: str) -> None:
    told = meet(database, "undelivered", error=error, post=lost_post(database))
    assert receivers(told) == ["U1", "U2"]
    with database.read() as session:
        assert "it is on record" in say(session, told[0])


def test_a_failure_is_told_once_a_day_too(database: Database) -> None:
    number = lost_post(database)
    meet(database, "undelivered", error="restricted_action", post=number)
    again = meet(database, "undelivered", error="restricted_action", post=number)
    assert again == []


def test_where_there_is_no_team_yet_the_inviter_hears_it(database: Database) -> None:
    number = lost_post(database, inviter="U2")
    told = meet(database, "undelivered", "C9", error="restricted_action", post=number)
    assert receivers(told) == ["U2"]


def test_a_look_that_failed_is_not_called_a_post(database: Database) -> None:
    told = meet(database, "undelivered", error="missing_scope", post=lost_post(database, Act.WORK))
    with database.read() as session:
        assert "look into" in say(session, told[0])
