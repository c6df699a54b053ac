"""Who hears of a role: its new holder and backup, whoever held it before, and the leads where it concerns them."""

from collections.abc import Callable

from sqlmodel import Session

from handlers import doors, telling
from handlers.card import reader_of, today_of
from handlers.chart_of import chart_seen_by
from handlers.conversation import Answer, Quiet, Request
from handlers.owners import list_leads
from handlers.roles import replies
from handlers.rules.chart import find_overloaded
from handlers.shown import name_for
from storage import roles, teams, tellings
from storage.access import Access
from storage.roles import RoleHolder


def tell_all(session: Session, request: Request, key: Access, new: RoleHolder, before: RoleHolder | None) -> None:
    """Direct messages about a role just given; nobody is told of what they did themselves."""
    earlier = (before.holder_id, before.backup_id) if before is not None else ("", "")
    for person_id, was in zip((new.holder_id, new.backup_id), earlier, strict=True):
        if person_id not in ("", was, request.person):
            telling.tell(session, request, person_id, "roles.given", {"student": key.student_id, "role": new.id})
    if before is not None and before.holder_id != new.holder_id:
        tell_passed(session, request, key, before)
    if new.waits and (before is None or before.holder_id != new.holder_id):
        for lead in list_leads(session, key):
            telling.tell(session, request, lead, "roles.asked", {"student": key.student_id, "role": new.id})
    _tell_of_load(session, request, key, new)


def tell_passed(session: Session, request: Request, key: Access, before: RoleHolder) -> None:
    """Whoever held it until now; not by who ended it themselves, nor by who has left."""
    if before.holder_id in ("", request.person) or before.holder_id not in doors.list_watchers(session, key):
        return
    telling.tell(session, request, before.holder_id, "roles.passed", {"student": key.student_id, "role": before.id})


def is_lead(session: Session, person_id: str, key: Access) -> bool:
    """Whether this person leads a team of the student's that they are in."""
    return bool(key.teams & teams.list_led_by(session, person_id))


def given(request: Request, session: Session) -> Answer:
    return _say(request, session, lambda name, row, _: replies.say_given(name, row, request.person), still=True)


def asked(request: Request, session: Session) -> Answer:
    return _say(
        request, session, lambda name, row, _: replies.say_asked(name, row) if row.waits else Quiet(), still=True
    )


def passed(request: Request, session: Session) -> Answer:
    def say(name: str, row: RoleHolder, key: Access) -> Answer:
        return replies.say_passed(name, row, roles.find_role(session, key, row.role))

    return _say(request, session, say, still=False)


def heavy(request: Request, session: Session) -> Answer:
    """Only while it is so, and only to somebody who leads the team still."""
    key = doors.access_student(session, request, request.number("student"))
    watchers = doors.list_watchers(session, key)
    person_id = find_overloaded(chart_seen_by(session, key, watchers), watchers)
    if not person_id or not is_lead(session, request.person, key):
        return Quiet()
    return replies.say_heavy(name_for(session, key), key.student_id, person_id)


def _say(
    request: Request, session: Session, say: Callable[[str, RoleHolder, Access], Answer], *, still: bool
) -> Answer:
    """From the record, if it is so `still`; the door decides once more whether this person may read it."""
    key = doors.access_student(session, request, request.number("student"))
    row = roles.find_holding(session, key, request.number("role"))
    if row is None or (still and row.until is not None):
        return Quiet()
    return say(name_for(session, key), row, key)


def _tell_of_load(session: Session, request: Request, key: Access, new: RoleHolder) -> None:
    """Once a month for each lead and student, and only when it is the one who was given something now."""
    watchers = doors.list_watchers(session, key)
    if find_overloaded(chart_seen_by(session, key, watchers), watchers) != new.holder_id:
        return
    month = today_of(reader_of(session, key, request)).replace(day=1)
    for lead in list_leads(session, key):
        if tellings.claim(session, f"person:{lead}", f"roles.heavy:{key.student_id}", month):
            telling.tell(session, request, lead, "roles.heavy", {"student": key.student_id})
