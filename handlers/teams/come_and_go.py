"""People join a team's channel and leave it: access follows at once, and the leads are told."""

from sqlmodel import Session

from handlers import telling
from handlers.conversation import Answer, Quiet, Request
from handlers.owner_left import ask_for_owners
from handlers.teams import leads
from handlers.teams.arrive import forget_freshness
from handlers.teams.pause import list_reachable_leads
from handlers.teams.say_coming_and_going import say_lead_left, say_leadless, say_leadless_here, say_made_lead
from storage import people, teams
from storage.teams import Team


def member_joined(request: Request, session: Session) -> Answer:
    """They may ask from now on; before anything more is posted, Slack says who they are."""
    people.join(session, request.channel, request.person)
    forget_freshness(session, request.channel)
    ids = {"joined": request.person, "inviter": str(request.ids.get("inviter", ""))}
    telling.look_again(session, request, request.channel, ids)
    return Quiet()


def member_left(request: Request, session: Session) -> Answer:
    """Slack tells of it. Where it was asked in the meantime, what follows is under way already."""
    return left_unheard(request, session) if people.leave(session, request.channel, request.person) else Quiet()


def left_unheard(request: Request, session: Session) -> Answer:
    """A member is gone: their Home forgets the team's students at once (PRV-04), and what was theirs is asked after."""
    telling.refresh_home(session, request, request.person)
    ask_for_owners(session, request)
    team = teams.find_team_in(session, request.channel)
    if team is None:
        return Quiet()
    teams.end_admission(session, team, request.person)
    if teams.is_lead(session, team, request.person):
        _lose_lead(session, request, team)
    channel = people.find_channel(session, request.channel)
    if channel is not None and channel.paused_because:
        forget_freshness(session, request.channel)
        telling.look_again(session, request, request.channel)
    return Quiet()


def lead_left(request: Request, session: Session) -> Answer:
    team = teams.find_team(session, request.number("team"))
    if team is None or not teams.is_lead(session, team, request.person):
        return Quiet()
    return say_lead_left(team, str(request.ids["person"]))


def leadless_here(request: Request, session: Session) -> Answer:
    """In the channel, unless somebody leads by now."""
    team = _find_leadless(session, request)
    return say_leadless_here(team, str(request.ids["person"])) if team is not None else Quiet()


def leadless(request: Request, session: Session) -> Answer:
    """To an administrator, unless somebody leads by now."""
    team = _find_leadless(session, request)
    return say_leadless(team) if team is not None else Quiet()


def made_lead(request: Request, session: Session) -> Answer:
    team = teams.find_team(session, request.number("team"))
    if team is None or not teams.is_lead(session, team, request.person):
        return Quiet()
    return say_made_lead(team, str(request.ids["by"]))


def _lose_lead(session: Session, request: Request, team: Team) -> None:
    """While others lead, who leaves stops. The last one keeps the name only: without the channel it opens nothing,
    it holds again should they come back, and an administrator can give it to somebody else."""
    ids: dict[str, int | str] = {"team": team.id, "person": request.person}
    others = [
        person_id
        for person_id in list_reachable_leads(session, team)
        if people.is_member(session, team.channel_id, person_id)
    ]
    if others:
        teams.set_leads(session, team, others, request.now)
        leads.note(session, request, team, "teams.remove_lead", request.person)
        for person_id in others:
            telling.tell(session, request, person_id, "teams.lead_left", ids)
    else:
        telling.say_plainly(session, request, team.channel_id, "teams.leadless_here", ids)
        telling.tell_administrators(session, request, "teams.leadless", ids)


def _find_leadless(session: Session, request: Request) -> Team | None:
    wanted = request.number("team")
    return next((team for team in teams.list_leadless(session) if team.id == wanted), None)
