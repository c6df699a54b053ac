"""PRV-01: every handler passes the door before it reads a student's tables, and the door says why or no."""

import ast
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import sqlalchemy as sa

from handlers import doors, table
from handlers.conversation import Refusal, Request
from storage.access import Access, AccessToMany
from storage.database import Database
from tests.privacy import attempts
from tests.privacy import world as w
from tests.test_shape import sources

ROOT = Path(__file__).parent.parent.parent
TABLES = (
    "students", "name_keys", "team_students", "checkins", "checkin_students", "checkin_revisions", "followups",
    "role_holders", "profile_lines", "huddle_lines", "huddle_notes", "join_requests", "drafts",
)  # fmt: skip
MODELS = {
    "Student", "NameKey", "TeamStudent", "Checkin", "CheckinStudent", "CheckinRevision", "Followup", "RoleHolder",
    "ProfileLine", "HuddleLine", "HuddleNote", "JoinRequest", "Draft",
}  # fmt: skip

# What reads or writes these tables with no key, and why that shows nobody anything they may not see.
KEYLESS = {
    "checkins.find_own": "the author's own; every verb asks the door for its students next",
    "checkins.find_same": "the author's own",
    "checkins.list_own": "the author's own; Home shows those on students it has keys to",
    "checkins.list_student_ids": "ids only, each still wants a key",
    "checkins.list_revisions": "of a check-in the caller holds",
    "checkins.revise": "of a check-in the caller holds",
    "drafts.add_draft": "one's own words",
    "drafts.find_draft": "one's own words",
    "drafts.drop_draft": "one's own words",
    "drafts.drop_old": "nobody reads them",
    "followups.add_followup": "a row made by a verb that holds the key",
    "followups.find_last_word": "of a follow-up the caller holds",
    "followups.list_owners": "of a follow-up the caller holds",
    "followups.list_owned_by": "shown to nobody: whoever has left has them no more",
    "followups.list_students_of": "ids only, each still wants a key",
    "followups.note_change": "of a follow-up the caller holds",
    "huddle_notes.add_lines": "the agenda of a verb that holds the key",
    "huddles.list_supported": "ids only, each still wants a key",
    "join_requests.": "the request is the right to compare two records; it shows only whether names are the same",
    "join.join": "so does its verb, which reads the two records again once they are one",
    "imports.": "shown to nobody; who may import is decided before",
    "profiles.add_line": "a row made by a verb that holds the key",
    "profiles.end_line": "of a line the caller holds",
    "reminders.list_undigested": "ids only, and the reminder asks the door",
    "reminders.list_untold": "ids only, and the reminder asks the door",
    "wins.list_winning": "ids of teams only, whose post asks the door",
    "roles.hold": "a row made by a verb that holds the key, or by an import",
    "sight.": "the questions of the door itself",
    "students.add_student": "the row that a key is made to next",
    "students.find_same_ref": "ids only, for the silent request to join",
    "students.list_names_to_hide": "read only to be taken out of words",
    "students.put_on_team": "for a team's lead, checked before",
    "students.take_off_team": "for a team's lead, checked before",
    "students.remember_read": "what the door has read",
    "students.set_keys": "the names of a student the caller holds",
    "speeches.update": "the door comes next",
}


class AroundTheDoor:
    """Watches what is asked of the students' tables, and who asks."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self.used: set[str] = set()

    def look(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if _asks_students(statement):
            frames = list(_our_frames(sys._getframe(1)))
            if not any(_is_door(one) or _holds_key(one) for one in frames):
                self._judge(frames)

    def _judge(self, frames: list[FrameType]) -> None:
        names = [f"{_module(one)}.{one.f_code.co_name}" for one in frames]
        why = [start for start in KEYLESS if any(name.startswith(start) for name in names)]
        self.used.update(why)
        if not why:
            self.found.add(" < ".join(names[:3]))


@contextmanager
def watched() -> Iterator[AroundTheDoor]:
    watch = AroundTheDoor()
    sa.event.listen(sa.Engine, "before_cursor_execute", watch.look)
    try:
        yield watch
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", watch.look)


@pytest.mark.parametrize("person", ["UHALE", "ULOPEZ", "UBOTH", "UPELL", "UDEAN", "UGRAY"])
def test_prv_01_no_verb_reads_a_students_tables_around_the_door(world: Database, person: str) -> None:
    with watched() as watch:
        ids = {**attempts.FORGED, "checkin": w.TOGETHER if person == "UBOTH" else w.PLAIN}
        for attempt in _everything(person, ids):
            with w.undone(world) as session:
                attempts.try_out(session, attempt)
    assert watch.found == set()


def test_prv_01_the_watch_sees_a_verb_that_goes_around_the_door(world: Database) -> None:
    with watched() as watch, w.undone(world) as session:
        session.execute(sa.text("SELECT first_name FROM students"))
    assert watch.found != set()


def test_prv_01_every_registered_verb_is_among_those_tried() -> None:
    tried = {one.verb for one in _everything("UHALE", attempts.FORGED)}
    commands = [verb for verbs in table.COMMANDS.values() for verb in verbs.values()]
    listed = (table.BUTTONS, table.FORMS, table.SEARCHES, table.SHORTCUTS, table.SPEECHES, table.EVENTS)
    assert {*commands, *(verb for verbs in listed for verb in verbs.values())} == tried


def test_prv_01_what_is_read_without_a_key_is_on_a_short_list_with_its_reason() -> None:
    strays = {
        f"{path.stem}.{function.name}"
        for path, tree in sources("storage")
        for function in tree.body
        if isinstance(function, ast.FunctionDef) and not function.name.startswith("_")
        if _touches_students(function) and not _wants_key(function)
    }
    assert {one for one in strays if not one.startswith(tuple(KEYLESS))} == set()


def test_prv_01_nothing_stands_on_that_list_that_is_no_more() -> None:
    there = {f"{path.stem}." for path, _ in sources("storage")}
    there |= {
        f"{path.stem}.{one.name}"
        for path, tree in sources("storage", "handlers")
        for one in tree.body
        if isinstance(one, ast.FunctionDef)
    }
    assert KEYLESS.keys() - there == set()


def test_prv_01_the_door_gives_its_reason_or_refuses(world: Database) -> None:
    with world.read() as session:
        key = doors.access_student(session, Request(person="ULOPEZ", now=w.NOW), w.QUILLON)
        assert key.reason == f"member of team {w.JUNIPER_TEAM}"
        with pytest.raises(Refusal) as refused:
            doors.access_student(session, Request(person="USTAFF", now=w.NOW), w.QUILLON)
        assert refused.value.sentence == doors.NOT_FOUND


@pytest.mark.parametrize(("person", "channel"), [("", w.BIRCH), ("", ""), ("UHALE", w.JUNIPER), ("UPELL", w.BIRCH)])
def test_prv_01_what_is_said_in_a_teams_channel_is_said_nowhere_else(
    world: Database, person: str, channel: str
) -> None:
    ids: dict[str, int | str] = {
        "checkin": w.PLAIN,
        "team": w.JUNIPER_TEAM,
        "student": w.QUILLON,
        "monday": "2026-09-07",
    }
    with world.read() as session:
        for name in ("checkins.update", "checkins.week"):
            elsewhere = Request(person=person, now=w.NOW, channel=channel, ids=ids)
            assert "Quillon" not in attempts.words_of(table.SPEECHES[name].run(elsewhere, session))
        here = Request(person="", now=w.NOW, channel=w.JUNIPER, ids=ids)
        assert "Quillon" in attempts.words_of(table.SPEECHES["checkins.update"].run(here, session))


def _everything(person: str, ids: Mapping[str, int | str]) -> list[attempts.Attempt]:
    typed = "Quillon Zephyrane"
    by_hand = attempts.by_hand(person, w.JUNIPER, ids, typed)
    return [*by_hand, *attempts.speeches(person, w.JUNIPER, ids), *attempts.events(person, w.JUNIPER)]


def _asks_students(statement: str) -> bool:
    words = statement.replace('"', "").replace("\n", " ").split()
    return statement.lstrip().upper().startswith("SELECT") and any(f"{one}" in words for one in TABLES)


def _our_frames(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in ("storage", "handlers"):
            yield frame
        frame = frame.f_back


def _module(frame: FrameType) -> str:
    return Path(frame.f_code.co_filename).stem


def _is_door(frame: FrameType) -> bool:
    return Path(frame.f_code.co_filename) == Path(doors.__file__)


def _holds_key(frame: FrameType) -> bool:
    """Whether this function of storage/ was handed a key."""
    if Path(frame.f_code.co_filename).parent.name != "storage":
        return False
    given = [frame.f_locals.get(name) for name in frame.f_code.co_varnames[: frame.f_code.co_argcount]]
    return any(_is_key(one) for one in given)


def _is_key(given: object) -> bool:
    if isinstance(given, Access | AccessToMany):
        return True
    return isinstance(given, list | tuple) and bool(given) and all(isinstance(one, Access) for one in given)


def _touches_students(function: ast.FunctionDef) -> bool:
    return any(isinstance(node, ast.Name) and node.id in MODELS for node in ast.walk(function))


def _wants_key(function: ast.FunctionDef) -> bool:
    return any("Access" in ast.unparse(one.annotation) for one in function.args.args if one.annotation)
