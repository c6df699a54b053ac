"""PRV-04: access ends with membership, at the next request; nothing is held against Slack's word for over a minute."""

import pytest
from sqlmodel import Session, col, select

from handlers import doors
from handlers.conversation import Request
from storage import people
from storage.audit import AuditRow
from storage.checkins import Checkin
from storage.database import Database
from storage.followups import Followup
from storage.people import Channel
from tests.bot import payload_shapes as shapes
from tests.cast import Cast
from tests.privacy import steps
from tests.privacy import world as w

OWN_BUTTONS = (
    "checkins.edit",
    "checkins.undo",
    "checkins.post_in",
    "checkins.split",
    "checkins.keep_both",
    "checkins.treat_as_usual",
    "followups.add",
)
OWN_FORMS = ("checkins.change", "checkins.withdraw")


def try_all(session: Session, person: str, checkin: int) -> str:
    """Every button and form on one's own check-in."""
    pressed = [steps.press(session, name, person, checkin=checkin) for name in OWN_BUTTONS]
    sent = [steps.send(session, name, person, {"checkin": checkin}, text="x", working="") for name in OWN_FORMS]
    return " ".join([*pressed, *sent, steps.hear(session, "checkins.kept", person, checkin=checkin)])


def test_prv_04_who_left_does_nothing_more_with_their_own_check_in_and_reads_no_word_of_it(world: Database) -> None:
    with w.undone(world) as session:
        answers = try_all(session, "ULEFT", w.BY_LEFT)
        kept = session.get_one(Checkin, w.BY_LEFT)
        assert "otter" not in answers
        assert "Quillon" not in answers
        assert (kept.text, kept.undone_at, kept.withdrawn_at) == ("parted otter words", None, None)


def test_prv_04_who_left_one_students_team_no_longer_reads_words_that_name_them_both(world: Database) -> None:
    with w.undone(world) as session:
        people.leave(session, w.JUNIPER, "UBOTH")
        answers = try_all(session, "UBOTH", w.TOGETHER)
        assert "Quillon" not in answers
        assert "Zephyrane" not in answers
        assert session.get_one(Checkin, w.TOGETHER).undone_at is None


def test_prv_04_home_forgets_the_students_and_the_own_check_ins_of_a_team_that_was_left(world: Database) -> None:
    with w.undone(world) as session:
        assert "Quillon" in steps.home_of(session, "UBOTH")
        people.leave(session, w.JUNIPER, "UBOTH")
        home = steps.home_of(session, "UBOTH")
        assert "Zadie" in home
        assert "Quillon" not in home
        assert "paired otter words" not in home


def test_prv_04_a_follow_up_given_before_leaving_is_not_told_after(world: Database) -> None:
    ids = {"student": w.QUILLON, "followup": w.FOLLOWUP}
    with w.undone(world) as session:
        assert "otter promise" in steps.hear(session, "followups.given", "UHALE", **ids)
        people.leave(session, w.JUNIPER, "UHALE")
        assert "otter promise" not in steps.hear(session, "followups.given", "UHALE", **ids)


def test_prv_04_a_channel_turned_public_opens_nothing_to_anybody_in_it(world: Database) -> None:
    with w.undone(world) as session:
        session.get_one(Channel, w.JUNIPER).is_private = False
        session.flush()
        assert not doors.access_students(session, Request(person="UHALE", now=w.NOW))


def test_prv_04_a_follow_up_is_tied_to_no_check_in_but_ones_own_on_that_student(world: Database) -> None:
    with w.undone(world) as session:
        for forged in (w.PLAIN, w.TOGETHER, 99999):
            ids = {"checkin": forged}
            steps.send(session, "followups.promise", "UPELL", ids, student=str(w.ZADIE), follow_up="a promise")
        made = session.exec(select(Followup).where(Followup.promised_by == "UPELL")).all()
        assert [one.checkin_id for one in made] == [None, None, None]
        rows = session.exec(select(AuditRow).where(col(AuditRow.student_id) == w.QUILLON)).all()
        assert rows == []


def reads_about_maya(cast: Cast, name: str) -> bool:
    """By command, menu and Home: whether anything of Maya comes back that was not typed."""
    who = getattr(cast, name)
    typed = who.types("/checkin Maya: read two pages").text
    form = who.types("/checkin").view
    assert form is not None
    offered = who.options(form, "Student", "maya")
    return "Maya T." in typed or bool(offered) or "Maya" in who.text_of(who.opens_home())


@pytest.mark.parametrize("way", ["leaves", "is removed"])
def test_prv_04_access_ends_at_once_when_slack_tells_of_the_leaving(cast: Cast, way: str) -> None:
    assert reads_about_maya(cast, "lopez")
    cast.sandbox.remove(cast.juniper, cast.people["lopez"])
    cast.sandbox.settle()
    assert not reads_about_maya(cast, "lopez")


def test_prv_04_access_ends_within_a_minute_when_slack_tells_nothing(cast: Cast) -> None:
    assert reads_about_maya(cast, "lopez")
    cast.juniper.member_ids.remove(cast.people["lopez"].id)  # as where the event is lost
    cast.forward(minutes=1)
    assert not reads_about_maya(cast, "lopez")


@pytest.mark.parametrize("words", ["finished 2 of 3 tasks", "she wants to kill herself"])
def test_prv_04_a_command_delivered_again_after_leaving_brings_nothing_back(cast: Cast, words: str) -> None:
    lopez = cast.people["lopez"]
    said = shapes.command(f"Maya T: {words}", user=lopez.id, channel=cast.juniper.id)
    assert words in str(cast.bot.app.hear(said).body)
    assert words in str(cast.bot.app.hear(said).body)
    cast.sandbox.remove(cast.juniper, lopez)
    cast.sandbox.settle()
    again = str(cast.bot.app.hear(said).body)
    assert "no longer there" in again
    assert words not in again
