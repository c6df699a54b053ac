"""PRV-06: a restricted check-in shows to its author and the holders named, and is nowhere else."""

import pytest
from sqlmodel import Session, col, select

from handlers import doors
from handlers.checkins.reader import may_read
from handlers.conversation import Field, Request
from storage import checkins
from storage.checkins import Checkin, Restriction
from storage.database import Database
from storage.outbox import Post
from tests.privacy import steps
from tests.privacy import world as w

SEALED = {w.RESTRICTED: "sealed otter words", w.SAFETY: "kill himself otter"}


def newest(session: Session, count: int) -> list[Checkin]:
    return list(session.exec(select(Checkin).order_by(col(Checkin.id).desc()).limit(count)).all())


def told_of(session: Session, checkin: Checkin) -> list[Post]:
    """Rows of the outbox that tell others of it."""
    return list(session.exec(select(Post).where(Post.subject == f"checkin:{checkin.id}")).all())


@pytest.mark.parametrize("checkin", SEALED)
def test_prv_06_it_is_read_by_its_author_the_leads_and_the_counselor_alone(world: Database, checkin: int) -> None:
    with world.read() as session:
        found = session.get_one(Checkin, checkin)
        keys = {one: doors.access_students(session, Request(person=one, now=w.NOW)) for one in w.MEMBERS}
        readers = {one for one, held in keys.items() if may_read(found, one, held.keys[w.QUILLON].restricted_teams)}
        listed = {one for one, held in keys.items() if found in checkins.list_recent(session, held.keys[w.QUILLON])}
    assert readers == listed == {"ULOPEZ", "UHALE", "UORTIZ"}


@pytest.mark.parametrize("checkin", SEALED)
def test_prv_06_the_channel_never_hears_it_whatever_row_asks_for_it(world: Database, checkin: int) -> None:
    with world.read() as session:
        assert steps.read_in_channel(session, w.JUNIPER, checkin, w.JUNIPER_TEAM) == "Quiet()"


@pytest.mark.parametrize("person", [*w.MEMBERS, *w.OUTSIDERS])
def test_prv_06_home_shows_it_to_its_author_alone(world: Database, person: str) -> None:
    with world.read() as session:
        home = steps.home_of(session, person)
    assert any(words in home for words in SEALED.values()) == (person == "ULOPEZ")


def test_prv_06_home_counts_no_restricted_check_in_as_the_last_one(world: Database) -> None:
    with w.undone(world) as session:
        for number in (w.PLAIN, w.BY_LEFT, w.TOGETHER):
            session.delete(session.get_one(Checkin, number))
        session.flush()
        assert "last check-in" not in steps.home_of(session, "UFINCH")


@pytest.mark.parametrize("person", [one for one in (*w.MEMBERS, *w.OUTSIDERS) if one != "ULOPEZ"])
@pytest.mark.parametrize("said", ["checkins.kept", "checkins.draft"])
def test_prv_06_a_confirmation_said_again_is_the_authors_alone(world: Database, person: str, said: str) -> None:
    with world.read() as session:
        for checkin in SEALED:
            assert "otter" not in steps.hear(session, said, person, checkin=checkin, draft=w.DRAFT)


@pytest.mark.parametrize("kind", [Restriction.AUTHOR, Restriction.SAFETY])
def test_prv_06_split_keeps_both_halves_restricted(world: Database, kind: Restriction) -> None:
    with w.undone(world) as session:
        session.get_one(Checkin, w.TOGETHER).restriction = kind
        assert "Two check-ins are kept" in steps.press(session, "checkins.split", "UBOTH", checkin=w.TOGETHER)
        halves = newest(session, 2)
        assert [half.restriction for half in halves] == [kind, kind]
        assert [told_of(session, half) for half in halves] == [[], []]


@pytest.mark.parametrize("checkin", SEALED)
def test_prv_06_keep_both_keeps_the_second_as_restricted_and_in_the_same_team(world: Database, checkin: int) -> None:
    with w.undone(world) as session:
        first = session.get_one(Checkin, checkin)
        steps.press(session, "checkins.keep_both", "ULOPEZ", checkin=checkin)
        (second,) = newest(session, 1)
        assert (second.restriction, second.team_id) == (first.restriction, first.team_id)
        assert told_of(session, second) == []


@pytest.mark.parametrize("checkin", SEALED)
def test_prv_06_editing_undoing_and_withdrawing_it_tell_nobody(world: Database, checkin: int) -> None:
    with w.undone(world) as session:
        for verb in ("checkins.change", "checkins.withdraw"):
            steps.send(session, verb, "ULOPEZ", {"checkin": checkin}, text="other words", working="")
        steps.press(session, "checkins.undo", "ULOPEZ", checkin=checkin)
        assert told_of(session, session.get_one(Checkin, checkin)) == []


def test_prv_06_choosing_its_team_posts_nothing_and_the_button_says_so(world: Database) -> None:
    with w.undone(world) as session:
        session.get_one(Checkin, w.RESTRICTED).team_id = None
        steps.press(session, "checkins.post_in", "ULOPEZ", checkin=w.RESTRICTED, team=w.JUNIPER_TEAM)
        assert told_of(session, session.get_one(Checkin, w.RESTRICTED)) == []


def test_prv_06_who_may_not_restrict_is_refused_with_another_way_and_nothing_is_kept(world: Database) -> None:
    with w.undone(world) as session:
        before = newest(session, 1)
        filled: dict[str, Field] = {"student": str(w.QUILLON), "text": "a quiet word", "restricted": ("restricted",)}
        refused = steps.send(session, "checkins.keep", "UBOTH", {"channel": w.JUNIPER}, **filled)
        assert "Tell the counselor" in refused
        assert newest(session, 1) == before
