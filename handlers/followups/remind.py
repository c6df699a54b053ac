"""Calls follow-ups to mind, to their owners alone: the day before, the day due, once three school days late, and once a
week all that is overdue."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Answer, Note, Quiet, Reply, Request
from handlers.followups.say_reminder import MOST_SHOWN, ORDER, Reminded, say_reminder, say_settled
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
            owed = [
                *reminders.list_untold(session, here, (days.late, (days.due[0], days.ahead[1]))),
                *reminders.list_undigested(session, here, days.week, days.overdue_until),
            ]
            for one in owed:
                found[one.person_id] = found[one.person_id].and_also(one) if one.person_id in found else one
    return sorted(found.values(), key=lambda one: one.person_id)


def say(request: Request, session: Session) -> Answer:
    """One message with all of it, as things stand when it is said; nothing after hours or on another day."""
    keys = _open_own(session, request)
    kinds = dict(_list_kinds(session, request, keys))
    return _say(session, request, keys, kinds) if kinds else Quiet()


def say_anew(request: Request, session: Session) -> Answer:
    """One that was said, as things stand: what is done, asleep or with somebody else by now is out of it, and so are
    its buttons."""
    keys = _open_own(session, request)
    named = {int(one) for one in str(request.ids["followups"]).split(",") if one}
    kinds = {one: kind for one, kind in _list_kinds(session, request, keys, again=True) if one in named}
    return _say(session, request, keys, kinds, settled=len(named) - len(kinds)) if kinds else say_settled()


def _open_own(session: Session, request: Request) -> AccessToMany:
    """Keys to the students whom the reader has open follow-ups for."""
    about = followups.list_students_of(session, request.person)
    return doors.access_to_write(session, request, student_ids=about) if about else AccessToMany(request.person)


def _say(
    session: Session, request: Request, keys: AccessToMany, kinds: Mapping[int, Reminder], *, settled: int = 0
) -> Reply:
    rows = [row for row in followups.list_open_of(session, keys, request.person) if row.id in kinds]
    rows.sort(key=lambda row: ORDER.index(kinds[row.id]))  # what is due today must not drown in what is old
    shown = show_followups(session, request, keys, rows[:MOST_SHOWN])
    said = [Reminded(one, kinds[one.id]) for one in shown]
    read = Note("followups.remind", audit.name_ids("followup", [one.id for one in shown]))
    return say_reminder(said, len(rows), request.person, settled=settled, notes=(read,))


def _list_kinds(
    session: Session, request: Request, keys: AccessToMany, *, again: bool = False
) -> Iterator[tuple[int, Reminder]]:
    """Which of the reader's follow-ups to speak of on that day, and why; `again`: at whatever hour."""
    person, known = people.find_person(session, request.person), _list_schools(session)
    school_of = {student.id: student.school_id for student in students.list_students(session, list(keys))}
    zone, day = person.time_zone if person is not None else "", date.fromisoformat(str(request.ids["on"]))
    for row in followups.list_open_of(session, keys, request.person):
        school = known[school_of[row.student_id]]
        on = day if again else find_open_day(request.now, zone or school.time_zone, school.hours)
        if on != day:
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
