"""A calendar dropped into the bot's direct messages: what it would add to which school's days, and adding it."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from handlers.calendar_keepers import list_kept
from handlers.calendars import read_csv, read_ics
from handlers.calendars.rows import CalendarFile, Marked
from handlers.conversation import Refusal, Request
from handlers.rules.zones import zone_of
from storage import audit, calendar, teams
from storage.calendar import CalendarEntry
from storage.schools import School

NOT_YOURS = "A school's calendar comes from an administrator or a lead of one of its teams, so I left this file alone."
LOOKS_BACK, LOOKS_AHEAD = timedelta(days=200), timedelta(days=550)
MOST_ENTRIES = 500
TOO_MANY = f"A school's calendar holds {MOST_ENTRIES} entries; with this file it would hold more. Remove some first."


class WhichSchool(Exception):
    """The person keeps the calendars of several schools, and the file does not say which it is."""

    def __init__(self, schools: Sequence[School]) -> None:
        super().__init__()
        self.schools = schools


def is_calendar(content: bytes) -> bool:
    return read_ics.looks_like(content) or read_csv.looks_like(content)


def find_school(session: Session, request: Request) -> School:
    """Whose calendar the file changes. Raises Refusal and WhichSchool."""
    kept = list_kept(session, request)
    if not kept:
        raise Refusal(NOT_YOURS)
    chosen = [school for school in kept if len(kept) == 1 or school.id == request.number("school")]
    if not chosen:
        raise WhichSchool(kept)
    return chosen[0]


def read_file(session: Session, school: School, content: bytes, now: datetime) -> CalendarFile:
    """Raises Refusal."""
    if read_csv.looks_like(content):
        return read_csv.read_csv(content)
    own = calendar.list_words(session, school.id)
    zone = zone_of(_zone(session, school))
    return read_ics.read_ics(content, now.date() - LOOKS_BACK, now.date() + LOOKS_AHEAD, zone, own)


def list_new(session: Session, school: School, marked: Collection[Marked]) -> list[Marked]:
    """What the calendar does not hold yet: the same file a second time adds nothing."""
    there = {(one.starts_on, one.ends_on, one.kind, one.name) for one in calendar.list_entries(session, school.id)}
    new = {(one.starts_on, one.ends_on, one.kind, name_of(one)): one for one in marked}
    return [one for key, one in new.items() if key not in there]


def must_fit(session: Session, school: School, new: Collection[Marked]) -> None:
    """Raises Refusal."""
    if len(calendar.list_entries(session, school.id)) + len(new) > MOST_ENTRIES:
        raise Refusal(TOO_MANY)


def take(session: Session, person_id: str, now: datetime, school: School, new: Collection[Marked]) -> None:
    """Raises Refusal, with nothing added."""
    must_fit(session, school, new)
    for one in new:
        calendar.add_entry(session, _entry(school, one, person_id, now))
    audit.note(session, now, person_id, "calendar.import", object_id=f"school:{school.id}")


def name_of(marked: Marked) -> str:
    return marked.note or marked.kind.value.replace("_", " ").capitalize()


def _entry(school: School, one: Marked, person_id: str, now: datetime) -> CalendarEntry:
    return CalendarEntry(
        school_id=school.id,
        kind=one.kind,
        name=name_of(one),
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        set_by=person_id,
        set_at=now,
    )


def _zone(session: Session, school: School) -> str:
    """Where the school is: where its first team says."""
    return next((team.time_zone for team in teams.list_all(session) if team.school_id == school.id), "")
