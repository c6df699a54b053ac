"""Two records under one school ID: whoever looks after the known student is asked, and joins them or keeps them apart.

Who added the student hears nothing of this until the records are joined, and whoever is asked reads no name they
may not read: only whether what was typed fits the name on record.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlmodel import Session

from handlers import doors, telling
from handlers.administrators import may_administer
from handlers.conversation import Answer, Quiet, Refusal, Reply, Request
from handlers.known import known_of
from handlers.rules.folding import fold
from handlers.rules.names import keys_of
from handlers.shown import show
from handlers.students import later, say_join
from handlers.students.say_join import Asked
from storage import audit, join_requests, people, students, teams
from storage.join_requests import JoinRequest
from storage.students import Student


class New(NamedTuple):
    """A student somebody has just added to a team."""

    student_id: int
    school_id: int
    school_ref: str
    team_id: int


def ask_about(session: Session, request: Request, added: Iterable[New]) -> None:
    """Ask about those whose school ID stands on another record of the school."""
    found = [
        _add_request(session, request, new, known_id)
        for new in added
        for known_id in students.find_same_ref(session, new.school_id, new.school_ref, but=new.student_id)
    ]
    if found:
        later.ask_deciders(session, request)


def list_channels(session: Session) -> Sequence[str]:
    """The channels to look into before anybody is asked: a lead who has left decides nothing."""
    return join_requests.list_channels(session, join_requests.list_untold(session))


def tell_deciders(request: Request, session: Session) -> None:
    """One message for each person who has something new to decide."""
    untold = join_requests.list_untold(session)
    for asked in untold:
        asked.told_at = request.now
        session.add(asked)
    deciders = [join_requests.list_deciders(session, asked.known_id or 0) for asked in untold]
    for person_id in sorted(set().union(*deciders)):
        telling.tell(session, request, person_id, "students.ask_join", {})
    if not all(deciders):
        telling.tell_administrators(session, request, "students.ask_join", {})


def say_asked(request: Request, session: Session) -> Answer:
    """All that this person may decide, from the record."""
    return _say(session, request) or Quiet()


def join(request: Request, session: Session) -> Answer:
    """**Same student: join**. Everything moves to the record that was known before."""
    asked = _get_mine(session, request)
    kept, given_up = join_requests.get_pair(session, asked)
    join_requests.decide(session, asked, request.person, request.now, joined=True)
    _fill_gaps(kept, given_up)
    for student in (kept, given_up):
        _note(session, request, "students.join", student.id, asked)
    join_requests.move_records(session, kept, given_up, request.now)
    students.set_keys(session, kept, keys_of(known_of(kept)))
    ids = {"student": kept.id, "team": asked.team_id}
    telling.tell(session, request, asked.asked_by, "students.joined", ids)
    return _go_on(session, request, say_join.JOINED)


def keep_apart(request: Request, session: Session) -> Answer:
    """**Different student**. Both records stay as they are, and nobody else hears of it."""
    asked = _get_mine(session, request)
    join_requests.decide(session, asked, request.person, request.now, joined=False)
    _note(session, request, "students.keep_apart", asked.known_id, asked)
    return _go_on(session, request, say_join.KEPT_APART)


def say_joined(request: Request, session: Session) -> Answer:
    """What the adder hears, once the record is theirs to see."""
    key = doors.access_student(session, request, request.number("student"))
    team = teams.find_team(session, request.number("team"))
    (name,) = show(session, [key], team).values()
    return say_join.say_joined(name)


def _add_request(session: Session, request: Request, new: New, known_id: int) -> JoinRequest:
    asked = JoinRequest(
        student_id=new.student_id,
        known_id=known_id,
        team_id=new.team_id,
        asked_by=request.person,
        asked_at=request.now,
    )
    return join_requests.add_request(session, asked)


def _get_mine(session: Session, request: Request) -> JoinRequest:
    """The open request, if it is this person's to decide. Decided, unknown and not theirs are one answer."""
    found = next((one for one in _list_mine(session, request) if one.id == request.number("request")), None)
    if found is None:
        raise Refusal(say_join.NOT_OPEN)
    return found


def _list_mine(session: Session, request: Request) -> Sequence[JoinRequest]:
    """Those about students whose team this person leads; for an administrator those that no lead looks after."""
    if not doors.may_ask(people.find_person(session, request.person)):
        return []
    mine = join_requests.list_open_for(session, request.person)
    return [*mine, *(join_requests.list_open_unled(session) if may_administer(session, request) else ())]


def _say(session: Session, request: Request, first: str = "") -> Reply | None:
    listed = _list_mine(session, request)
    return say_join.say_asked([_show(session, request, one) for one in listed], first) if listed else None


def _show(session: Session, request: Request, asked: JoinRequest) -> Asked:
    kept, new = join_requests.get_pair(session, asked)
    keys = doors.access_students(session, request, student_ids=[kept.id], archived=True)
    return Asked(
        request_id=asked.id,
        asked_by=asked.asked_by,
        team_name=teams.get_team(session, asked.team_id).name,
        known_as=next(iter(show(session, list(keys)).values()), ""),
        same_name=bool(_names_of(kept) & _names_of(new)),
    )


def _go_on(session: Session, request: Request, done: str) -> Reply:
    """The message with what is left to decide, in place of the one whose button was pressed."""
    return _say(session, request, done) or say_join.say_all_done(done)


def _names_of(student: Student) -> set[str]:
    given = (student.first_name, student.preferred_name, *student.nicknames.split("; "))
    return {fold(f"{name} {student.last_name}") for name in given if name}


def _fill_gaps(kept: Student, given_up: Student) -> None:
    """What was typed stays findable as a nickname, and fills what the known record left open."""
    known = {fold(name) for name in (kept.first_name, kept.preferred_name, *kept.nicknames.split("; "))}
    typed = [given_up.first_name, given_up.preferred_name, *given_up.nicknames.split("; ")]
    new = dict.fromkeys(name for name in typed if fold(name) and fold(name) not in known)
    kept.nicknames = "; ".join(filter(None, (kept.nicknames, *new)))
    kept.preferred_name = kept.preferred_name or given_up.preferred_name
    kept.grade, kept.plan = kept.grade or given_up.grade, kept.plan or given_up.plan
    kept.archived_at = None


def _note(session: Session, request: Request, action: str, student_id: int | None, asked: JoinRequest) -> None:
    audit.note(
        session,
        request.now,
        request.person,
        action,
        student_id=student_id,
        object_id=f"join_request:{asked.id}",
        reason="looks after the known student",
        channel_id=request.channel,
    )
