"""PRV-60: words of a child in danger bring the crisis text at once, are kept restricted and posted nowhere."""

import pytest
from sqlmodel import Session, col, select

from handlers import table
from handlers.conversation import Refusal, Request
from storage.audit import AuditRow
from storage.checkins import Checkin, Restriction
from storage.database import Database
from storage.followups import Followup
from storage.outbox import Post
from storage.schools import School
from tests.cast import Cast
from tests.privacy import steps
from tests.privacy import world as w
from tests.privacy.attempts import words_of

DANGER = "she said she wants to kill herself"
ACT_NOW = "act now"
OWN_TEXT = "Ring the front office, extension 5."
EVERYBODY_ELSE = ("hale", "ortiz", "finch", "pell", "dean")


def type_in(session: Session, words: str, person: str = "ULOPEZ") -> str:
    session.get_one(School, 50001).crisis_text = OWN_TEXT
    session.flush()
    request = Request(person=person, now=w.NOW, channel=w.JUNIPER, words=words)
    try:
        return words_of(table.COMMANDS["/checkin"][table.ANYTHING].run(request, session))
    except Refusal as refusal:
        return words_of(refusal)


def kept_newly(session: Session) -> list[Checkin]:
    return list(session.exec(select(Checkin).where(col(Checkin.id) > w.BY_LEFT)).all())


def told_newly(session: Session) -> list[Post]:
    return list(session.exec(select(Post).where(col(Post.id) > w.SAID)).all())


@pytest.mark.parametrize("person", ["ULOPEZ", "UFINCH", "UBOTH"])
@pytest.mark.parametrize("words", [f"Quillon: {DANGER}", f"Quillon Zephyrane and Fennimore Oakmoss: {DANGER}"])
def test_prv_60_they_are_kept_restricted_whoever_writes_them_and_nobody_is_told(
    world: Database, person: str, words: str
) -> None:
    with w.undone(world) as session:
        said = type_in(session, words, person)
        assert "Kept restricted. Nobody has been told." in said
        assert said.index(OWN_TEXT) < said.index(DANGER)
        assert [one.restriction for one in kept_newly(session)] == [Restriction.SAFETY]
        assert told_newly(session) == []


@pytest.mark.parametrize("words", [DANGER, f"Brannick: {DANGER}", f"Q: {DANGER}"])
def test_prv_60_without_a_student_the_schools_own_text_still_comes_first(world: Database, words: str) -> None:
    with w.undone(world) as session:
        said = type_in(session, words)
        assert said.index(ACT_NOW) < said.index(OWN_TEXT) < said.index(DANGER)
        assert kept_newly(session) == []


@pytest.mark.parametrize("person", w.OUTSIDERS)
def test_prv_60_whoever_writes_them_reads_what_to_do(world: Database, person: str) -> None:
    with w.undone(world) as session:
        assert ACT_NOW in type_in(session, f"Quillon Zephyrane: {DANGER}", person)


@pytest.mark.parametrize("person", ["ULOPEZ", "UFINCH"])
def test_prv_60_in_the_form_the_text_waits_for_no_right_to_restrict(world: Database, person: str) -> None:
    filled = {"student": str(w.QUILLON), "text": "a hard day", "working": DANGER}
    with w.undone(world) as session:
        said = steps.send(session, "checkins.keep", person, {}, **filled, restricted=("restricted",))
        assert "Kept restricted." in said
        assert [one.restriction for one in kept_newly(session)] == [Restriction.SAFETY]


@pytest.mark.parametrize("wrong", [{"student": "1"}, {"follow_up": "call home", "owner": "UPELL"}])
def test_prv_60_a_form_that_is_handed_back_for_something_else_says_it_too(
    world: Database, wrong: dict[str, str]
) -> None:
    filled = {"student": str(w.QUILLON), "text": DANGER, **wrong}
    with w.undone(world) as session:
        said = steps.send(session, "checkins.keep", "ULOPEZ", {}, **filled)
        assert "Corrections" in said
        assert ACT_NOW in said


def test_prv_60_nobody_is_told_of_them_by_a_follow_up(world: Database) -> None:
    filled = {"student": str(w.QUILLON), "follow_up": DANGER, "owner": "UHALE"}
    with w.undone(world) as session:
        in_form = steps.send(session, "checkins.keep", "ULOPEZ", {}, **filled, text="a hard day")
        under_it = steps.send(session, "followups.promise", "ULOPEZ", {"checkin": w.PLAIN}, **filled)
        assert ACT_NOW in in_form
        assert ACT_NOW in under_it
        assert session.exec(select(Followup).where(Followup.text == DANGER)).all() == []
        assert told_newly(session) == []


def test_prv_60_the_counselor_hears_no_word_and_no_name(world: Database) -> None:
    with w.undone(world) as session:
        assert "<@UORTIZ>" in steps.press(session, "checkins.tell_counselor", "ULOPEZ", checkin=w.SAFETY)
        (told,) = told_newly(session)
        assert (told.person_id, told.ids) == ("UORTIZ", {"author": "ULOPEZ"})
        heard = steps.hear(session, told.about, "UORTIZ", **told.ids)
        assert "Quillon" not in heard
        assert "kill" not in heard
        row = session.exec(select(AuditRow).order_by(col(AuditRow.id).desc())).first()
        assert row is not None
        assert (row.action, row.student_id, row.object_id) == (
            "checkins.tell_counselor",
            w.QUILLON,
            f"checkin:{w.SAFETY}",
        )


def test_prv_60_the_bot_says_that_it_judges_nothing_and_that_telling_it_is_no_report(world: Database) -> None:
    with world.read() as session:
        home = steps.home_of(session, "ULOPEZ")
    assert "It does not judge risk" in home
    assert "never done by telling Roundtable" in home


def test_prv_60_what_is_told_in_a_direct_message_or_a_mention_is_answered_first(cast: Cast) -> None:
    cast.lopez.types(f"Maya T: {DANGER}")
    cast.lopez.waits_for(ACT_NOW)
    cast.lopez.types(f"@roundtable {DANGER}", channel=cast.juniper)
    cast.lopez.waits_for(ACT_NOW, cast.juniper)
    assert all(ACT_NOW not in getattr(cast, name).everything() for name in EVERYBODY_ELSE)


@pytest.mark.parametrize("words", [f"Maya T: {DANGER} " + "a" * 3000, f"Maya T: {DANGER}"])
def test_prv_60_what_cannot_be_kept_is_answered_with_it_too(cast: Cast, words: str) -> None:
    if len(words) < 3000:
        cast.sandbox.fail("users.conversations", "error", error="fatal_error")
    said = cast.lopez.types(f"/checkin {words}", channel=cast.juniper).text
    assert ACT_NOW in said
    assert "Your words, to copy" in said
