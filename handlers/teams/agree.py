"""A lead's word on a position that somebody chose and that reads restricted check-ins: yes, or not so."""

from sqlmodel import Session

from handlers import telling
from handlers.conversation import Answer, Quiet, Request
from handlers.teams import leads, say_positions
from handlers.teams.rights import get_led_team
from storage import people, positions, teams
from storage.positions import Position
from storage.teams import Team


def agree(request: Request, session: Session) -> Answer:
    team = get_led_team(session, request)
    position = _find_asked(session, request, team)
    if position is not None:
        position.agreed_by = request.person
        session.add(position)
        _settle(session, request, team, position, "positions.agree", agreed=1)
    return _answer(session, request, team)


def decline(request: Request, session: Session) -> Answer:
    team = get_led_team(session, request)
    position = _find_asked(session, request, team)
    if position is not None:
        positions.drop_position(session, team.id, position.person_id)
        _settle(session, request, team, position, "positions.decline", agreed=0)
    return _answer(session, request, team)


def decided(request: Request, session: Session) -> Answer:
    """What the lead was answered, once more."""
    return _say(session, request, get_led_team(session, request))


def chosen(request: Request, session: Session) -> Answer:
    """What was recorded for whoever chose, as it stands now."""
    team = teams.find_team(session, request.number("team"))
    person = people.find_person(session, request.person)
    if team is None or person is None:
        return Quiet()
    position = positions.find_position(session, team.id, person.id, person.email)
    return say_positions.say_chosen(team, position) if position is not None else Quiet()


def asked(request: Request, session: Session) -> Answer:
    """To a lead, while the position still waits and they still lead."""
    team = teams.find_team(session, request.number("team"))
    if team is None or not teams.is_lead(session, team, request.person):
        return Quiet()
    position = positions.find_waiting(session, team.id, str(request.ids["person"]))
    return say_positions.say_asked(team, position) if position is not None else Quiet()


def answered(request: Request, session: Session) -> Answer:
    """To whoever had chosen."""
    team = teams.find_team(session, request.number("team"))
    if team is None:
        return Quiet()
    name, by = str(request.ids["position"]), str(request.ids["by"])
    return say_positions.say_answer(team, name, by, agreed=bool(request.number("agreed")))


def _find_asked(session: Session, request: Request, team: Team) -> Position | None:
    """The very choice the button was about: somebody may have chosen again since."""
    position = positions.find_waiting(session, team.id, str(request.ids.get("person", "")))
    return position if position is not None and position.name.value == request.ids.get("position") else None


def _settle(session: Session, request: Request, team: Team, position: Position, action: str, *, agreed: int) -> None:
    leads.note(session, request, team, action, position.person_id)
    ids = {"team": team.id, "position": position.name.value, "by": request.person, "agreed": agreed}
    telling.tell(session, request, position.person_id, "positions.answered", ids)
    telling.refresh_home(session, request, position.person_id)
    for lead in teams.list_leads(session, team):
        telling.refresh_home(session, request, lead.person_id)


def _answer(session: Session, request: Request, team: Team) -> Answer:
    """A message is replaced by what is true now; Home is simply drawn again."""
    if request.number("home"):
        telling.refresh_home(session, request, request.person)
        return Quiet()
    return _say(session, request, team)


def _say(session: Session, request: Request, team: Team) -> Answer:
    person_id, name = str(request.ids.get("person", "")), str(request.ids.get("position", ""))
    return say_positions.say_decided(team, person_id, positions.find_position(session, team.id, person_id), name)
