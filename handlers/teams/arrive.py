"""The bot comes to a channel or goes from it: it offers to set a team up, says that it is back, or tells the leads."""

from sqlmodel import Session

from handlers import telling
from handlers.conversation import Answer, Quiet, Request
from handlers.rules.channel_safety import Unfit
from handlers.teams import cards
from handlers.teams.pause import pause
from handlers.teams.say_card import say_what_works
from storage import people, teams


def bot_joined(request: Request, session: Session) -> Answer:
    """Look who is here, then say hello; both wait in one queue, so the words know the channel."""
    forget_freshness(session, request.channel)
    telling.look_again(session, request, request.channel, {"back": 1})
    if teams.find_team_in(session, request.channel) is None:
        cards.say_card_anew(session, request, request.channel, str(request.ids.get("inviter", "")))
    else:
        telling.say_plainly(session, request, request.channel, "teams.back", {})
    return Quiet()


def greet(request: Request, session: Session) -> Answer:
    """Somebody says hello: where no team is set up, the bot offers to; an invitation may have been missed."""
    if teams.find_team_in(session, request.channel) is None:
        telling.look_again(session, request, request.channel)
        cards.say_card_anew(session, request, request.channel, request.person)
    else:
        telling.whisper(session, request, "teams.what_works", {})
    return Quiet()


def what_works(request: Request, session: Session) -> Answer:
    """To whoever mentioned the bot in a team's channel."""
    return say_what_works()


def bot_left(request: Request, session: Session) -> Answer:
    """Who is in the channel can no longer be known, so nobody is taken for a member until the bot is back."""
    channel = people.find_channel(session, request.channel)
    if channel is None:
        return Quiet()
    members = people.list_members(session, channel.id)
    channel.has_bot = False
    session.add(channel)
    people.set_members(session, channel.id, ())
    team = teams.find_team_in(session, channel.id)
    if team is not None:
        pause(session, request, team, Unfit.GONE)
        for person_id in members:
            telling.refresh_home(session, request, person_id)
    return Quiet()


def channel_changed(request: Request, session: Session) -> Answer:
    """Renamed, archived, shared, made public, or any of these undone: Slack is asked what it is now."""
    if people.find_channel(session, request.channel) is not None:
        forget_freshness(session, request.channel)
        telling.look_again(session, request, request.channel, {"changed": 1})
    return Quiet()


def forget_freshness(session: Session, channel_id: str) -> None:
    """Whatever is known of the channel is to be asked for again before anything is said in it."""
    channel = people.find_channel(session, channel_id)
    if channel is not None:
        channel.members_checked_at = None
        session.add(channel)
