"""Who may see whom is found by way of the asker's own teams, however many the district calls alike."""

from typing import Any

import pytest
import sqlalchemy as sa

from storage import sight
from storage.database import Database
from tests.databases import is_postgres


def _steps(database: Database, **sought: Any) -> list[str]:
    """How SQLite goes about the door's question for somebody's students."""
    asked: list[tuple[str, Any]] = []
    with database.read() as session:
        connection = session.connection()
        sa.event.listen(connection.engine, "before_cursor_execute", lambda one, cursor, *given: asked.append(given[:2]))
        sight.list_seen_ids(session, "UHALE", **sought)
        sight.list_seen(session, "UHALE", **sought)
        plans = [
            connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", tuple(given)).all()
            for words, given in list(asked)
        ]
    return [step[3] for plan in plans for step in plan if "SEARCH team_students" in step[3]]


@pytest.mark.skipif(is_postgres(), reason="asks SQLite how it looks")
@pytest.mark.usefixtures("database_path")
def test_each_of_the_askers_teams_is_walked_through_once_and_not_for_every_namesake(database: Database) -> None:
    steps = _steps(database, keys=("maya", "maya tern"))
    assert [step.partition("(")[2] for step in steps] == ["team_id=?)", "team_id=?)"]
