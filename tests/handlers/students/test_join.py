"""Two records under one school ID: asked about silently, joined or kept apart."""

from typing import Any

import pytest
from sqlmodel import select

from sandbox.came import Came
from sandbox.visitor import Visitor
from sandbox.wire import Json
from storage import checkins, followups, people, roles, schools, students
from storage.checkins import Checkin, Restriction
from storage.followups import Followup
from storage.roles import RoleHolder
from storage.schools import School
from storage.students import Student
from tests.cast import Cast
from tests.handlers.students import steps

ASKS = "under the school ID of"


@pytest.fixture
def known(cast: Cast) -> int:
    """Orson of the Birch team, on record under the school's number."""
    return cast.add_student("Orson Quill", steps.team_in(cast, cast.birch), school_ref="4711", preferred_name="Ory")


def _add(cast: Cast, first: str = "Orson", last: str = "Quill", **more: Any) -> Came:
    return steps.add(cast.hale, cast.juniper, first, last, School_ID="4711", **more)


def _asked(who: Visitor) -> Json:
    return who.waits_for(ASKS)


def _typed(cast: Cast) -> Student:
    return steps.list_students(cast)[-1]


def test_the_known_students_lead_is_asked_and_the_adder_hears_the_usual_words(cast: Cast, known: int) -> None:
    steps.add(cast.hale, cast.juniper, "Tam", "Reed", School_ID="4712")
    usual = cast.hale.text_of(cast.hale.waits_for("*Tam R.* is on", cast.juniper))
    _add(cast)
    said = cast.hale.text_of(cast.hale.waits_for("*Orson Q.* is on", cast.juniper))
    assert said == usual.replace("Tam R.", "Orson Q.")
    _asked(cast.pell)
    steps.everything_sent(cast)
    assert "join" not in cast.hale.everything()


def test_whoever_is_asked_reads_no_name_but_of_their_own_student(cast: Cast, known: int) -> None:
    _add(cast, "Wilhelmina", "Dusk")
    text = cast.pell.text_of(_asked(cast.pell))
    assert "*Ory Q.*, whom you look after" in text
    assert "another one" in text
    assert "Wilhelmina" not in cast.pell.everything()
    assert "Dusk" not in cast.pell.everything()
    assert not any("Ory" in preview for preview in cast.pell.notifications())


def test_a_preferred_name_counts_as_the_same_name(cast: Cast, known: int) -> None:
    _add(cast, "Ory", "Quill")
    assert "The name they typed is the same." in cast.pell.text_of(_asked(cast.pell))


def test_joined_records_are_one_for_both_teams(cast: Cast, known: int) -> None:
    _add(cast, Nicknames="Ozzie", Grade="Grade 5")
    typed = _typed(cast)
    cast.hale.types("/checkin Orson Quill: finished the map", cast.juniper)
    cast.pell.presses("Same student: join", _asked(cast.pell))
    cast.pell.waits_for("Joined: there is one record now")
    cast.hale.waits_for("The school already had a record of *Ory Q.*")
    kept = steps.find_student(cast, "Orson", "Quill")
    assert kept.id == known
    assert (kept.grade, kept.nicknames) == ("05", "Ozzie")
    assert "ozzie" in steps.keys_to(cast, known)
    assert steps.keys_to(cast, typed.id) == set()
    assert "Orson Quill" in steps.names_on(cast, steps.team_in(cast, cast.juniper))
    with cast.bot.database.read() as session:
        assert [one.text for one in checkins.list_recent(session, cast.key_to(known))] == ["finished the map"]
    assert {row.student_id for row in steps.audited(cast, "students.join")} == {known, typed.id}


def test_kept_apart_stays_two_records_and_nobody_else_hears(cast: Cast, known: int) -> None:
    _add(cast)
    cast.pell.presses("Different student", _asked(cast.pell))
    cast.pell.waits_for("Kept apart")
    steps.everything_sent(cast)
    assert [row.first_name for row in steps.list_students(cast)].count("Orson") == 2
    assert "record" not in cast.hale.everything().replace("school record", "")
    (request,) = steps.requests_on(cast)
    assert (request.joined, request.decided_by) == (False, cast.people["pell"].id)


def test_a_student_of_no_team_is_for_an_administrator_who_reads_no_name(cast: Cast) -> None:
    imported = cast.add_student("Orson Quill", school_ref="4711", imported=True)
    _add(cast)
    asked = _asked(cast.dean)
    assert "a student on record with no team" in cast.dean.text_of(asked)
    assert "Orson" not in cast.dean.everything()
    cast.dean.presses("Same student: join", asked)
    cast.hale.waits_for("The school already had a record")
    assert steps.names_on(cast, steps.team_in(cast, cast.juniper)) >= {"Orson Quill"}
    assert steps.find_student(cast, "Orson", "Quill").id == imported


def test_a_decision_is_made_once(cast: Cast, known: int) -> None:
    cast.sandbox.invite(cast.birch, cast.people["lopez"])
    steps.also_leads(cast, "lopez", steps.team_in(cast, cast.birch))
    _add(cast)
    asked = _asked(cast.lopez)
    cast.pell.presses("Different student", _asked(cast.pell))
    again = cast.lopez.presses("Same student: join", asked)
    assert "decided already" in again.text
    assert len(steps.list_students(cast)) == 5


def test_who_no_longer_leads_decides_nothing(cast: Cast, known: int) -> None:
    _add(cast)
    asked = _asked(cast.pell)
    cast.sandbox.remove(cast.birch, cast.people["pell"])
    steps.wait_until(lambda: cast.people["pell"].id not in _members(cast))
    assert "not yours to decide" in cast.pell.presses("Same student: join", asked).text
    assert len(steps.list_students(cast)) == 5


def test_another_school_with_the_same_number_is_another_student(cast: Cast) -> None:
    with cast.bot.database.write() as session:
        other = schools.add_school(session, School(name="Far Away Hill"))
        far = Student(
            school_id=other.id, school_ref="4711", first_name="Orson", last_name="Quill", added_by="x",
            added_at=cast.sandbox.now(),
        )  # fmt: skip
        students.add_student(session, far, ["orson"])
    _add(cast)
    steps.everything_sent(cast)
    assert steps.requests_on(cast) == []


def test_everything_about_the_student_moves(cast: Cast, known: int) -> None:
    """Check-ins, one of them about both; follow-ups; roles, one of them held on both sides."""
    _add(cast, Case_manager=cast.people["lopez"].id)
    typed = _typed(cast)
    now = cast.sandbox.now()
    both = (cast.key_to(known), cast.key_to(typed.id))
    with cast.bot.database.write() as session:
        about_both = checkins.add_checkin(session, Checkin(author_id="A", text="both", made_at=now), both)
        hidden = Checkin(author_id="A", text="hidden", made_at=now, restriction=Restriction.AUTHOR)
        checkins.add_checkin(session, hidden, both[1:])
        promised = Followup(
            student_id=typed.id, text="call", owner_id="A", due_on=now.date(), promised_by="A", promised_at=now
        )
        followups.add_followup(session, promised)
        managing = RoleHolder(student_id=known, role=roles.CASE_MANAGER, holder_id="P", since=now, set_by="P")
        roles.hold(session, managing)
        roles.hold(session, RoleHolder(student_id=typed.id, role="data", holder_id="D", since=now, set_by="P"))
    cast.pell.presses("Same student: join", _asked(cast.pell))
    assert {(held.role, held.holder_id) for held in steps.roles_of(cast, known)} == {
        (roles.CASE_MANAGER, "P"),
        ("data", "D"),
    }
    with cast.bot.database.read() as session:
        assert checkins.list_student_ids(session, about_both) == [known]
        assert [one.text for one in followups.list_open(session, cast.key_to(known))] == ["call"]
        ended = session.exec(select(RoleHolder).where(RoleHolder.holder_id == cast.people["lopez"].id)).one()
        assert ended.until is not None
        assert session.exec(select(Student).where(Student.id == typed.id)).first() is None


def test_many_requests_fit_into_one_message(cast: Cast) -> None:
    birch = steps.team_in(cast, cast.birch)
    for number in range(20):
        cast.add_student(f"Twin{number} Moss", birch, school_ref="4711")
    _add(cast)
    asked = _asked(cast.pell)
    assert "5 more are asked about once these are decided" in cast.pell.text_of(asked)


def _members(cast: Cast) -> set[str]:
    with cast.bot.database.read() as session:
        return set(people.list_members(session, cast.birch.id))
