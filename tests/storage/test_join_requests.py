"""Moving one student's records to another's, whatever tables there are."""

from datetime import UTC, datetime

from sqlmodel import col, select

from storage import join_requests, schools, students, teams
from storage.database import Database
from storage.join_requests import JoinRequest
from storage.schema import SCHEMA
from storage.schools import School
from storage.students import NameKey, Student, TeamStudent
from storage.teams import Team

NOW = datetime(2026, 9, 7, 12, tzinfo=UTC)


def _make(database: Database, count: int) -> tuple[Team, list[Student]]:
    with database.write() as session:
        school = schools.add_school(session, School(name="Juniper Hollow"))
        team = Team(
            school_id=school.id, channel_id="C1", name="Juniper", time_zone="UTC", set_up_by="U1", set_up_at=NOW
        )
        teams.add_team(session, team, ["U1"])
        made = [
            Student(school_id=school.id, first_name=f"Ova{number}", last_name="Moss", added_by="U1", added_at=NOW)
            for number in range(count)
        ]
        for student in made:
            students.add_student(session, student, {"moss", student.first_name})
            students.put_on_team(session, team.id, student.id, "U1", NOW)
        return team, made


def _ask(database: Database, team: Team, new: Student, known: Student) -> int:
    with database.write() as session:
        asked = JoinRequest(student_id=new.id, known_id=known.id, team_id=team.id, asked_by="U1", asked_at=NOW)
        return join_requests.add_request(session, asked).id


def _move(database: Database, kept: Student, given_up: Student) -> None:
    with database.write() as session:
        pair = session.get_one(Student, kept.id), session.get_one(Student, given_up.id)
        join_requests.move_records(session, *pair, NOW)


def test_nothing_points_at_the_student_given_up(database: Database) -> None:
    _, (kept, given_up) = _make(database, 2)
    _move(database, kept, given_up)
    with database.read() as session:
        for table in SCHEMA.sorted_tables:
            about = [
                one for one in table.columns if any(key.target_fullname == "students.id" for key in one.foreign_keys)
            ]
            for column in about:
                assert session.execute(select(column).where(column == given_up.id)).first() is None, column
        assert len(session.exec(select(TeamStudent)).all()) == 1
        assert set(session.exec(select(NameKey.key).where(NameKey.student_id == kept.id))) >= {"moss", "Ova1"}


def test_the_id_of_a_student_given_up_is_never_given_again(database: Database) -> None:
    _, (kept, given_up) = _make(database, 2)
    _move(database, kept, given_up)
    _, (new,) = _make_another(database)
    assert new.id > given_up.id


def test_what_was_asked_about_a_third_goes_on_and_what_was_asked_of_the_two_is_settled(database: Database) -> None:
    team, (kept, given_up, third) = _make(database, 3)
    _ask(database, team, given_up, kept)
    with_third = _ask(database, team, given_up, third)
    of_third = _ask(database, team, third, given_up)
    _move(database, kept, given_up)
    with database.read() as session:
        rows = {row.id: row for row in session.exec(select(JoinRequest).order_by(col(JoinRequest.id)))}
        assert {row.id for row in join_requests.list_untold(session)} == {with_third, of_third}
        assert (rows[with_third].student_id, rows[with_third].known_id) == (kept.id, third.id)
        assert (rows[of_third].student_id, rows[of_third].known_id) == (third.id, kept.id)


def _make_another(database: Database) -> tuple[int, list[Student]]:
    with database.write() as session:
        school = schools.list_schools(session)[0]
        made = Student(school_id=school.id, first_name="Tam", last_name="Reed", added_by="U1", added_at=NOW)
        return school.id, [students.add_student(session, made, {"tam"})]
