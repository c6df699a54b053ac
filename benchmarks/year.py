"""A year of a district's check-ins, made inside the database in one go, beside the cast's two teams."""

from datetime import UTC, datetime

from sqlmodel import Session

from handlers.known import known_of
from handlers.rules.names import keys_of
from storage.checkins import Topic
from storage.database import Database
from storage.rows import lay_down, lay_down_plain
from storage.students import NameKey, Student, TeamStudent
from storage.teams import Team

FIRST = ["Alder", "Briar", "Cedar", "Dahlia", "Elm", "Fern", "Garnet", "Hazel", "Iris", "Jasper", "Lark", "Moss"]
LAST = ["Quillby", "Rookwood", "Sandpiper", "Thistledown", "Umberfield", "Vetchley", "Wrenfield", "Yarrowby"]
BEGAN = datetime(2026, 1, 5, 15, tzinfo=UTC)

# SQLite counts to 200,000 itself in seconds; from Python each row would go through the engine.
NUMBERS = "WITH RECURSIVE year(n) AS (VALUES (:first) UNION ALL SELECT n + 1 FROM year WHERE n < :last)"
MADE_AT = "strftime('%Y-%m-%d %H:%M:%f', '2026-01-05 15:00', '+' || (n % 500000) || ' minutes') || '000'"
TOPIC = f"CASE n % {len(Topic)} " + " ".join(f"WHEN {at} THEN '{topic}'" for at, topic in enumerate(Topic)) + " END"
CHECKINS = f"""
    INSERT INTO checkins
        (id, author_id, topic, text, working, made_at, made_in, restriction, source_link, revision, mark)
    {NUMBERS}
    SELECT n, 'UYEAR' || (n % 300), {TOPIC},
        'Worked ' || (n % 40 + 1) || ' minutes with the timer, then asked for the next page. #' || n,
        '', {MADE_AT}, '', 'none', '', 1, 0
    FROM year
"""
ABOUT = f"""
    INSERT INTO checkin_students (student_id, checkin_id)
    {NUMBERS} SELECT :student + n % :students, n FROM year
"""
SENT = f"""
    INSERT INTO outbox
        (queue, act, about, ids, subject, tells_of_students, made_at, not_before, state, attempts, ts,
         person_id, channel_id, sent_to, because)
    {NUMBERS}
    SELECT printf('CYEAR%05d', n % :teams), 'say', 'checkins.update',
        printf('{{"checkin": %d, "team": %d}}', n, :team + n % :teams), 'checkin:' || n, 1, {MADE_AT}, {MADE_AT},
        'sent', 1, '1.' || n, '', '', '', ''
    FROM year
"""


def lay_in(database: Database, school_id: int, checkins: int, students: int = 2000, teams: int = 40) -> None:
    """That many check-ins over that many students and teams, spread over a school year."""
    with database.write() as session:
        team, *_ = [_add_team(session, school_id, number) for number in range(teams)]
        student, *_ = [_add_student(session, school_id, number, team + number % teams) for number in range(students)]
        connection = session.connection()
        first = (connection.exec_driver_sql("SELECT max(id) FROM checkins").scalar() or 0) + 1
        given = {"first": first, "last": first + checkins - 1, "student": student, "students": students}
        for filling in (CHECKINS, ABOUT, SENT):
            connection.exec_driver_sql(filling, {**given, "team": team, "teams": teams})


def _add_team(session: Session, school_id: int, number: int) -> int:
    row = {
        "school_id": school_id,
        "channel_id": f"CYEAR{number:05d}",
        "name": f"Team {number}",
        "time_zone": "America/Chicago",
        "set_up_by": "UYEAR",
        "set_up_at": BEGAN,
    }
    return int(lay_down_plain(session, Team, row))


def _add_student(session: Session, school_id: int, number: int, team_id: int) -> int:
    row = Student(
        school_id=school_id,
        school_ref=f"Y{number:06d}",
        first_name=FIRST[number % len(FIRST)] + "abcdefghij"[number // 7 % 10],
        last_name=f"{LAST[number % len(LAST)]}{number // 97}",
        added_by="UYEAR",
        added_at=BEGAN,
    )
    lay_down(session, row)
    for key in sorted(keys_of(known_of(row))):
        lay_down_plain(session, NameKey, {"key": key, "student_id": row.id})
    on_team = {"team_id": team_id, "student_id": row.id, "added_by": "UYEAR", "added_at": BEGAN}
    lay_down_plain(session, TeamStudent, on_team)
    return row.id
