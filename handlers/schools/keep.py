"""Administrators list the schools, add one, and change its name, hours, crisis text, display policy and date order."""

from dataclasses import replace
from datetime import time

from sqlmodel import Session

from handlers import telling
from handlers.administrators import must_administer
from handlers.conversation import Answer, Corrections, Quiet, Refusal, Request
from handlers.rules.huddle_times import read_time
from handlers.schools.replies import school_form, schools_form
from storage import audit, schools
from storage.schools import School, ShownAs

GONE = "I do not know that school any more. Open Home again to see how things stand."


def list_schools(request: Request, session: Session) -> Answer:
    must_administer(session, request)
    form = schools_form(schools.list_schools(session), max(0, request.number("page")))
    return replace(form, replaces=bool(request.number("turn")))


def ask_new(request: Request, session: Session) -> Answer:
    must_administer(session, request)
    return school_form(School(name=""))


def ask_change(request: Request, session: Session) -> Answer:
    must_administer(session, request)
    return school_form(_get_school(session, request))


def keep(request: Request, session: Session) -> Answer:
    """Keep a school as the form says."""
    must_administer(session, request)
    school = _get_school(session, request) if "school" in request.ids else School(name="")
    wrong = find_wrong(session, request, school)
    opens_at, closes_at = read_hours(request)
    if wrong or opens_at is None or closes_at is None:
        return Corrections(wrong)
    school.name = request.word("name")
    school.opens_at, school.closes_at = opens_at, closes_at
    school.crisis_text = request.word("crisis_text")
    school.shown_as = ShownAs(request.word("shown_as"))
    school.day_first = request.word("dates") == "day"
    action = "schools.change" if school.id else "schools.add"
    schools.add_school(session, school)
    audit.note(session, request.now, request.person, action, object_id=f"school:{school.id}")
    telling.refresh_home(session, request, request.person)
    return Quiet()


def read_hours(request: Request) -> tuple[time | None, time | None]:
    return read_time(request.word("opens_at")), read_time(request.word("closes_at"))


def find_wrong(session: Session, request: Request, school: School) -> dict[str, str]:
    """The sentence under each field that needs another look."""
    found = {
        "name": _find_wrong_name(session, request.word("name"), school),
        **_find_wrong_hours(*read_hours(request)),
        "shown_as": "" if request.word("shown_as") in set(ShownAs) else "Please choose how students are shown.",
    }
    return {field: sentence for field, sentence in found.items() if sentence}


def _find_wrong_name(session: Session, name: str, school: School) -> str:
    if not name:
        return "Please give the school a name."
    namesake = schools.find_school_named(session, name)
    if namesake is not None and namesake.id != school.id:
        return "There is a school of that name already. Add the town or the level to tell them apart."
    return ""


def _find_wrong_hours(opens_at: time | None, closes_at: time | None) -> dict[str, str]:
    if opens_at is None or closes_at is None:
        missing = {"opens_at": opens_at, "closes_at": closes_at}
        return {field: "Please choose a time, such as 08:00." for field, at in missing.items() if at is None}
    return {"closes_at": "School hours end after they begin."} if closes_at <= opens_at else {}


def _get_school(session: Session, request: Request) -> School:
    school = schools.find_school(session, request.number("school"))
    if school is None:
        raise Refusal(GONE)
    return school
