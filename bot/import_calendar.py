"""`roundtable import` of a school's calendar: says what it would add and what it leaves out, and adds it."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from sqlmodel import Session

from bot.batches import in_batches
from bot.clock import Clock
from bot.import_reading import Wish, find_team
from bot.settings import CannotStart
from handlers.calendars import drop, say_calendar
from handlers.calendars.read_ics import LARGEST
from handlers.calendars.rows import CalendarFile, Marked
from storage import imports, schools
from storage.database import Database
from storage.schools import School

OPERATOR = "operator"
HEAD_BYTES = 200


def is_calendar(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return drop.is_calendar(stream.read(HEAD_BYTES))
    except OSError:
        return False  # whoever reads it says why


def take_in(wish: Wish, database: Database, console: Console) -> int:
    """Returns the exit code. Raises Refusal or CannotStart, with what to do."""
    with wish.path.open("rb") as stream:
        content = stream.read(LARGEST + 1)
    now = Clock().now()
    with database.read() as session:
        school = _find_school(session, wish)
        found = drop.read_file(session, school, content, now)
        new = drop.list_new(session, school, found.marked)
        drop.must_fit(session, school, new)
    _say(console, wish.path.name, school, found, new)
    if wish.dry_run:
        console.print("This was a dry run: nothing was changed.")
    elif new:
        _write(database, school, new)
        console.print(f"Done: {say_calendar.say_counts(new)} more in the calendar of {school.name}.")
    return 0


def _say(console: Console, name: str, school: School, found: CalendarFile, new: Sequence[Marked]) -> None:
    for left in (*found.left, *found.others):
        console.print(f"Skipped: {name}, {say_calendar.say_left(left)}")
    for one in new:
        console.print(say_calendar.say_marked(one))
    console.print(f"Calendar of {school.name}: {say_calendar.say_would(found, new)}")


def _write(database: Database, school: School, new: Sequence[Marked]) -> None:
    """Whole batches; what somebody else has added meanwhile does not come twice."""
    now = Clock().now()

    def write(session: Session, some: list[Marked]) -> None:
        drop.take(session, OPERATOR, now, school, drop.list_new(session, school, some))

    for _ in in_batches(database, new, write):
        pass


def _find_school(session: Session, wish: Wish) -> School:
    """The named one, that of a named channel's team, or the only one."""
    known = schools.list_schools(session)
    listed = ", ".join(school.name for school in known)
    if wish.school:
        named = [school for school in known if school.name.casefold() == wish.school.casefold()]
        if not named:
            raise CannotStart(f"There is no school named {wish.school}. There are: {listed or 'none'}.")
        return named[0]
    if wish.channels:
        team = find_team(session, wish.channels[0], imports.list_teams(session))
        return schools.get_school(session, team.school_id)
    if len(known) != 1:
        raise CannotStart(
            f"Whose calendar is it? Say it with --school NAME. There are: {listed}."
            if known
            else "There is no school yet. Set up a team first: its form takes the school's name."
        )
    return known[0]
