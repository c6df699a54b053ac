"""A person's Home tab, drawn from the record each time: their teams, students and check-ins, and what they may do."""

from sqlmodel import Session

from handlers import doors, telling
from handlers.administrators import may_administer
from handlers.conversation import Answer, Block, Home, Quiet, Request
from handlers.home import say_home
from handlers.home.administration import administration
from handlers.home.my_checkins import my_recent_checkins
from handlers.home.my_followups import my_followups
from handlers.home.my_leave import my_leave
from handlers.home.my_roles import my_roles
from handlers.home.my_students import my_students
from handlers.home.my_teams import channels_to_set_up, list_my_teams, my_teams, waiting_positions
from storage import homes, people

MOST_BLOCKS = 100


def opened(request: Request, session: Session) -> Answer:
    """Somebody looks at their Home: while they may be looking, it is kept true (see freshen.py)."""
    homes.note_opening(session, request.person, request.now)
    telling.refresh_home(session, request, request.person)
    return Quiet()


def turn(request: Request, session: Session) -> Answer:
    """The same Home with another page of teams or students."""
    pages = {name: request.number(name) for name in ("teams", "students")}
    telling.refresh_home(session, request, request.person, pages)
    return Quiet()


def show(request: Request, session: Session) -> Answer:
    """Guests and people from outside get a Home that gives nothing away (PRV-05)."""
    person = people.find_person(session, request.person)
    if person is None or not doors.may_ask(person):
        return Home(tuple(say_home.nothing_here()))
    mine = list_my_teams(session, request)
    able = doors.access_to_look_over(session, request)  # nothing restricted but one's own is shown here
    keys = able.keys
    parts: list[list[Block]] = [
        say_home.hello(request.person, has_teams=bool(mine), is_lead=any(one.is_lead for one in mine)),
        my_leave(session, request, person.time_zone) if mine else [],
        my_followups(session, request, able, person.time_zone),
        waiting_positions(session, mine),
        my_teams(session, request, mine, able),
        channels_to_set_up(session, request),
        my_students(session, request, keys, person.time_zone) if mine else [],
        my_roles(session, able, person),
        my_recent_checkins(session, request, keys, person.time_zone),
        administration(session) if may_administer(session, request) else [],
    ]
    made = [block for part in parts for block in part]
    statements = say_home.statements()
    return Home((*made[: MOST_BLOCKS - len(statements)], *statements))
