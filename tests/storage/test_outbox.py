"""The rows that wait to be said: whose turn it is in each queue, and what becomes of a row."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from storage import outbox
from storage.database import Database
from storage.outbox import Post, State

NOON = datetime(2026, 10, 14, 17, tzinfo=UTC)
LATER = NOON + timedelta(seconds=30)


def queue(session: Session, name: str, state: State = State.WAITING) -> int:
    post = Post(queue=name, about="things.said", made_at=NOON, not_before=NOON, state=state)
    return outbox.add_post(session, post).id


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["C1", "C2", "person:U1", ""]), st.sampled_from(State)), max_size=12))
def test_the_first_unsent_row_of_a_queue_has_its_turn(database: Database, rows: Sequence[tuple[str, State]]) -> None:
    with database.write() as session:
        session.execute(sa.delete(Post))
        laid = [(queue(session, name, state), name, state) for name, state in rows]
        found = outbox.list_firsts(session)
    unsent = [row for row in laid if row[2] in (State.WAITING, State.SENDING)]
    firsts = [next(row for row in unsent if row[1] == name) for name in {name for _, name, _ in unsent}]
    assert [first.id for first in found] == sorted(one for one, _, state in firsts if state == State.WAITING)


def test_a_row_is_claimed_put_back_claimed_again_and_sent(database: Database) -> None:
    with database.write() as session:
        row = queue(session, "C1")
    with database.write() as session:
        first = outbox.claim(session, row, NOON)
    with database.write() as session:
        outbox.put_back(session, row, LATER)
    with database.write() as session:
        again = outbox.claim(session, row, LATER)
        assert outbox.claim(session, row, LATER) is None
    with database.write() as session:
        outbox.mark_sent(session, row, LATER, "C1", "7.001")
    with database.read() as session:
        sent = outbox.get_post(session, row)
    assert [one and (one.state, one.attempts, one.claimed_at) for one in (first, again)] == [
        (State.SENDING, 1, NOON),
        (State.SENDING, 2, LATER),
    ]
    assert (sent.state, sent.not_before, sent.sent_at, sent.ts) == (State.SENT, LATER, LATER, "7.001")
