"""Which teams somebody leads: only leads add students, change their names and take them off the team."""

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Refusal, Request
from storage import people, teams
from storage.access import Access
from storage.teams import Team

NOT_A_LEAD = "Only a team's leads add or change its students."


def list_led(session: Session, person_id: str) -> list[Team]:
    """The teams this person leads and is in the channel of, by name. A guest or stranger leads none."""
    if not doors.may_ask(people.find_person(session, person_id)):
        return []
    led = teams.list_led_by(session, person_id)
    return [
        team for team in teams.find_teams_in(session, people.list_channels_of(session, person_id)) if team.id in led
    ]


def get_led(session: Session, request: Request, team_id: int) -> Team:
    """The team of that id, if the asker leads it. Unknown and not theirs are one answer."""
    found = next((team for team in list_led(session, request.person) if team.id == team_id), None)
    if found is None:
        raise Refusal(say_not_a_lead(session, request))
    return found


def get_led_student(session: Session, request: Request) -> tuple[Access, Team]:
    """The student and team of the request's ids, if the asker leads it and it supports the student."""
    team = get_led(session, request, request.number("team"))
    key = doors.access_student(session, request, request.number("student"))
    if team.id not in key.teams:
        raise Refusal(doors.NOT_FOUND)
    return key, team


def say_not_a_lead(session: Session, request: Request) -> str:
    """Whom to ask instead, where that is known: the leads of the channel it was typed in, for staff who are in it."""
    team = teams.find_team_in(session, request.channel) if request.channel else None
    is_there = team is not None and people.is_member(session, team.channel_id, request.person)
    if team is None or not is_there or not doors.may_ask(people.find_person(session, request.person)):
        return f"{NOT_A_LEAD} Ask a lead of yours, or set a team up: invite me to its private channel."
    leads = ", ".join(f"<@{lead.person_id}>" for lead in teams.list_leads(session, team))
    return f"{NOT_A_LEAD} Ask {leads}." if leads else f"{NOT_A_LEAD} This team has none: ask an administrator."
