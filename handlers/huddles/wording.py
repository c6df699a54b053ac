"""A person's words as a team reads them in its channel: students whom it does not support are taken out."""

from collections.abc import Collection

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Request
from handlers.known import known_of
from handlers.rules.names import Known
from handlers.rules.other_students import other_students_in, without_names
from storage import students
from storage.access import Access
from storage.teams import Team


def word_for_team(
    session: Session,
    request: Request,
    team: Team,
    key: Access,
    author_id: str,
    text: str,
    others: Collection[int] = (),
) -> str:
    """`others`: further students that the words are recorded to be about.

    A name the author could not have known is no student to them, so names are looked for among the author's own.
    """
    (about,) = students.list_students(session, [key])
    seen = doors.access_for_clock(session, request, team, others)
    hidden = [known_of(row) for row in students.list_names_to_hide(session, set(others) - seen.keys.keys())]
    hidden += _list_named(session, request, team, known_of(about), author_id, text)
    return without_names(text, hidden, [known_of(about)]) if hidden else text


def _list_named(session: Session, request: Request, team: Team, about: Known, author_id: str, text: str) -> list[Known]:
    """Students of the author's other teams, plainly named."""
    keys = doors.access_to_write(session, Request(person=author_id, now=request.now))
    if all(team.id in key.teams for key in keys):
        return []
    known = [known_of(row) for row in students.list_students(session, list(keys))]
    named = other_students_in(text, known, [one for one in known if one.id == about.id])
    return [one for one in named if team.id not in keys.keys[one.id].teams]
