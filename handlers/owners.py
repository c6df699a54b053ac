"""Who can have a follow-up: somebody who may see the student; found by a mention, a name typed after @, or a role."""

from sqlmodel import Session

from handlers import doors
from handlers.rules.folding import fold
from handlers.rules.role_words import RoleWord
from storage import people, positions, roles, teams
from storage.access import Access
from storage.people import Person

NOT_ON_TEAM = "That person is not on this student's team, so they could not read it. Choose somebody of the team."


def why_unfit(session: Session, key: Access, person_id: str) -> str:
    """Why this person cannot have a follow-up for the student; empty where they can."""
    if person_id in doors.list_watchers(session, key):
        return ""
    person = people.find_person(session, person_id)
    if person is not None and person.is_bot:
        return "That is an app, not a person. Choose somebody of the team."
    if person is not None and person.is_deactivated:
        return "That person's account is closed. Choose somebody of the team."
    if person is not None and (person.is_guest or person.is_stranger):
        return "That person is a guest here, and guests read nothing about students. Choose somebody of the team."
    return NOT_ON_TEAM


def list_named(session: Session, key: Access, name: str) -> list[str]:
    """Of those who may see the student, whoever is called so: by handle, by name, or by a part of it."""
    wanted = fold(name)
    known = people.find_people(session, doors.list_watchers(session, key))
    exact = [one.id for one in known.values() if wanted in {fold(one.handle), fold(one.real_name)}]
    return sorted(exact or [one.id for one in known.values() if wanted in fold(one.real_name).split()])


def list_holders(session: Session, key: Access, role: RoleWord) -> list[str]:
    """Whoever holds this role for the student; where nobody does, the members with that position."""
    watchers = doors.list_watchers(session, key)
    known = people.find_people(session, watchers)
    held = next((one for one in roles.list_roles(session, key) if one.role == role.duty), None)
    if held is not None:
        by_email = [one.id for one in known.values() if held.holder_email and one.email == held.holder_email]
        holders = [held.holder_id] if held.holder_id else by_email
        return [one for one in holders if one in watchers]
    return sorted(one.id for one in known.values() if _has_position(session, one, watchers[one.id], role))


def may_change(session: Session, key: Access, person_id: str, *involved: str) -> bool:
    """Whoever has the follow-up, gave or promised it, and the leads of the teams they share with the student."""
    if person_id in involved:
        return True
    return bool(key.teams & teams.list_led_by(session, person_id))


def list_leads(session: Session, key: Access) -> list[str]:
    """The leads of the student's teams who are in their channels now."""
    watchers = doors.list_watchers(session, key)
    return sorted(one for one, shared in watchers.items() if set(shared) & teams.list_led_by(session, one))


def _has_position(session: Session, person: Person, team_ids: list[int], role: RoleWord) -> bool:
    held = (positions.find_position(session, team_id, person.id, person.email) for team_id in team_ids)
    return role.position is not None and any(one is not None and one.name is role.position for one in held)
