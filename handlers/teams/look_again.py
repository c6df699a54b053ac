"""Slack has just been asked about a channel: the card is brought up to date, and leads hear what is new for them."""

from sqlmodel import Session

from handlers import telling
from handlers.conversation import Answer, Quiet, Request
from handlers.owner_left import ask_for_owners_on
from handlers.rules.channel_safety import Unfit
from handlers.teams import cards
from handlers.teams.pause import list_reachable_leads, pause, resume
from handlers.teams.say_coming_and_going import say_apps, say_joined
from storage import people, teams
from storage.people import Person
from storage.teams import Team


def looked_again(request: Request, session: Session) -> Answer:
    """`ids["error"]` is why the channel is unfit, or empty. `joined` is who has come, `set_up` that the team is new,
    `changed` that the channel itself is another than before, `back` that the bot was away from it."""
    team = teams.find_team_in(session, request.channel)
    if team is None:
        if "changed" in request.ids and cards.find_card(session, request.channel) is not None:
            cards.show_card(session, request, request.channel)
        return Quiet()
    error = str(request.ids.get("error", ""))
    if "changed" in request.ids:  # turned public it opens nothing any more, and private again it does
        for person_id in people.list_members(session, request.channel):
            telling.refresh_home(session, request, person_id)
    if error:
        pause(session, request, team, Unfit(error))
    else:
        resume(session, request, team)
    if "back" in request.ids:
        ask_for_owners_on(session, request, team)
    joined = people.find_person(session, str(request.ids.get("joined", "")))
    if joined is not None:
        _tell_joined(session, request, team, joined)
    if "set_up" in request.ids:
        _tell_apps(session, request, team)
    return Quiet()


def joined(request: Request, session: Session) -> Answer:
    """To a lead, while whoever joined is still there."""
    team = teams.find_team(session, request.number("team"))
    person_id = str(request.ids["person"])
    if team is None or not teams.is_lead(session, team, request.person):
        return Quiet()
    return say_joined(team, person_id) if people.is_member(session, team.channel_id, person_id) else Quiet()


def apps(request: Request, session: Session) -> Answer:
    """To a lead: the other apps that are in the channel now."""
    team = teams.find_team(session, request.number("team"))
    if team is None or not teams.is_lead(session, team, request.person):
        return Quiet()
    found = list_apps(session, team, request.bot)
    return say_apps(team, found) if found else Quiet()


def list_apps(session: Session, team: Team, bot_id: str) -> list[str]:
    members = people.find_people(session, people.list_members(session, team.channel_id))
    return sorted(person.id for person in members.values() if person.is_bot and person.id != bot_id)


def _tell_joined(session: Session, request: Request, team: Team, person: Person) -> None:
    """An app is listed, a colleague named; of a guest the pause tells. Whoever invited them knows already."""
    if person.is_bot:
        _tell_apps(session, request, team)
        return
    if person.is_guest or person.is_stranger:
        return
    for lead in list_reachable_leads(session, team):
        if lead not in {person.id, request.ids.get("inviter")}:
            telling.tell(session, request, lead, "teams.joined", {"team": team.id, "person": person.id})


def _tell_apps(session: Session, request: Request, team: Team) -> None:
    if list_apps(session, team, request.bot):
        for lead in list_reachable_leads(session, team):
            telling.tell(session, request, lead, "teams.apps", {"team": team.id})
