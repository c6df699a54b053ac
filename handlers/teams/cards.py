"""The card of a team in its channel: posted when the bot arrives, changed when the team does."""

from sqlmodel import Session

from handlers import telling
from handlers.conversation import Answer, Quiet, Request
from handlers.teams import say_card
from handlers.teams.rights import find_reason
from handlers.teams.say_card import TeamCard
from storage import outbox, people, schools, teams
from storage.outbox import State
from storage.teams import Team

CARD = "teams.card"


def show_card(session: Session, request: Request, channel_id: str) -> None:
    """Bring the newest card up to date; say it, where none stands."""
    standing = find_card(session, channel_id)
    if standing is None:
        say_card_anew(session, request, channel_id)
    elif standing.state != State.WAITING:  # what still waits is worded when it is sent
        telling.say_anew(session, request, standing)


def say_card_anew(session: Session, request: Request, channel_id: str, inviter: str = "") -> None:
    telling.say_plainly(session, request, channel_id, CARD, {"inviter": inviter}, subject=f"card:{channel_id}")


def find_card(session: Session, channel_id: str) -> outbox.Post | None:
    found = outbox.find_posts(session, CARD, f"card:{channel_id}")
    return found[-1] if found else None


def card(request: Request, session: Session) -> Answer:
    """The words of the card as things stand when it is sent."""
    team = teams.find_team_in(session, request.channel)
    if team is not None:
        return say_card.say_set_up(read_card(session, team))
    channel = people.find_channel(session, request.channel)
    if channel is None:
        return Quiet()
    reason = find_reason(channel)
    return say_card.say_offer() if reason is None else say_card.say_refused(reason)


def how_it_works(request: Request, session: Session) -> Answer:
    team = teams.find_team_in(session, request.channel)
    return say_card.say_how_it_works(team) if team is not None else Quiet()


def back(request: Request, session: Session) -> Answer:
    team = teams.find_team_in(session, request.channel)
    return say_card.say_back(read_card(session, team)) if team is not None else Quiet()


def already(request: Request, session: Session) -> Answer:
    team = teams.find_team(session, request.number("team"))
    return say_card.say_already(read_card(session, team)) if team is not None else Quiet()


def read_card(session: Session, team: Team) -> TeamCard:
    leads = tuple(lead.person_id for lead in teams.list_leads(session, team))
    return TeamCard(team, schools.get_school(session, team.school_id).name, leads)
