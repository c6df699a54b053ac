"""Calls follow-ups to mind, to their owners alone: the day before, the day due, once three school days late, and once a
week all that is overdue."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Answer, Note, Quiet, Request
from handlers.followups.say_reminder import MOST_SHOWN, ORDER, Reminded, say_reminder
from handlers.rules.quiet_times import Hours, find_open_day
from handlers.rules.reminder_days import Reminder, ReminderDays, reminder_days
from handlers.rules.zones import zone_of
from handlers.school_calendar import list_hours
from handlers.shown_followups import show_followups
from storage import audit, followups, people, reminders, students, teams
from storage.access import AccessToMany
from storage.followups import Followup
from storage.reminders import Owed


@dataclass(frozen=True)
class _School:
    hours: Hours
    time_zone: str  # of its first team, for people of whom Slack tells none


def find_people(session: Session, now: datetime) -> list[Owed]:
    """Who is to be reminded now, and which day it is for them."""
    known = _list_schools(session)
    found: dict[str, Owed] = {}
    for zone in reminders.list_zones(session):
        for (days, local_zone), school_ids in _group_open(known, zone, now).items():
            here = reminders.Here(school_ids, zone, days.on, _begin(days.on, local_zone))
            for person_id in reminders.list_untold(session, here, (days.late, (days.due[0], days.ahead[1]))):
                found.setdefault(person_id, Owed(person_id, days.on))
            for person_id in reminders.list_undigested(session, here, days.week, days.overdue_until):
                found[person_id] = Owed(person_id, days.on, days.week)
    return sorted(found.values(), key=lambda one: one.person_id)


def say(request: Request, session: Session) -> Answer:
    """One message with all of it, as things stand when it is said; nothing after hours or on another day."""
    about = followups.list_students_of(session, request.person)
    keys = doors.access_to_write(session, request, student_ids=about) if about else AccessToMany(request.person)
    kinds = dict(_list_kinds(session, request, keys))
    if not kinds:
        return Quiet()
    rows = [row for row in followups.list_open_of(session, keys, request.person) if row.id in kinds]
    rows.sort(key=lambda row: ORDER.index(kinds[row.id]))  # what is due today must not drown in what is old
    shown = show_followups(session, request, keys, rows[:MOST_SHOWN])
    said = [Reminded(one, kinds[one.id]) for one in shown]
    read = Note("followups.remind", audit.name_ids("followup", [one.id for one in shown]))
    return say_reminder(said, len(rows), request.person, notes=(read,))


def _list_kinds(session: Session, request: Request, keys: AccessToMany) -> Iterator[tuple[int, Reminder]]:
    """Which of the reader's follow-ups to speak of now, and why."""
    person, known = people.find_person(session, request.person), _list_schools(session)
    school_of = {student.id: student.school_id for student in students.list_students(session, list(keys))}
    zone = person.time_zone if person is not None else ""
    for row in followups.list_open_of(session, keys, request.person):
        school = known[school_of[row.student_id]]
        on = find_open_day(request.now, zone or school.time_zone, school.hours)
        if on is None or on.isoformat() != request.ids.get("on"):
            continue
        days = reminder_days(on, school.hours.calendar)
        lists_overdue = request.ids.get("week") == days.week.isoformat()
        kind = _find_kind(row, days, _begin(on, zone or school.time_zone), lists_overdue=lists_overdue)
        if kind is not None:
            yield row.id, kind


def _find_kind(row: Followup, days: ReminderDays, day_began: datetime, *, lists_overdue: bool) -> Reminder | None:
    """One that sleeps counts as due when it wakes; what was promised today is remembered anyway."""
    wakes_on = row.snoozed_until or days.on
    if row.promised_at >= day_began or wakes_on > days.on:
        return None
    return days.find_kind(max(row.snoozed_until or row.due_on, row.due_on), lists_overdue=lists_overdue)


def _group_open(known: Mapping[int, _School], zone: str, now: datetime) -> dict[tuple[ReminderDays, str], list[int]]:
    """The schools that are on now for people of that zone, together where they speak of the same days."""
    found: dict[tuple[ReminderDays, str], list[int]] = defaultdict(list)
    for school_id, school in known.items():
        local_zone = zone or school.time_zone
        on = find_open_day(now, local_zone, school.hours)
        if on is not None:
            found[reminder_days(on, school.hours.calendar), local_zone].append(school_id)
    return found


def _list_schools(session: Session) -> dict[int, _School]:
    zones = {team.school_id: team.time_zone for team in reversed(teams.list_all(session))}
    return {school_id: _School(hours, zones.get(school_id, "")) for school_id, hours in list_hours(session).items()}


def _begin(on: date, time_zone: str) -> datetime:
    """When that day began there."""
    return datetime.combine(on, time(), zone_of(time_zone)).astimezone(UTC)
