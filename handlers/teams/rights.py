"""Who may set a team up, and who may change it. Every refusal says what to do instead."""

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Refusal, Request
from handlers.rules.channel_safety import ChannelState, Unfit, why_not
from handlers.teams.say_unfit import WHY_NOT_HERE
from storage import people, teams
from storage.people import Channel, Person
from storage.teams import Team

NOT_FOR_GUESTS = (
    "Teams are set up by the school's own staff, and Slack has you here as a guest. "
    "Ask a colleague in the channel to press the button."
)
NOT_A_MEMBER = "You can do that only for a channel you are in. Ask somebody in the channel to invite you first."
NOT_A_LEAD = "Only a team's leads can do that, and you are not a lead of that team."


def get_colleague(session: Session, request: Request) -> Person:
    """Who asks, if they are staff of this workspace."""
    person = people.find_person(session, request.person)
    if person is None or not doors.may_ask(person):
        raise Refusal(NOT_FOR_GUESTS)
    return person


def get_own_channel(session: Session, request: Request) -> Channel:
    """The channel the request is from, if the asker is staff and in it."""
    get_colleague(session, request)
    channel = people.find_channel(session, request.channel)
    if channel is None or not people.is_member(session, request.channel, request.person):
        raise Refusal(NOT_A_MEMBER)
    return channel


def get_channel_to_set_up(session: Session, request: Request) -> Channel:
    """The channel a team may be made of: private, this school's own and open."""
    channel = get_own_channel(session, request)
    reason = find_reason(channel)
    if reason is not None:
        raise Refusal(WHY_NOT_HERE[reason])
    return channel


def find_reason(channel: Channel) -> Unfit | None:
    """Why the channel itself, whoever is in it, may not hear of students."""
    state = ChannelState(channel.is_private, channel.is_shared, channel.is_archived, channel.has_bot)
    return why_not(state, (), ())


def get_own_team(session: Session, request: Request) -> Team:
    """The team of `ids["team"]`, if the asker is in it. Unknown and not theirs are one answer."""
    get_colleague(session, request)
    team = teams.find_team(session, request.number("team"))
    if team is None or not people.is_member(session, team.channel_id, request.person):
        raise Refusal(NOT_A_MEMBER)
    return team


def get_led_team(session: Session, request: Request) -> Team:
    """The team of `ids["team"]`, if the asker leads it."""
    team = get_own_team(session, request)
    if not teams.is_lead(session, team, request.person):
        leads = ", ".join(f"<@{lead.person_id}>" for lead in teams.list_leads(session, team))
        raise Refusal(f"{NOT_A_LEAD} Ask {leads}." if leads else NOT_A_LEAD)
    return team
