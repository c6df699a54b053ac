"""`roundtable import`: takes a school's file in beside a running bot. Says first what it would do."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.prompt import Confirm
from sqlmodel import Session

from bot import import_calendar
from bot import import_reading as reading
from bot.batches import in_batches
from bot.clock import Clock
from bot.import_reading import Read, Wish
from bot.prepare import prepare
from bot.settings import CannotStart
from handlers.conversation import Refusal
from handlers.rosters import schools_of, take_in
from handlers.rosters.intake import NO_SCHOOL, Intake, decide_all
from handlers.rosters.rows import FileRefused, PositionRow
from handlers.rosters.say_intake import say_counts, say_same, say_skipped
from handlers.rosters.take_in import Step, Taker
from storage.database import Busy, Database

OPERATOR = "operator"


def import_files(
    path: Path,
    channels: Sequence[str] = (),
    school: str = "",
    *,
    dry_run: bool = False,
    yes: bool = False,
    database_url: str,
    console: Console | None = None,
) -> int:
    """Import one file: a student, roles or positions CSV, a OneRoster zip, or a calendar. Returns the exit code."""
    console = console or Console(highlight=False, markup=False, soft_wrap=True)
    wish = Wish(path, tuple(channels), school.strip(), dry_run, yes)
    try:
        with _opened(database_url) as database:
            if import_calendar.is_calendar(path):
                return import_calendar.take_in(wish, database, console)
            return _Import(wish, database, console).run()
    except (FileRefused, Refusal) as refused:
        console.print(f"Nothing was taken in. {refused.sentence}")
    except CannotStart as reason:
        console.print(str(reason))
    except Busy:
        console.print("Stopped: the database was busy for a minute. What was taken in is whole; run it again.")
    except KeyboardInterrupt:
        console.print("Stopped. What was taken in is whole; run it again to take in the rest.")
    return 1


@contextmanager
def _opened(url: str) -> Iterator[Database]:
    prepare(url)
    database = Database(url)
    try:
        yield database
    finally:
        database.close()


class _Import:
    """One run: read, compare, say, ask where it must, write."""

    def __init__(self, wish: Wish, database: Database, console: Console) -> None:
        self._wish = wish
        self._database = database
        self._console = console

    def run(self) -> int:
        with self._database.read() as session, self._console.status("Reading"):
            found = reading.read(session, self._wish)
            intake = decide_all(found.here, found.roster)
        new = schools_of.list_new(intake, found.schools)
        self._say(found, intake, new)
        if self._wish.dry_run:
            self._console.print("This was a dry run: nothing was changed.")
            return 0
        if intake.plan.asks_first and not self._is_agreed(intake):
            return 1
        now = Clock().now()
        with self._database.write() as session:
            known = schools_of.add_schools(session, new, found.roster, OPERATOR, now)
            ids = {school.name: school.id for school in known}
        self._write(intake, Taker(OPERATOR, schools_of.REASON, now, ids, found.people, found.after_id))
        return 0

    def _say(self, found: Read, intake: Intake, new: Sequence[str]) -> None:
        for skipped in intake.skipped:
            self._console.print(f"Skipped: {say_skipped(skipped)}")
        for warning in intake.plan.warnings:
            self._console.print(f"Note: {warning}")
        if any(skipped.reason == NO_SCHOOL for skipped in intake.skipped):
            self._console.print("Note: --school NAME says which school students are at.")
        if found.unmatched:
            self._console.print(f"Note: not seen in Slack yet: {_list_unmatched(found)}")
        if new:
            self._console.print(f"New schools: {', '.join(new)}")
        kept = say_same(intake)
        self._console.print(f"This would {say_counts(intake)}{f'; {kept}' if kept else ''}.")

    def _is_agreed(self, intake: Intake) -> bool:
        for reason in intake.plan.asks_because:
            self._console.print(reason)
        if self._wish.yes:
            return True
        if sys.stdin.isatty():
            return Confirm.ask("Go on?", console=self._console, default=False)
        self._console.print("Nothing was changed. If that is right, run it again with --yes.")
        return False

    def _write(self, intake: Intake, taker: Taker) -> None:
        def write_steps(session: Session, some: list[Step]) -> int:
            take_in.write_steps(session, taker, some)
            return len(some)

        def write_positions(session: Session, some: list[PositionRow]) -> int:
            take_in.write_positions(session, taker, some)
            return len(some)

        with Progress(console=self._console, disable=not self._console.is_terminal) as progress:
            task = progress.add_task("Taking in", total=take_in.count_steps(intake))
            students = in_batches(self._database, take_in.list_steps(intake, taker), write_steps)
            adults = in_batches(self._database, intake.duties.positions, write_positions)
            for count in chain(students, adults):
                progress.advance(task, count)
        if not intake.changes_nothing:
            self._console.print(f"Done: {say_counts(intake, done=True)}.")


def _list_unmatched(found: Read) -> str:
    """A CSV's e-mails one by one; an export holds every adult of a district."""
    if schools_of.is_export(found.roster):
        return f"{len(found.unmatched):,} adults of the export."
    return ", ".join(sorted(found.unmatched))
