"""**Add a duty of your school**: a lead or an administrator adds a standing duty to the school's charts."""

from sqlmodel import Session

from handlers import crisis, doors
from handlers.chart_of import list_all_duties
from handlers.conversation import Answer, Corrections, Ids, Refusal, Request
from handlers.known import list_known
from handlers.roles import replies, tell
from handlers.roles.forms import duty_form
from handlers.rules.danger import sounds_like_danger
from handlers.rules.duties import find_same, tidy
from handlers.rules.folding import fold
from handlers.rules.other_students import other_students_in
from storage import audit, roles, schools, students
from storage.access import Access
from storage.roles import SchoolDuty
from storage.schools import School

NOT_YOURS = "A lead of the team or an administrator adds duties for the school. Ask one of them."
NO_LETTERS = "Write what somebody does, in letters."
NAMES_A_STUDENT = "That names a student, and the whole school's teams would read it. Say only what is done."


def ask(request: Request, session: Session) -> Answer:
    key, school = _access(session, request)
    return duty_form({"student": key.student_id, "channel": request.channel}, school.name)


def keep(request: Request, session: Session) -> Answer:
    key, school = _access(session, request)
    name = tidy(request.word("name"))
    wrong = _find_wrong(session, request, key, name)
    if wrong:
        return Corrections({"name": wrong})
    duty = SchoolDuty(school_id=school.id, name=name, added_by=request.person, added_at=request.now)
    roles.add_duty(session, duty)
    audit.note(
        session,
        request.now,
        request.person,
        "roles.add_duty",
        object_id=f"school:{school.id}",
        reason="leads a team of the school" if not request.is_administrator else "administers",
        channel_id=request.channel,
    )
    return replies.say_duty_added(name, school.name, {"student": key.student_id})


def say_added(request: Request, session: Session) -> Answer:
    """The confirmation, from the record: the newest duty this person added."""
    key, school = _access(session, request)
    own = [duty for duty in roles.list_duties(session, school.id) if duty.added_by == request.person]
    if not own:
        raise Refusal(replies.NO_LONGER)
    newest = max(own, key=lambda duty: duty.added_at)
    ids: Ids = {"student": key.student_id}
    return replies.say_duty_added(newest.name, school.name, ids)


def _access(session: Session, request: Request) -> tuple[Access, School]:
    key = doors.access_student(session, request, request.number("student"))
    if not request.is_administrator and not tell.is_lead(session, request.person, key):
        raise Refusal(NOT_YOURS)
    return key, schools.get_school(session, students.get_student(session, key).school_id)


def _find_wrong(session: Session, request: Request, key: Access, name: str) -> str:
    if not fold(name):
        return NO_LETTERS
    if sounds_like_danger(name):
        return f"Nothing was kept. {crisis.say_briefly(crisis.text_for(session, [key]))}"
    same = find_same(name, list_all_duties(session, [key]))
    if same:
        return f"The chart has “{same}” already."
    known = list_known(session, list(doors.access_to_write(session, request)), None)
    return NAMES_A_STUDENT if other_students_in(name, known, ()) else ""
