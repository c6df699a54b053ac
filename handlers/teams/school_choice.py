"""The school in a team's form: chosen from those there are; the very first is typed."""

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Answer, Choices, Request
from handlers.rules.folding import fold
from storage import audit, people, schools
from storage.schools import School

MOST = 100


def list_choices(session: Session) -> list[tuple[str, str]]:
    """(id, name) of every school, by name."""
    return [(str(school.id), school.name) for school in schools.list_schools(session)]


def search(request: Request, session: Session) -> Answer:
    """Schools for what was typed so far, where they are too many for a plain menu. For staff: guests set nothing up."""
    if not doors.may_ask(people.find_person(session, request.person)):
        return Choices(())
    wanted = fold(request.words)
    return Choices(tuple(pair for pair in list_choices(session) if wanted in fold(pair[1]))[:MOST])


def read_school(session: Session, request: Request) -> tuple[School | None, tuple[str, str]]:
    """The school, or (field, sentence). A typed name that is not there yet is a school still to be kept."""
    if "school_name" in request.fields:
        return _read_typed(session, request.word("school_name"))
    chosen = request.word("school")
    known = {str(school.id): school for school in schools.list_schools(session)}
    return known.get(chosen), ("school", "" if chosen in known else "Please choose a school from the list.")


def keep_school(session: Session, request: Request, school: School) -> School:
    """The school with its id: one that was typed is added now, with the defaults."""
    if school.id is None:
        schools.add_school(session, school)
        audit.note(session, request.now, request.person, "schools.add", object_id=f"school:{school.id}")
    return school


def _read_typed(session: Session, name: str) -> tuple[School | None, tuple[str, str]]:
    if not name:
        return None, ("school_name", "Please type the school's name.")
    return schools.find_school_named(session, name) or School(name=name), ("school_name", "")
