"""Whose file this is, and what it may touch: a lead's own students, or, for an administrator, a school's."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from handlers import doors
from handlers.administrators import may_administer
from handlers.conversation import Refusal, Request
from handlers.leading import list_led
from handlers.rosters import look
from handlers.rosters.intake import Here
from handlers.rosters.rows import Roster, StoredStudent
from storage import imports, schools
from storage.teams import Team

NOT_YOURS = "I read lists only from a team's leads and from administrators, so I did not open this file. Ask your lead."
FOR_ADMINISTRATORS = (
    "Positions count in all teams of a person, so their file comes from an administrator. "
    "On your own team you set them with the team's card."
)
NO_SCHOOL = "No school is set up yet. Set up the first team, or add a school on my Home, then send the file again."


@dataclass(frozen=True, slots=True)
class Right:
    """By what right somebody sends files. An administrator who leads teams sends students as their lead."""

    led: Sequence[Team]
    is_administrator: bool


class WhichTeam(Exception):
    """The lead has several teams and the file does not say which."""

    def __init__(self, teams: Sequence[Team]) -> None:
        super().__init__()
        self.teams = teams


def find_right(session: Session, request: Request) -> Right:
    """Asked before the file is opened. Raises Refusal."""
    right = Right(list_led(session, request.person), may_administer(session, request))
    if not (right.led or right.is_administrator):
        raise Refusal(NOT_YOURS)
    return right


def look_around(session: Session, request: Request, right: Right, roster: Roster) -> Here:
    """Raises Refusal, and WhichTeam where only the person can say."""
    if roster.positions and not right.is_administrator:
        raise Refusal(FOR_ADMINISTRATORS)
    if roster.students:
        return _for_lead(session, request, right, roster) if right.led else _for_school(session, roster)
    if right.is_administrator:
        return look.look(session, roster, look.list_stored(imports.list_recorded(session)), ())
    return look.look(session, roster, _list_led(session, request, right.led), right.led)


def _for_lead(session: Session, request: Request, right: Right, roster: Roster) -> Here:
    chosen = [team for team in right.led if len(right.led) == 1 or team.id == request.number("team")]
    if not chosen and any(not row.channel for row in roster.students):
        raise WhichTeam(right.led)
    stored = _list_led(session, request, right.led)
    return look.look(session, roster, stored, right.led, everybody_to=chosen, team_needed=True)


def _for_school(session: Session, roster: Roster) -> Here:
    listed = schools.list_schools(session)
    if not listed:
        raise Refusal(NO_SCHOOL)
    teams = imports.list_teams(session)
    school = listed[0].name if len(listed) == 1 else ""
    stored = look.list_stored(imports.list_recorded(session, school_id=listed[0].id if school else None))
    return look.look(session, roster, stored, teams, school=school)


def _list_led(session: Session, request: Request, led: Sequence[Team]) -> list[StoredStudent]:
    """The students of these teams, archived ones too, as far as the person may see them."""
    ids = {team.id for team in led}
    keys = doors.access_students(session, request, archived=True)
    mine = [key.student_id for key in keys if key.teams & ids]
    return look.list_stored(imports.list_recorded(session, student_ids=mine))
