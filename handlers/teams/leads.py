"""Checks who shall lead a team, and makes them its leads: each is told, each change is in the audit."""

from collections.abc import Collection

from sqlmodel import Session

from handlers import telling
from handlers.conversation import Request
from handlers.teams.wishes import find_wrong_leads
from storage import audit, people, teams
from storage.teams import Team


def find_wrong(session: Session, channel_id: str, leads: tuple[str, ...]) -> str:
    """The sentence under the field; empty where all of them may lead."""
    known = people.find_people(session, leads)
    return find_wrong_leads(leads, known, frozenset(people.list_members(session, channel_id)))


def change_leads(session: Session, request: Request, team: Team, wanted: Collection[str]) -> None:
    """Make exactly these people the leads, and tell those for whom that is new."""
    before = {lead.person_id for lead in teams.list_leads(session, team)}
    teams.set_leads(session, team, wanted, request.now)
    for person_id in sorted(set(wanted) ^ before):
        word = "teams.add_lead" if person_id in wanted else "teams.remove_lead"
        note(session, request, team, word, person_id)
        telling.refresh_home(session, request, person_id)
    tell_new_leads(session, request, team, set(wanted) - before)


def tell_new_leads(session: Session, request: Request, team: Team, new: Collection[str]) -> None:
    for person_id in sorted(set(new) - {request.person}):
        telling.tell(session, request, person_id, "teams.made_lead", {"team": team.id, "by": request.person})


def note(session: Session, request: Request, team: Team, action: str, person_id: str = "") -> None:
    """One row of the audit about a team, or about somebody in it."""
    about = f"team:{team.id}:person:{person_id}" if person_id else f"team:{team.id}"
    audit.note(session, request.now, request.person, action, object_id=about, channel_id=team.channel_id)
