"""Reads the file that `roundtable import` was given, and looks at what stands where it would be taken in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlmodel import Session

from bot.settings import CannotStart
from handlers.rosters import look, schools_of
from handlers.rosters.intake import Here, channel_key
from handlers.rosters.read import read_file
from handlers.rosters.rows import Roster
from storage import imports, schools
from storage.schools import School
from storage.teams import Team


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    path: Path
    channels: tuple[str, ...] = ()
    school: str = ""
    dry_run: bool = False
    yes: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """The file, and the place it comes to. `after_id` is the newest student there is so far."""

    roster: Roster
    here: Here
    schools: tuple[School, ...]
    people: dict[str, str]  # ids by e-mail
    after_id: int

    @property
    def unmatched(self) -> set[str]:
        """E-mails of adults who have not been seen in Slack."""
        return look.list_emails(self.roster) - self.people.keys()


def read(session: Session, wish: Wish) -> Read:
    """Raises FileRefused or CannotStart, with what to do."""
    known = schools.list_schools(session)
    stored = look.list_stored(imports.list_recorded(session))
    with _open(wish.path) as stream:
        roster = schools_of.named_as_here(read_file(stream, look.find_known(known, stored)), known)
    listed = imports.list_teams(session)
    everybody_to = [find_team(session, channel, listed) for channel in wish.channels]
    school = _find_school(wish, roster, known, everybody_to)
    if schools_of.is_export(roster) and school:
        roster = _only_at(roster, school)
    elif school:
        stored = [student for student in stored if student.school == school]
    default = "" if schools_of.is_export(roster) else school
    here = look.look(session, roster, stored, listed, school=default, everybody_to=everybody_to)
    people = imports.find_people_by_email(session, look.list_emails(roster))
    return Read(roster, here, tuple(known), people, imports.find_newest(session))


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise CannotStart(f"{path} cannot be read: {error.strerror}.") from None


def find_team(session: Session, channel: str, listed: Sequence[Team]) -> Team:
    """Raises CannotStart."""
    found = look.find_by_channel(session, listed).get(channel_key(channel))
    if found is None:
        raise CannotStart(f"No team has the channel {channel}. Set the team up in its channel first.")
    return next(team for team in listed if team.id == found)


def _find_school(wish: Wish, roster: Roster, known: Sequence[School], everybody_to: Sequence[Team]) -> str:
    """The school of students whose line names none; of an export, the only one to take in. Empty: nobody said."""
    if wish.school:
        names = [*(school.name for school in known), *(row.name for row in roster.schools)]
        return next((name for name in names if name.casefold() == wish.school.casefold()), wish.school)
    if schools_of.is_export(roster):
        return ""
    if everybody_to:
        return next(school.name for school in known if school.id == everybody_to[0].school_id)
    return known[0].name if len(known) == 1 else ""


def _only_at(roster: Roster, school: str) -> Roster:
    """A mistyped school must not look like a school that everybody has left."""
    if school not in {row.name for row in roster.schools}:
        listed = ", ".join(sorted(row.name for row in roster.schools)) or "no schools"
        raise CannotStart(f"The export has no school named {school}. It has: {listed}.")
    return schools_of.only_at(roster, school)
