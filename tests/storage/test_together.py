"""Writers who share a commit: each one's part whole or not at all, and nobody goes on before it is kept."""

import gc
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from storage import claims, together
from storage.checkins import CheckinStudent
from storage.claims import Claim
from storage.database import Busy, Database
from storage.together import Lost
from storage.turns import Place, Turns

NOON = datetime(2026, 10, 14, 17, tzinfo=UTC)
Work = Callable[[Session], None]
Way = Callable[[Database, Work], None]


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow machine must not close a transaction to those who were meant to join it."""
    monkeypatch.setattr(together, "LONGEST_SECONDS", 60.0)


def write(database: Database, work: Work) -> None:
    """Everybody does their part themselves."""
    with database.write() as session:
        work(session)


def change(database: Database, work: Work) -> None:
    """Whoever has the turn does it for those who wait."""
    database.change(work)


def either(database: Database, work: Work) -> None:
    """Both kinds stand in one line."""
    way = write if len(database._turns) % 2 else change
    way(database, work)


@pytest.fixture(params=[write, change, either])
def way(request: pytest.FixtureRequest) -> Way:
    made: Way = request.param
    return made


def claim(name: str) -> Work:
    return lambda session: claims.add_claim(session, name, NOON, "", {})


def claim_and_raise(session: Session) -> None:
    claims.add_claim(session, "raised", NOON, "", {})
    raise ZeroDivisionError


def fill_the_disk(session: Session) -> None:
    """What SQLite does by itself when a disk is full: the whole transaction is gone."""
    session.connection().connection.cursor().execute("ROLLBACK")
    raise ZeroDivisionError


def break_the_commit(session: Session) -> None:
    session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    session.add(CheckinStudent(checkin_id=404, student_id=404))


def write_together(database: Database, works: Sequence[Work], way: Way = write) -> list[BaseException | None]:
    """Each in a thread of its own, joined in this order; what each of them raised."""
    raised: list[BaseException | None] = [None] * len(works)
    may_end = threading.Event()

    def work(number: int, session: Session) -> None:
        if number == 0:
            may_end.wait(10)
        works[number](session)

    def join(number: int) -> None:
        try:
            way(database, partial(work, number))
        except Exception as error:
            raised[number] = error

    threads = [threading.Thread(target=join, args=(number,)) for number in range(len(works))]
    for number, thread in enumerate(threads):
        thread.start()
        wait_until(lambda: database._turns.is_taken and len(database._turns) == number)  # noqa: B023
    may_end.set()
    for thread in threads:
        thread.join()
    return raised


def wait_until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.001)


def kept(database: Database) -> set[str]:
    with database.read() as session:
        return set(session.execute(sa.select(Claim.key)).scalars())  # type: ignore[call-overload]


@contextmanager
def commits_of(database: Database) -> Iterator[list[set[str]]]:
    """What was on record just before each commit, as a reader sees it."""
    seen: list[set[str]] = []

    def note(_: sa.Connection) -> None:
        seen.append(kept(database))

    sa.event.listen(sa.Engine, "commit", note)  # before what one engine listens to
    yield seen
    sa.event.remove(sa.Engine, "commit", note)


@pytest.mark.usefixtures("database_path")
def test_those_who_wait_are_kept_by_one_commit(database: Database, way: Way) -> None:
    with commits_of(database) as commits:
        raised = write_together(database, [claim(name) for name in "abcde"], way)
    assert raised == [None] * 5
    assert commits == [set()]
    assert kept(database) == set("abcde")


def test_a_writer_alone_does_not_wait_for_others(database: Database) -> None:
    with commits_of(database) as commits:
        for name in "ab":
            with database.write() as session:
                claim(name)(session)
            assert name in kept(database)
    assert len(commits) == 2


@pytest.mark.parametrize("place", [0, 1, 3])
def test_one_that_raises_is_undone_alone(database: Database, place: int, way: Way) -> None:
    works = [claim(name) for name in "abc"]
    raised = write_together(database, [*works[:place], claim_and_raise, *works[place:]], way)
    assert [type(one) for one in raised if one] == [ZeroDivisionError]
    assert kept(database) == set("abc")


def test_one_that_breaks_while_it_is_stored_is_undone_alone(database: Database, way: Way) -> None:
    twice = [claim("a"), lambda session: session.add(Claim(key="a", at=NOON)), claim("b")]
    raised = write_together(database, twice, way)
    assert [type(one) for one in raised] == [type(None), sa.exc.IntegrityError, type(None)]
    assert kept(database) == {"a", "b"}


@pytest.mark.usefixtures("database_path")
def test_a_transaction_that_is_gone_is_confirmed_to_nobody(database: Database, way: Way) -> None:
    raised = write_together(database, [claim("a"), claim("b"), fill_the_disk, claim("c")], way)
    assert [type(one) for one in raised] == [Lost, Lost, ZeroDivisionError, type(None)]
    assert kept(database) == {"c"}


@pytest.mark.usefixtures("database_path")
def test_a_commit_that_fails_is_confirmed_to_nobody_and_the_next_one_is(database: Database, way: Way) -> None:
    raised = write_together(database, [claim("a"), break_the_commit, claim("b")], way)
    assert [type(one) for one in raised] == [Lost, Lost, Lost]
    with database.write() as session:
        claim("c")(session)
    assert kept(database) == {"c"}


@pytest.mark.usefixtures("database_path")
def test_where_many_write_the_next_one_on_the_way_is_waited_for(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_together(database, [claim("a"), claim("b")])
    monkeypatch.setattr("storage.database.MOMENT_SECONDS", 10.0)

    def come_late() -> None:
        wait_until(lambda: database._turns.is_waited_for)
        monkeypatch.setattr("storage.database.MOMENT_SECONDS", 0.0)
        with database.write() as session:
            claim("d")(session)

    late = threading.Thread(target=come_late)
    late.start()
    with commits_of(database) as commits, database.write() as session:
        claim("c")(session)
    late.join()
    assert commits == [{"a", "b"}]
    assert kept(database) == set("abcd")


@pytest.mark.usefixtures("database_path")
def test_whoever_has_the_turn_does_the_parts_of_those_who_wait(database: Database) -> None:
    did: list[int] = []
    raised = write_together(database, [lambda _: did.append(threading.get_ident())] * 4, change)
    assert raised == [None] * 4
    assert len(did) == 4
    assert len(set(did)) == 1


def test_a_part_gives_back_what_it_returns_and_sees_those_before_it(database: Database) -> None:
    counted: list[int] = []

    def count(database: Database, work: Work) -> None:
        def part(session: Session) -> int:
            work(session)
            return len(session.execute(sa.select(Claim.key)).all())  # type: ignore[call-overload]

        counted.append(database.change(part))

    write_together(database, [claim(name) for name in "abc"], count)
    assert sorted(counted) == [1, 2, 3]


@pytest.mark.usefixtures("database_path")
@pytest.mark.parametrize("work", [claim("b"), claim_and_raise])
def test_what_somebody_wrote_waits_for_no_garbage_collector(database: Database, work: Work) -> None:
    sessions: list[weakref.ref[Session]] = []

    def part(session: Session) -> None:
        sessions.append(weakref.ref(session))
        work(session)

    def change_anyway(database: Database, work: Work) -> None:
        with suppress(ZeroDivisionError):
            database.change(work)

    gc.disable()
    try:
        write_together(database, [claim("a"), part], change_anyway)
        assert [found() for found in sessions] == [None]
    finally:
        gc.enable()


@pytest.mark.usefixtures("database_path")
def test_an_error_leads_to_nobody_elses(database: Database) -> None:
    """Whoever raises does not go on with the parts of others: theirs would be raised while handling that."""
    works = [claim_and_raise, claim_and_raise, claim("a"), claim_and_raise]
    raised = write_together(database, works, change)
    assert [type(one) for one in raised] == [ZeroDivisionError, ZeroDivisionError, type(None), ZeroDivisionError]
    assert [one.__context__ for one in raised if one] == [None] * 3


def test_who_waits_too_long_leaves_the_line_and_nobody_else_loses_their_place() -> None:
    turns = Turns()
    assert turns.take(0)
    assert not turns.take(0)
    came: list[bool] = []
    later = threading.Thread(target=lambda: came.append(turns.take(10)))
    later.start()
    wait_until(lambda: len(turns) == 1)
    assert turns.call() is not None
    later.join()
    assert came == [True]
    assert turns.call() is None
    turns.end()
    assert turns.take(0)


def test_work_that_is_begun_at_the_last_moment_is_waited_for_however_long_it_takes() -> None:
    turns = Turns()
    came: list[bool] = []

    class CalledLate(Place):
        def wait(self, seconds: float = -1) -> bool:
            """When the time is up, and just before that is noticed."""
            return super().wait() if seconds < 0 else turns.call(to_work=True) is not self

    assert turns.take(0)
    place = CalledLate(can_be_done=True)
    waits = threading.Thread(target=lambda: came.append(turns.take(10, place)))
    waits.start()
    wait_until(lambda: place.is_called)
    waits.join(0.05)
    assert not came
    place.wake()
    waits.join()
    assert came == [True]
    assert turns.is_taken


def test_a_turn_that_does_not_come_is_busy_and_changes_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.database.BUSY_SECONDS", 0.01)
    with database.write() as session:
        claim("a")(session)
        with pytest.raises(Busy), database.write():
            pass
        with pytest.raises(Busy):
            database.change(claim("b"))
    assert kept(database) == {"a"}
