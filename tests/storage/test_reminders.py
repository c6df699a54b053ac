"""Among years of follow-ups, those to speak of this morning are found by their indexes."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from storage import reminders
from storage.database import Database
from tests.databases import is_postgres

DAY = date(2027, 2, 11)


@pytest.mark.skipif(is_postgres(), reason="asks SQLite how it looks")
@pytest.mark.usefixtures("database_path")
def test_what_is_due_is_found_by_its_day_and_not_by_a_walk(database: Database) -> None:
    asked: list[tuple[str, Any]] = []
    with database.read() as session:
        connection = session.connection()
        sa.event.listen(
            connection, "before_cursor_execute", lambda conn, cursor, words, given, *more: asked.append((words, given))
        )
        began = datetime(2027, 2, 11, tzinfo=UTC)
        here = reminders.Here([1, 2], "America/Chicago", DAY, began)
        reminders.list_untold(session, here, [(DAY, DAY)])
        reminders.list_undigested(session, here, DAY, DAY)
        first_steps = [
            str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", given).all()[0][3])
            for words, given in list(asked)
        ]
    by_day, by_waking = "ix_followups_open_due", "ix_followups_snoozed"
    expected = (by_day, by_waking, by_day, by_waking)
    assert [name in step for name, step in zip(expected, first_steps, strict=True)] == [True] * 4
