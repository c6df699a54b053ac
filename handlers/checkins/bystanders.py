"""Other students whom a check-in's words name: readers who may not see them read "another student" instead."""

from sqlmodel import Session

from handlers import doors
from handlers.checkins.reading import other_students_in
from handlers.conversation import Request
from handlers.known import known_of
from handlers.rules.names import Known
from storage import checkins, students
from storage.checkins import Checkin
from storage.teams import Team


def hidden_from(session: Session, request: Request, checkin: Checkin, team: Team) -> list[Known]:
    """Students of the author's other teams, plainly named in the words, whom this team does not support.

    Looked for among the author's own students: a name the author could not have known is no student to them.
    """
    author = Request(person=checkin.author_id, now=request.now)
    keys = doors.access_to_write(session, author)
    if all(team.id in key.teams for key in keys):
        return []
    known = [known_of(row) for row in students.list_students(session, list(keys))]
    about = set(checkins.list_student_ids(session, checkin))
    meant = [one for one in known if one.id in about]
    named = other_students_in(f"{checkin.text}\n{checkin.working}", known, meant)
    return [one for one in named if team.id not in keys.keys[one.id].teams]
