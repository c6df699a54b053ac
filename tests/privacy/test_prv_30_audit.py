"""PRV-30: every write leaves a row saying when, who, what, on whom, by what right and where; none is ever changed."""

import ast
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from handlers.conversation import Refusal
from storage.audit import AuditRow, note
from storage.database import Database
from storage.schema import SCHEMA
from tests.cast import Cast
from tests.privacy import attempts
from tests.privacy import world as w
from tests.test_shape import sources

ABOUT_STUDENTS = (
    "students", "team_students", "checkins", "checkin_students", "checkin_revisions", "followups", "role_holders",
    "profile_lines", "join_requests",
)  # fmt: skip
ABOUT_TEAMS = ("teams", "leads", "positions", "admissions", "schools")
KNOWN, NEW = "Quillon Zephyrane", "Una Sparrow"
# Who does something, on which check-in, and the name they type.
DOERS = (
    ("ULOPEZ", w.PLAIN, KNOWN), ("ULOPEZ", w.SAFETY, KNOWN), ("UBOTH", w.TOGETHER, KNOWN), ("UHALE", w.PLAIN, KNOWN),
    ("UHALE", w.PLAIN, NEW), ("UPELL", w.PLAIN, NEW), ("UDEAN", w.PLAIN, KNOWN),
)  # fmt: skip
ACTION = re.compile(r"[a-z]+\.[a-z_]+")
OBJECT = re.compile(r"[a-z_]+:[\w,:]+")
REASONS = (
    "member of team", "looks after", "wrote the check-in", "a lead's file", "an administrator's file",
    "its owner has left",
)  # fmt: skip
EARLIER = {"at": w.NOW, "actor": "UHALE", "action": "teams.set_up", "object_id": "team:60001"}
CHANGE = (
    "/checkin *", "button checkins.for_student", "button checkins.keep_both", "button checkins.split",
    "button checkins.treat_as_usual", "button checkins.undo", "button students.join", "button students.keep_apart",
    "button students.remove", "form checkins.change", "form checkins.keep", "form checkins.withdraw",
    "form followups.promise", "form roles.end", "form roles.set", "form strengths.add", "form strengths.change",
    "form students.add", "form students.rename", "button strengths.remove",
)  # fmt: skip


class Write(NamedTuple):
    """A verb that changed something, and the rows it left in the audit."""

    name: str
    person: str
    on_students: bool
    rows: Sequence[AuditRow]
    earlier_stand: bool


@pytest.fixture(scope="session")
def writes(world: Database) -> Callable[[], list[Write]]:
    """Everything that members and leads can change, each change undone."""
    return cache(lambda: [write for doer in DOERS for write in _writes_of(world, *doer)])


def test_prv_30_whatever_changes_a_record_leaves_a_row_with_the_actor(writes: Callable[[], list[Write]]) -> None:
    assert {one.name for one in writes() if not one.rows} == set()
    assert {one.name for one in writes() for row in one.rows if row.actor != one.person} == set()


def test_prv_30_every_verb_that_is_to_change_a_students_record_did(writes: Callable[[], list[Write]]) -> None:
    changed = {one.name.partition(" on ")[0] for one in writes() if one.on_students}
    assert set(CHANGE) - changed == set()


def test_prv_30_what_is_about_a_student_names_the_student_the_right_and_the_channel(
    writes: Callable[[], list[Write]],
) -> None:
    rows = [(one.name, row) for one in writes() if one.on_students for row in one.rows]
    assert {name for name, row in rows if row.student_id is None} == set()
    assert {(name, row.reason) for name, row in rows if not row.reason.startswith(REASONS)} == set()
    assert {name for name, row in rows if row.channel_id != w.JUNIPER} == set()


def test_prv_30_a_row_holds_ids_and_short_words_of_our_own(writes: Callable[[], list[Write]]) -> None:
    rows = [row for one in writes() for row in one.rows]
    assert {row.action for row in rows if not ACTION.fullmatch(row.action)} == set()
    assert {row.object_id for row in rows if not OBJECT.fullmatch(row.object_id)} == set()
    written = str([row.model_dump() for row in rows])
    typed = ("read two pages", "send the log home", "Quillon", "Zephyrane", "a reason", "A name")
    assert [words for words in (*typed, *w.CANARIES) if words in written] == []


def test_prv_30_no_write_touches_an_earlier_row(writes: Callable[[], list[Write]]) -> None:
    assert {one.name for one in writes() if not one.earlier_stand} == set()


def test_prv_30_a_row_is_kept_with_its_change_or_neither_is(world: Database) -> None:
    with world.read() as session:
        before = _count(session)
    with pytest.raises(Refusal), world.write() as session:
        note(session, w.NOW, "UHALE", "teams.set_up")
        raise Refusal("no")
    with world.read() as session:
        assert _count(session) == before


def test_prv_30_students_taken_in_from_a_file_are_each_in_it(cast: Cast) -> None:
    cast.hale.uploads("class.csv", b"school_id,first_name,last_name\n4711,Orson,Quill\n4712,Tam,Reed\n")
    cast.hale.presses("Add them", cast.hale.waits_for("This file would"))
    cast.hale.waits_for("Done:")
    with cast.bot.database.read() as session:
        rows = session.execute(sa.select(AuditRow).where(col(AuditRow.action) == "students.add")).scalars().all()
    hale = cast.people["hale"].id
    assert [(row.actor, row.reason, row.object_id) for row in rows] == [(hale, "a lead's file", "team:1")] * 2
    assert len({row.student_id for row in rows}) == 2


def test_prv_30_the_code_only_ever_adds_to_it() -> None:
    """Nobody but storage/audit.py knows the table, and there nothing is updated, deleted or merged."""
    strangers = {
        str(path)
        for path, tree in sources("bot", "handlers", "storage")
        if path.name != "audit.py" and _names(tree) & {"AuditRow"}
    }
    (own,) = [tree for path, tree in sources("storage") if path.name == "audit.py"]
    assert strangers == set()
    assert _names(own) & {"update", "delete", "merge", "execute", "get"} == set()


def test_prv_30_no_statement_of_ours_names_the_table_in_words() -> None:
    words = re.compile(r"\b(update|delete from|into|drop table)\s+\"?audit\b", re.IGNORECASE)
    quoting = {
        str(path)
        for path, tree in sources("bot", "handlers", "storage")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and words.search(node.value)
    }
    assert quoting == set()


def test_prv_30_no_row_falls_with_the_student_it_tells_of() -> None:
    assert [key for column in SCHEMA.tables["audit"].columns for key in column.foreign_keys] == []


def _writes_of(world: Database, person: str, checkin: int, typed: str) -> list[Write]:
    with world.read() as session:
        before = [_held(session, ABOUT_STUDENTS), _held(session, ABOUT_TEAMS)]
    tried = attempts.by_hand(person, w.JUNIPER, {**attempts.FORGED, "checkin": checkin}, typed)
    return [write for one in tried if one.verb.writes for write in _try(world, person, one, before)]


def _try(world: Database, person: str, attempt: attempts.Attempt, before: list[Any]) -> list[Write]:
    with w.undone(world) as session:
        session.execute(sa.insert(AuditRow).values(**EARLIER))
        earlier = _rows(session)
        attempts.try_out(session, attempt)
        session.flush()
        students, teams = _held(session, ABOUT_STUDENTS), _held(session, ABOUT_TEAMS)
        if [students, teams] == before:
            return []
        rows = _rows(session)
        stand = [row.model_dump() for row in rows[: len(earlier)]] == [row.model_dump() for row in earlier]
        return [Write(attempt.name, person, students != before[0], rows[len(earlier) :], stand)]


def _held(session: Session, tables: tuple[str, ...]) -> list[Any]:
    return [session.execute(sa.select(SCHEMA.tables[name])).all() for name in tables]


def _rows(session: Session) -> list[AuditRow]:
    return [AuditRow(**row) for row in session.execute(sa.select(SCHEMA.tables["audit"])).mappings()]


def _count(session: Session) -> int:
    return len(_rows(session))


def _names(tree: ast.Module) -> set[str]:
    nodes = list(ast.walk(tree))
    named = {node.id for node in nodes if isinstance(node, ast.Name)}
    return named | {node.attr for node in nodes if isinstance(node, ast.Attribute)}
