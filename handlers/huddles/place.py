"""Which team somebody means when they speak of its huddle: this channel's, or else their only one."""

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Refusal, Request
from storage import huddle_plans, people, teams
from storage.access import AccessToMany
from storage.huddle_plans import HuddlePlan
from storage.teams import Team

NO_TEAM = (
    "You are in no team's channel, so there is no huddle of yours. A team is a private channel: ask a lead to add you."
)
NOT_HERE = "You are in several teams. Type this in the channel of the one you mean."
NOT_A_LEAD = "Only this team's leads change when it meets."
TOO_NEW = "This team was set up only just now. Please try again in a minute."


def get_own_team(session: Session, request: Request) -> Team:
    """The team of a button's ids, this channel's, or the asker's only one; staff who are in its channel."""
    if not doors.may_ask(people.find_person(session, request.person)):
        raise Refusal(NO_TEAM)
    own = teams.find_teams_in(session, people.list_channels_of(session, request.person))
    wanted = request.number("team")
    here = [team for team in own if (team.id == wanted if wanted else team.channel_id == request.channel)]
    if not here and (wanted or len(own) != 1):
        raise Refusal(NOT_HERE if own else NO_TEAM)
    return (here or list(own))[0]


def get_led_team(session: Session, request: Request) -> Team:
    """The same, for its leads alone."""
    team = get_own_team(session, request)
    if not teams.is_lead(session, team, request.person):
        leads = ", ".join(f"<@{lead.person_id}>" for lead in teams.list_leads(session, team))
        raise Refusal(f"{NOT_A_LEAD} Ask {leads}." if leads else f"{NOT_A_LEAD} It has none: ask an administrator.")
    return team


def get_plan(session: Session, team: Team) -> HuddlePlan:
    """The clock makes one within seconds of a team's set-up."""
    plan = huddle_plans.find_plan(session, team.id)
    if plan is None:
        raise Refusal(TOO_NEW)
    return plan


def keys_in(session: Session, request: Request, team: Team) -> AccessToMany:
    """The asker's keys to this team's students."""
    keys = doors.access_students(session, request)
    return AccessToMany(keys.person, {one: key for one, key in keys.keys.items() if team.id in key.teams})
