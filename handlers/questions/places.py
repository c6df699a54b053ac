"""Where an answer may be read: in the channel of the student's own team by all, elsewhere by the asker alone."""

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Request
from handlers.questions.carried import Carried
from handlers.questions.question import Asked, Whose
from storage import people, teams
from storage.teams import Team

# Of one student, or of two of the team; nothing that shows who is late, and nothing that is somebody's own.
_OF_STUDENTS = frozenset({
    Asked.OWNER, Asked.DUTY, Asked.WHO_SAID, Asked.DUTIES_OF, Asked.NO_OWNER, Asked.GAPS, Asked.HOW_IS, Asked.HISTORY,
})  # fmt: skip
_OF_THE_TEAM = frozenset({Asked.NO_OWNER, Asked.GAPS})  # over all its students
_OF_NOBODY = frozenset({Asked.HUDDLE, Asked.FOCUS, Asked.MEANING})
_NAMED = frozenset({Whose.ONE, Whose.THIS, Whose.BOTH})


def find_team_here(session: Session, request: Request) -> Team | None:
    """The team of the channel it was asked in, if the asker is one of it."""
    team = teams.find_team_in(session, request.channel) if request.channel else None
    return team if team is not None and people.is_member(session, team.channel_id, request.person) else None


def may_be_said_here(session: Session, request: Request, carried: Carried, team: Team) -> bool:
    """Whether everybody in the team's channel may read the answer."""
    return is_for_all(carried) and (not carried.students or _are_of(session, request, carried, team))


def is_for_all(carried: Carried) -> bool:
    """Whether it is a question whose answer a team may read together, and nothing is left to ask back."""
    if carried.is_nobody or len(carried.staff) > 1:
        return False
    if carried.asked in _OF_NOBODY:
        return not carried.students
    if not carried.students:
        return carried.whose is Whose.MINE and carried.asked in _OF_THE_TEAM
    if carried.asked is Asked.HOW_IS:
        return carried.is_about_one
    return carried.whose in _NAMED and carried.asked in _OF_STUDENTS


def may_be_shared(session: Session, request: Request, carried: Carried, team: Team) -> bool:
    """Only answers on students: nothing else is worth a button."""
    return bool(carried.students) and may_be_said_here(session, request, carried, team)


def _are_of(session: Session, request: Request, carried: Carried, team: Team) -> bool:
    keys = doors.access_to_write(session, request, student_ids=carried.students)
    return len(keys) == len(set(carried.students)) and all(team.id in key.teams for key in keys)
