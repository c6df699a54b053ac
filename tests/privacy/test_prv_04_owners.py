"""PRV-04: nobody goes on having a follow-up for a student whom they may not see any more."""

from sqlmodel import Session, col, select

from handlers import table
from handlers.conversation import Request
from storage import people
from storage.database import Database
from storage.followups import Asking, Followup
from storage.outbox import Post
from storage.people import Channel
from storage.students import TeamStudent
from tests.privacy import steps
from tests.privacy import world as w

IDS = {"followup": w.FOLLOWUP, "student": w.QUILLON}
OFF = {"student": w.QUILLON, "team": w.JUNIPER_TEAM}


def told(session: Session, about: str) -> set[str]:
    return {row.person_id for row in session.exec(select(Post).where(col(Post.about) == about)).all()}


def also_on_birch(session: Session) -> None:
    """Birch's lead sees Quillon too; Hale, who has the follow-up, is not in that channel."""
    session.add(TeamStudent(team_id=w.BIRCH_TEAM, student_id=w.QUILLON, added_by="UPELL", added_at=w.NOW))
    session.flush()


def test_prv_04_what_was_done_and_is_opened_again_is_not_given_to_an_owner_who_left_meanwhile(world: Database) -> None:
    with w.undone(world) as session:
        steps.press(session, "followups.done", "ULOPEZ", **IDS)
        people.leave(session, w.JUNIPER, "UHALE")
        said = steps.press(session, "followups.undo", "ULOPEZ", **IDS)
        row = session.get_one(Followup, w.FOLLOWUP)
        assert (row.done_at, row.owner_id, row.asks_for_owner) == (None, "", Asking.OWNER_LEFT)
        assert "I'll take it" in said


def test_prv_04_a_student_taken_off_a_team_leaves_its_members_follow_ups_behind(world: Database) -> None:
    with w.undone(world) as session:
        also_on_birch(session)
        steps.press(session, "students.remove", "UHALE", **OFF)
        row = session.get_one(Followup, w.FOLLOWUP)
        assert (row.owner_id, row.asks_for_owner) == ("", Asking.OWNER_LEFT)
        assert told(session, "followups.owner_left") == {"UPELL"}
        assert "otter promise" in steps.hear(session, "followups.owner_left", "UPELL", gone="UHALE")


def test_prv_04_whoever_sees_the_student_through_another_team_keeps_theirs(world: Database) -> None:
    with w.undone(world) as session:
        also_on_birch(session)
        row = session.get_one(Followup, w.FOLLOWUP)
        row.owner_id = "UBOTH"
        steps.press(session, "students.remove", "UHALE", **OFF)
        assert (row.owner_id, row.asks_for_owner) == ("UBOTH", None)


def test_prv_04_homes_forget_at_once_a_student_taken_off_the_team(world: Database) -> None:
    with w.undone(world) as session:
        also_on_birch(session)
        steps.press(session, "students.remove", "UHALE", **OFF)
        assert told(session, "home.show") == {"UHALE", "ULOPEZ", "UORTIZ", "UFINCH"}  # and not of who sees them still
        assert "Quillon" not in steps.home_of(session, "ULOPEZ")


def test_prv_04_homes_forget_at_once_the_students_of_a_channel_that_turned_public(world: Database) -> None:
    with w.undone(world) as session:
        session.get_one(Channel, w.JUNIPER).is_private = False
        session.flush()
        turned = Request("", w.NOW, w.JUNIPER, ids={"error": "public", "changed": 1})
        table.EVENTS["looked_again"].run(turned, session)
        assert told(session, "home.show") >= {"UHALE", "ULOPEZ", "UBOTH"}
        assert "Quillon" not in steps.home_of(session, "ULOPEZ")
