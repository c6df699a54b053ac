"""A year of a district's check-ins, laid into a database in one go, with the cast's two teams among them."""

import random
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from handlers.known import known_of
from handlers.rules.names import keys_of
from storage.checkins import Checkin, CheckinStudent, Restriction, Topic
from storage.database import Database
from storage.outbox import Act, Post, State
from storage.students import NameKey, Student, TeamStudent
from storage.teams import Team

FIRST = ["Alder", "Briar", "Cedar", "Dahlia", "Elm", "Fern", "Garnet", "Hazel", "Iris", "Jasper", "Lark", "Moss"]
LAST = ["Quillby", "Rookwood", "Sandpiper", "Thistledown", "Umberfield", "Vetchley", "Wrenfield", "Yarrowby"]


def lay_in(
    database: Database, school_id: int, checkins: int, students_count: int = 2000, teams_count: int = 40
) -> None:
    """That many check-ins over that many students and teams, spread over a school year."""
    chance = random.Random(7)
    began = datetime(2026, 1, 5, 15, tzinfo=UTC)
    with database.write() as session:
        connection = session.connection()
        team_ids = [_add_team(connection, school_id, number, began) for number in range(teams_count)]
        student_ids = [_add_student(connection, school_id, number, began, team_ids) for number in range(students_count)]
        first_id = (connection.execute(sa.select(sa.func.max(Checkin.id))).scalar() or 0) + 1
        numbers = range(first_id, first_id + checkins)
        for batch in _batched(numbers, 5000):
            rows = [_checkin(number, began, chance) for number in batch]
            connection.execute(sa.insert(Checkin), rows)
            links = [{"checkin_id": one, "student_id": student_ids[one % students_count]} for one in batch]
            connection.execute(sa.insert(CheckinStudent), links)
            posts = [_sent(row, team_ids[one % teams_count]) for one, row in zip(batch, rows, strict=True)]
            connection.execute(sa.insert(Post), posts)


def _add_team(connection: sa.Connection, school_id: int, number: int, now: datetime) -> int:
    row = Team(
        school_id=school_id,
        channel_id=f"CYEAR{number:05d}",
        name=f"Team {number}",
        time_zone="America/Chicago",
        set_up_by="UYEAR",
        set_up_at=now,
    )
    result = connection.execute(sa.insert(Team).values(**row.model_dump(exclude={"id"})))
    return int(result.inserted_primary_key[0])  # type: ignore[index]


def _add_student(connection: sa.Connection, school_id: int, number: int, now: datetime, team_ids: list[int]) -> int:
    row = Student(
        school_id=school_id,
        school_ref=f"Y{number:06d}",
        first_name=FIRST[number % len(FIRST)] + "abcdefghij"[number // 7 % 10],
        last_name=f"{LAST[number % len(LAST)]}{number // 97}",
        added_by="UYEAR",
        added_at=now,
    )
    result = connection.execute(sa.insert(Student).values(**row.model_dump(exclude={"id"})))
    row.id = int(result.inserted_primary_key[0])  # type: ignore[index]
    keys = [{"key": key, "student_id": row.id} for key in sorted(keys_of(known_of(row)))]
    connection.execute(sa.insert(NameKey), keys)
    on = {"team_id": team_ids[number % len(team_ids)], "student_id": row.id, "added_by": "UYEAR", "added_at": now}
    connection.execute(sa.insert(TeamStudent), on)
    return row.id


def _checkin(number: int, began: datetime, chance: random.Random) -> dict[str, object]:
    return {
        "id": number,
        "author_id": f"UYEAR{number % 300}",
        "topic": chance.choice(list(Topic)),
        "text": f"Worked {chance.randint(1, 40)} minutes with the timer, then asked for the next page. #{number}",
        "working": "",
        "made_at": began + timedelta(minutes=number % 500_000),
        "made_in": "",
        "restriction": Restriction.NONE,
        "source_link": "",
        "revision": 1,
        "mark": 0,
    }


def _sent(row: dict[str, object], team_id: int) -> dict[str, object]:
    return {
        "queue": f"CYEAR{team_id:05d}",
        "act": Act.SAY,
        "about": "checkins.update",
        "ids": {"checkin": row["id"], "team": team_id},
        "subject": f"checkin:{row['id']}",
        "tells_of_students": True,
        "made_at": row["made_at"],
        "not_before": row["made_at"],
        "state": State.SENT,
        "attempts": 1,
        "ts": "1.000001",
        "person_id": "",
        "channel_id": "",
        "sent_to": "",
        "because": "",
    }


def _batched(numbers: range, size: int) -> list[range]:
    return [numbers[at : at + size] for at in range(0, len(numbers), size)]
