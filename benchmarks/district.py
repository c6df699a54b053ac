"""A district's years on record, made inside the database: schools of ten teams and a thousand students each."""

import sqlite3
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from handlers.rules.names import Known, keys_of

TEAMS, STUDENTS, FOLLOWUPS, CHECKINS = 10, 1_000, 10_000, 20_000  # of one school
ON_TEAM = STUDENTS // TEAMS
COLLEAGUES = 20  # in each channel
DONE_OF_TEN = 8
ROLES = ("case manager", "family contact", "progress data", "accommodations")
FIRST = (
    "Alder Briar Cedar Dahlia Elmo Fern Garnet Hazel Iris Jasper Lark Moss Neva Orson Petra Quill Rowan Sorrel".split()
)
SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yi zo bra cle dri flo gru".split()
LAST = (
    "Quillby Rookwood Sandpiper Thistledown Umberfield Vetchley Wrenfield Yarrowby Ashgrove Birchall Copperly".split()
)
ENDINGS = ("", "a", "en", "ine", "or", "wyn")  # with them, forty of 4,000 share a first name
YEARS = 2 * 365 * 24 * 3600  # seconds that the record goes back

COUNT = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :last)"


def lay_in(path: Path, schools: int, channels: Sequence[str], now: str) -> None:
    """`channels`: of the first teams, whose members Slack knows. The other channels and their members are made up."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA cache_size=-400000")
    indexes = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql != ''").fetchall()
    connection.execute("BEGIN")
    for name, _ in indexes:
        connection.execute(f'DROP INDEX "{name}"')
    _lay_people(connection, schools, now)
    _lay_students(connection, schools * STUDENTS, now)
    _lay_records(connection, schools, now)
    for at, channel_id in enumerate(channels, 1):
        connection.execute("UPDATE teams SET channel_id = ? WHERE id = ?", (channel_id, at))
    for _, sql in indexes:  # made once over all rows, ten times as quick as kept up
        connection.execute(sql)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def name_of(student: int) -> tuple[str, str]:
    """First and last name; no two of forty teams share both."""
    at, base = student - 1, len(SYLLABLES)
    syllables = SYLLABLES[at % base] + SYLLABLES[at // base % base] + SYLLABLES[at // base**2 % base]
    return FIRST[at % len(FIRST)] + ENDINGS[at // 5 % len(ENDINGS)], LAST[at // 7 % len(LAST)] + syllables


def _lay_people(connection: sqlite3.Connection, schools: int, now: str) -> None:
    teams = schools * TEAMS
    hours = {"opens_at": "'08:00:00.000000'", "closes_at": "'16:00:00.000000'"}
    _lay(connection, "schools", schools, {"name": "'School ' || i", "shown_as": "'first_initial'", **hours})
    huddle = {"huddle_day": "2", "huddle_time": "'15:15:00.000000'", "huddle_minutes": "15", "appear": "'thread'"}
    place = {"school_id": f"(i - 1) / {TEAMS} + 1", "channel_id": "'CDISTRICT' || i", "time_zone": "'America/Chicago'"}
    _lay(connection, "teams", teams, {"name": "'Team ' || i", "set_up_at": f"'{now}'", **huddle, **place})
    _lay(connection, "channels", teams, {"id": "'CDISTRICT' || i", "is_private": "1", "has_bot": "1"})
    named = {"handle": "'colleague' || i", "real_name": "'Ms. Colleague' || i"}
    _lay(connection, "people", teams * COLLEAGUES, {"id": "'UDISTRICT' || i", **named})
    inside = {"person_id": "'UDISTRICT' || i", "channel_id": f"'CDISTRICT' || ((i - 1) / {COLLEAGUES} + 1)"}
    _lay(connection, "memberships", teams * COLLEAGUES, inside)


def _lay_students(connection: sqlite3.Connection, students: int, now: str) -> None:
    rows = ((one, (one - 1) // STUDENTS + 1, *name_of(one), f"D{one}", now) for one in range(1, students + 1))
    connection.executemany(
        "INSERT INTO students (id, school_id, first_name, last_name, school_ref, added_at, source_ref, preferred_name, "
        "nicknames, grade, plan, added_by, imported) VALUES (?, ?, ?, ?, ?, ?, '', '', '', '04', '', 'UDISTRICT1', 0)",
        rows,
    )
    keys = ((key, one) for one in range(1, students + 1) for key in _keys(*name_of(one)))
    connection.executemany("INSERT INTO name_keys (key, student_id) VALUES (?, ?)", sorted(keys))
    on = {"team_id": f"(i - 1) / {ON_TEAM} + 1", "student_id": "i", "added_at": f"'{now}'"}
    _lay(connection, "team_students", students, on)
    colleague = f"'UDISTRICT' || ((i - 1) / {ON_TEAM} * {COLLEAGUES} + i % {COLLEAGUES} + 1)"
    for at, role in enumerate(ROLES):
        held = {"student_id": "i", "role": f"'{role}'", "holder_id": colleague, "since": f"'{now}'"}
        _lay(connection, "role_holders", students, {"id": f"i + {at * students}", **held})


def _lay_records(connection: sqlite3.Connection, schools: int, now: str) -> None:
    students, checkins, followups = schools * STUDENTS, schools * CHECKINS, schools * FOLLOWUPS
    about, team = f"i % {students} + 1", f"(i % {students} / {ON_TEAM} + 1)"
    by, at = f"'UDISTRICT' || (i % {schools * TEAMS * COLLEAGUES} + 1)", _moment(now, checkins)
    restriction = "CASE WHEN i % 50 = 0 THEN 'author' ELSE 'none' END"
    written = {"text": "'Worked ' || (i % 40) || ' minutes alone.'", "restriction": restriction, "revision": "1"}
    _lay(connection, "checkins", checkins, {"author_id": by, "made_at": at, "team_id": team, "mark": "i", **written})
    _lay(connection, "checkin_students", checkins, {"student_id": about, "checkin_id": "i"})
    said = {"act": "'say'", "about": "'checkins.update'", "ids": "'{\"checkin\":' || i || '}'", "state": "'sent'"}
    place = {"queue": f"'CDISTRICT' || {team}", "sent_to": f"'CDISTRICT' || {team}", "ts": "i || '.000100'"}
    subject = {"subject": "'checkin:' || i", "made_at": at, "not_before": at}
    _lay(connection, "outbox", checkins, {**said, **place, **subject})
    at, is_done = _moment(now, followups), f"i / {students} % 10 < {DONE_OF_TEN}"
    due_on = f"date(substr({at}, 1, 10), '+' || (i % 60) || ' days')"
    asks = f"CASE WHEN NOT {is_done} AND i % 20 = 0 THEN 'nobody yet' END"
    promised = {"owner_id": by, "promised_by": by, "promised_at": at, "due_on": due_on, "asks_for_owner": asks}
    ended = {"done_at": f"CASE WHEN {is_done} THEN {at} END"}
    _lay(connection, "followups", followups, {"student_id": about, "text": "'Send packet ' || i", **promised, **ended})
    _lay(connection, "followup_changes", followups, {"followup_id": "i", "at": at, "by": by, "kind": "'added'"})


def _lay(connection: sqlite3.Connection, table: str, last: int, columns: dict[str, str]) -> None:
    """Rows 1 to `last`; each column's value is SQL in the row's number `i`, and nothing where none is given."""
    described = connection.execute(f"SELECT name, type FROM pragma_table_info('{table}') WHERE [notnull]").fetchall()
    blank = {f'"{name}"': "''" if kind.startswith(("VARCHAR", "TEXT", "JSON")) else "0" for name, kind in described}
    given = {
        **blank,
        **({'"id"': "i"} if '"id"' in blank else {}),
        **{f'"{name}"': one for name, one in columns.items()},
    }
    connection.execute(
        f"INSERT INTO {table} ({', '.join(given)}) {COUNT} SELECT {', '.join(given.values())} FROM n", {"last": last}
    )


def _moment(now: str, last: int) -> str:
    """In the order of the numbers, over two years up to an hour ago."""
    ago = f"3600 + ({last} - i) * {YEARS // last or 1}"
    return f"strftime('%Y-%m-%d %H:%M:%f000', '{now}', '-' || ({ago}) || ' seconds')"


@cache
def _keys(first: str, last: str) -> tuple[str, ...]:
    return tuple(sorted(keys_of(Known(0, "", first, last))))
