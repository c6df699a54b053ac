"""Who keeps a school's calendar: administrators, and the leads of its teams."""

from collections.abc import Sequence

from sqlmodel import Session

from handlers import doors
from handlers.administrators import may_administer
from handlers.conversation import Request
from storage import people, schools, teams
from storage.schools import School


def may_keep(session: Session, request: Request, school_id: int) -> bool:
    return may_administer(session, request) or school_id in _list_led(session, request)


def list_kept(session: Session, request: Request) -> Sequence[School]:
    """The schools whose calendar this person keeps, by name."""
    everyone = sorted(schools.list_schools(session), key=lambda school: school.name)
    if may_administer(session, request):
        return everyone
    led = _list_led(session, request)
    return [school for school in everyone if school.id in led]


def _list_led(session: Session, request: Request) -> set[int]:
    """Schools of the teams one leads, and is in the channel of."""
    if not doors.may_ask(people.find_person(session, request.person)):
        return set()
    led = teams.get_teams(session, teams.list_led_by(session, request.person))
    return {team.school_id for team in led if people.is_member(session, team.channel_id, request.person)}
