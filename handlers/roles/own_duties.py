"""**Add a duty of your school**: a lead or an administrator adds a standing duty to the school's charts."""

from dataclasses import dataclass

from sqlmodel import Session

from handlers import crisis, doors
from handlers.administrators import may_administer
from handlers.chart_of import list_all_duties
from handlers.conversation import Answer, Corrections, Ids, Refusal, Request
from handlers.known import list_known
from handlers.roles import replies, tell
from handlers.roles.forms import duty_form
from handlers.rules.chart import list_duties
from handlers.rules.danger import sounds_like_danger
from handlers.rules.duties import find_same, tidy
from handlers.rules.folding import fold
from handlers.rules.other_students import other_students_in
from storage import audit, roles, schools, students
from storage.access import Access
from storage.roles import SchoolDuty
from storage.schools import School

NOT_YOURS = "A lead of the team or an administrator adds duties for the school. Ask one of them."
NO_SCHOOL = "That school is no longer there."
NO_LETTERS = "Write what somebody does, in letters."
NAMES_A_STUDENT = "That names a student, and the whole school's teams would read it. Say only what is done."


@dataclass(frozen=True, slots=True)
class _Place:
    """The school, what leads back to it, and by what right."""

    school: School
    ids: Ids
    keys: tuple[Access, ...]
    reason: str


def ask(request: Request, session: Session) -> Answer:
    place = _access(session, request)
    there = [duty.name for duty in roles.list_duties(session, place.school.id)]
    return duty_form({**place.ids, "channel": request.channel}, place.school.name, there)


def keep(request: Request, session: Session) -> Answer:
    place = _access(session, request)
    name = tidy(request.word("name"))
    wrong = _find_wrong(session, request, place, name)
    if wrong:
        return Corrections({"name": wrong})
    school_id = place.school.id
    roles.add_duty(session, SchoolDuty(school_id=school_id, name=name, added_by=request.person, added_at=request.now))
    audit.note(
        session,
        request.now,
        request.person,
        "roles.add_duty",
        object_id=f"school:{school_id}",
        reason=place.reason,
        channel_id=request.channel,
    )
    return replies.say_duty_added(name, place.school.name, place.ids)


def say_added(request: Request, session: Session) -> Answer:
    """The confirmation, from the record: the newest duty this person added."""
    place = _access(session, request)
    own = [duty for duty in roles.list_duties(session, place.school.id) if duty.added_by == request.person]
    if not own:
        raise Refusal(replies.NO_LONGER)
    newest = max(own, key=lambda duty: duty.added_at)
    return replies.say_duty_added(newest.name, place.school.name, place.ids)


def _access(session: Session, request: Request) -> _Place:
    """By a student's chart for the leads of the student's teams; by the school itself for administrators."""
    if may_administer(session, request) and request.number("school"):
        school = schools.find_school(session, request.number("school"))
        if school is None:
            raise Refusal(NO_SCHOOL)
        return _Place(school, {"school": school.id}, (), "administers Roundtable")
    key = doors.access_student(session, request, request.number("student"))
    if not tell.is_lead(session, request.person, key):
        raise Refusal(NOT_YOURS)
    school = schools.get_school(session, students.get_student(session, key).school_id)
    return _Place(school, {"student": key.student_id}, (key,), key.reason)


def _find_wrong(session: Session, request: Request, place: _Place, name: str) -> str:
    if not fold(name):
        return NO_LETTERS
    if sounds_like_danger(name):
        return f"Nothing was kept. {crisis.say_briefly(place.school.crisis_text)}"
    own = [duty.name for duty in roles.list_duties(session, place.school.id)]
    same = find_same(name, [*list_duties(own), *list_all_duties(session, place.keys)])
    if same:
        return f"The chart has “{same}” already."
    known = list_known(session, list(doors.access_to_write(session, request)), None)
    return NAMES_A_STUDENT if other_students_in(name, known, ()) else ""
