"""PRV-02: words on two students show each reader only their own; the other one is "another student"."""

import pytest
from sqlmodel import Session, col, select

from storage import people
from storage.checkins import Checkin
from storage.database import Database
from storage.outbox import Post
from tests.privacy import steps
from tests.privacy import world as w

ANOTHER = "another student"
OF_JUNIPER, OF_BIRCH = ("Quillon", "Zephyrane"), ("Zadie", "Pike")
IN = {
    w.JUNIPER: (w.JUNIPER_TEAM, OF_JUNIPER, OF_BIRCH),
    w.BIRCH: (w.BIRCH_TEAM, OF_BIRCH, OF_JUNIPER),
}


def reword(session: Session, number: int, words: str, working: str = "") -> None:
    checkin = session.get_one(Checkin, number)
    checkin.text, checkin.working = words, working
    session.flush()


@pytest.mark.parametrize("channel", IN)
def test_prv_02_each_team_reads_its_own_student_and_another_student(world: Database, channel: str) -> None:
    team, own, others = IN[channel]
    with w.undone(world) as session:
        reword(session, w.TOGETHER, "Quillon Zephyrane hit Zadie Pike", "Zadie's timer; Quillby's card")
        said = steps.read_in_channel(session, channel, w.TOGETHER, team)
        assert own[0] in said
        assert said.count(ANOTHER) == 3
        assert [name for name in others if name in said] == []


@pytest.mark.parametrize(
    ("channel", "others"), [(w.JUNIPER, ("Zaddie", "Pyke", "Pike")), (w.BIRCH, ("Quilon", "Zephyrrane", "Zephyrane"))]
)
def test_prv_02_a_slip_of_the_pen_and_a_surname_alone_do_not_give_the_other_away(
    world: Database, channel: str, others: tuple[str, ...]
) -> None:
    with w.undone(world) as session:
        reword(session, w.TOGETHER, "Quilon Zephyrrane and Zaddie Pyke. Then Pike and Zephyrane again.")
        said = steps.read_in_channel(session, channel, w.TOGETHER, IN[channel][0])
        assert [name for name in others if name in said] == []


def test_prv_02_it_is_posted_nowhere_until_it_is_split_and_each_half_names_one(world: Database) -> None:
    with w.undone(world) as session:
        reword(session, w.TOGETHER, "Quillon Zephyrane and Zadie Pike built a bridge")
        steps.press(session, "checkins.split", "UBOTH", checkin=w.TOGETHER)
        halves = session.exec(select(Checkin).order_by(col(Checkin.id).desc()).limit(2)).all()
        assert sorted(half.text for half in halves) == [
            f"Quillon Zephyrane and {ANOTHER} built a bridge",
            f"{ANOTHER} and Zadie Pike built a bridge",
        ]
        told = session.exec(select(Post).where(Post.subject == f"checkin:{w.TOGETHER}")).all()
        assert told == []


def test_prv_02_its_author_reads_another_student_once_one_team_is_left(world: Database) -> None:
    with w.undone(world) as session:
        people.leave(session, w.BIRCH, "UBOTH")
        said = steps.hear(session, "checkins.kept", "UBOTH", checkin=w.TOGETHER)
        assert "Quillon" in said
        assert ANOTHER in said
        assert "Pike" not in said


def test_prv_02_who_is_named_in_passing_is_another_student_to_a_team_that_does_not_support_them(
    world: Database,
) -> None:
    with w.undone(world) as session:
        session.get_one(Checkin, w.PLAIN).author_id = "UBOTH"
        reword(session, w.PLAIN, "shared a book with Zadie Pike and Fennimore")
        said = steps.read_in_channel(session, w.JUNIPER, w.PLAIN, w.JUNIPER_TEAM)
        assert f"shared a book with {ANOTHER} and Fennimore" in said
