"""Says what somebody is in a team: each for oneself; leads for everybody."""

from sqlmodel import Session

from handlers import telling
from handlers.conversation import Answer, Corrections, Quiet, Request
from handlers.teams import leads, say_positions
from handlers.teams.rights import get_colleague, get_led_team, get_own_team
from handlers.teams.say_positions import Held, field_of
from storage import people, positions, teams
from storage.people import Person
from storage.positions import READS_RESTRICTED, Position, PositionName
from storage.teams import Team


def ask(request: Request, session: Session) -> Answer:
    """The form for one's own position."""
    team = get_own_team(session, request)
    person = get_colleague(session, request)
    held = positions.find_position(session, team.id, person.id, person.email)
    return say_positions.choose_form(team, held, {"team": team.id, "channel": request.channel})


def keep(request: Request, session: Session) -> Answer:
    team = get_own_team(session, request)
    name = read_position(request.word("position"))
    if name is None:
        return Corrections({"position": "Please choose what you are in this team."})
    position = set_own(session, request, team, name)
    telling.refresh_home(session, request, request.person)
    return say_positions.say_chosen(team, position) if request.channel else Quiet()


def set_own(session: Session, request: Request, team: Team, name: PositionName) -> Position:
    """Record one's own choice. What reads restricted check-ins waits for a lead, unless one has said so before."""
    person = get_colleague(session, request)
    before = positions.find_position(session, team.id, person.id, person.email)
    if before is not None and before.name == name:
        return before
    agreed_by = _find_agreement(session, team, person, name)
    position = _record(session, request, team, person.id, name, agreed_by)
    if agreed_by is None:
        _ask_leads(session, request, team)
    return position


def ask_everybody(request: Request, session: Session) -> Answer:
    """The form in which a lead gives everybody their position."""
    team = get_led_team(session, request)
    waiting = positions.list_waiting(session, team.id)
    members = list_held(session, team, but={one.person_id for one in waiting})
    return say_positions.everybody_form(team, members, waiting, {"team": team.id})


def keep_everybody(request: Request, session: Session) -> Answer:
    team = get_led_team(session, request)
    for member in list_held(session, team):
        if field_of(member.person_id) in request.fields:
            _set_one(session, request, team, member)
    telling.refresh_home(session, request, request.person)
    return Quiet()


def list_held(session: Session, team: Team, but: set[str] | frozenset[str] = frozenset()) -> list[Held]:
    """The team's members and what they are; those without a position first."""
    found = people.find_people(session, people.list_members(session, team.channel_id))
    staff = [person for person in found.values() if person.id not in but and not _is_outside(person)]
    held = [_held(session, team, person) for person in staff]
    return sorted(held, key=lambda member: (bool(member.position), member.name.casefold(), member.person_id))


def read_position(chosen: str) -> PositionName | None:
    return next((name for name in PositionName if name.value == chosen), None)


def _held(session: Session, team: Team, person: Person) -> Held:
    position = positions.find_position(session, team.id, person.id, person.email)
    return Held(person.id, person.real_name or person.handle or person.id, position.name.value if position else "")


def _is_outside(person: Person) -> bool:
    return person.is_guest or person.is_stranger or person.is_bot or person.is_deactivated


def _find_agreement(session: Session, team: Team, person: Person, name: PositionName) -> str | None:
    """Who stands for this choice; None where a lead is still to be asked."""
    if name not in READS_RESTRICTED or teams.is_lead(session, team, person.id):
        return person.id
    imported = positions.find_imported(session, [person.email]).get(person.email) if person.email else None
    return imported.imported_by if imported is not None and imported.name == name else None


def _ask_leads(session: Session, request: Request, team: Team) -> None:
    for lead in teams.list_leads(session, team):
        telling.tell(session, request, lead.person_id, "positions.asked", {"team": team.id, "person": request.person})
        telling.refresh_home(session, request, lead.person_id)


def _set_one(session: Session, request: Request, team: Team, member: Held) -> None:
    name = read_position(request.word(field_of(member.person_id)))
    if (name.value if name else "") == member.position:
        return
    if name is None:
        positions.drop_position(session, team.id, member.person_id)
        leads.note(session, request, team, "positions.drop", member.person_id)
    else:
        _record(session, request, team, member.person_id, name, request.person)
    telling.refresh_home(session, request, member.person_id)


def _record(
    session: Session, request: Request, team: Team, person_id: str, name: PositionName, agreed_by: str | None
) -> Position:
    position = Position(
        team_id=team.id,
        person_id=person_id,
        name=name,
        set_by=request.person,
        set_at=request.now,
        agreed_by=agreed_by,
    )
    leads.note(session, request, team, "positions.set", person_id)
    return positions.set_position(session, position)
