"""Keeps a school's calendar: administrators and the leads of its teams add, change and remove days by form."""

from datetime import date

from sqlmodel import Session

from handlers.calendar_keepers import may_keep
from handlers.conversation import Answer, Corrections, Form, Refusal, Request
from handlers.schools.calendar_forms import ON_A_PAGE, Entry, calendar_form, entry_form
from handlers.stretches import find_wrong_days, read_days
from storage import audit, calendar, schools
from storage.calendar import CalendarEntry, DayKind
from storage.schools import School

NOT_YOURS = "Only an administrator, or a lead of one of the school's teams, can change its calendar. Ask one of them."
GONE = "That entry is no longer there. Somebody else may have removed it."
MOST_ENTRIES = 500


def show(request: Request, session: Session) -> Answer:
    return _show(session, request, _access_school(session, request))


def ask(request: Request, session: Session) -> Answer:
    """The form of one entry; a new one where none is named."""
    school = _access_school(session, request)
    if not request.number("entry"):
        return entry_form(school.id, Entry())
    kept = _get_entry(session, request, school)
    return entry_form(school.id, Entry(kept.id, kept.kind, kept.name, kept.starts_on, kept.ends_on))


def keep(request: Request, session: Session) -> Answer:
    """Keep an entry as the form says, and show the calendar with it."""
    school = _access_school(session, request)
    starts_on, ends_on = read_days(request)
    wrong = find_wrong(request)
    if not wrong and _is_full(session, request, school):
        wrong = {"name": f"A calendar holds {MOST_ENTRIES} entries. Remove old ones first."}
    if wrong or starts_on is None or ends_on is None:
        return Corrections(wrong)
    said = CalendarEntry(
        school_id=school.id,
        kind=DayKind(request.word("kind")),
        name=request.word("name"),
        starts_on=starts_on,
        ends_on=ends_on,
        set_by=request.person,
        set_at=request.now,
    )
    entry, action = said, "calendar.add"
    if request.number("entry"):
        entry, action = _get_entry(session, request, school), "calendar.change"
        entry.sqlmodel_update(said.model_dump(exclude={"id"}))
    calendar.add_entry(session, entry)
    audit.note(session, request.now, request.person, action, object_id=f"calendar_entry:{entry.id}")
    return _show(session, request, school, beside=entry.ends_on)


def remove(request: Request, session: Session) -> Answer:
    school = _access_school(session, request)
    entry = _get_entry(session, request, school)
    audit.note(session, request.now, request.person, "calendar.remove", object_id=f"calendar_entry:{entry.id}")
    calendar.remove_entry(session, entry)
    return _show(session, request, school, beside=entry.ends_on)


def find_wrong(request: Request) -> dict[str, str]:
    """The sentence under each field that needs another look."""
    found = find_wrong_days(request)
    if not request.word("name"):
        found["name"] = "Give it the name people use, such as Winter break or Q1."
    if request.word("kind") not in set(DayKind):
        found["kind"] = "Please choose what these days are."
    return found


def _access_school(session: Session, request: Request) -> School:
    """Unknown and not theirs are one answer."""
    school = schools.find_school(session, request.number("school"))
    if school is None or not may_keep(session, request, school.id):
        raise Refusal(NOT_YOURS)
    return school


def _get_entry(session: Session, request: Request, school: School) -> CalendarEntry:
    found = calendar.find_entry(session, school.id, request.number("entry"))
    if found is None:
        raise Refusal(GONE)
    return found


def _is_full(session: Session, request: Request, school: School) -> bool:
    return not request.number("entry") and len(calendar.list_entries(session, school.id)) >= MOST_ENTRIES


def _show(session: Session, request: Request, school: School, beside: date | None = None) -> Form:
    """The page that was asked for, else the one with that day, else the one with what comes next."""
    kept = calendar.list_entries(session, school.id)
    day = beside or request.now.date()
    over = sum(entry.ends_on < day for entry in kept)
    page = request.number("page") if "page" in request.ids else min(over, max(0, len(kept) - 1)) // ON_A_PAGE
    entries = [Entry(one.id, one.kind, one.name, one.starts_on, one.ends_on) for one in kept]
    is_in_place = beside is not None or bool(request.number("turn"))
    return calendar_form(school.id, school.name, entries, max(0, page), replaces=is_in_place)
