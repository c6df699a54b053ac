"""A channel has turned unfit for student facts, or fit again: those who can mend it are told, once a day for each
reason."""

from datetime import date

from sqlmodel import Session

from handlers import doors, telling
from handlers.conversation import Answer, Ids, Quiet, Request
from handlers.rules.channel_safety import Unfit
from handlers.rules.zones import zone_of
from handlers.teams.say_unfit import FOR_WHO_RUNS_IT, say_fit_again, say_undelivered, say_unfit, say_unreached
from storage import outbox, people, teams, tellings
from storage.outbox import Act
from storage.teams import Team

# What Slack calls it when a post fails, where that is one of our own reasons.
_SAME_AS = {"not_in_channel": Unfit.GONE, "channel_not_found": Unfit.GONE, "is_archived": Unfit.ARCHIVED}
_TOLD_WHEN_MET = {Unfit.GONE, Unfit.ARCHIVED}


def unfit(request: Request, session: Session) -> Answer:
    """The sender found the channel unfit, just before a post about a student."""
    team = teams.find_team_in(session, request.channel)
    if team is not None:
        pause(session, request, team, Unfit(str(request.ids["error"])))
    return Quiet()


def pause(session: Session, request: Request, team: Team, reason: Unfit) -> None:
    """Note why posts wait, and tell the leads; of what guests do not explain, administrators too."""
    channel = people.find_channel(session, team.channel_id)
    if channel is not None and channel.paused_because != reason:
        channel.paused_because = reason.value
        session.add(channel)
    guests = _list_guests(session, team, reason)
    kind = ":".join((f"unfit:{reason}", *guests))
    if not tellings.claim(session, f"team:{team.id}", kind, today_of(team, request)):
        return
    ids = {"team": team.id, "reason": reason.value}
    leads = list_reachable_leads(session, team)
    for person_id in leads:
        telling.tell(session, request, person_id, "teams.unfit", ids)
    if reason != Unfit.GUEST or not leads:
        telling.tell_administrators(session, request, "teams.unfit", {**ids, "administrator": 1})


def resume(session: Session, request: Request, team: Team) -> None:
    """The channel is fit: posts go on by themselves, and the leads hear it if they had waited."""
    channel = people.find_channel(session, team.channel_id)
    if channel is None or not channel.paused_because:
        return
    channel.paused_because = ""
    session.add(channel)
    for person_id in list_reachable_leads(session, team):
        telling.tell(session, request, person_id, "teams.fit_again", {"team": team.id})


def undelivered(request: Request, session: Session) -> Answer:
    """A post was given up for good. Who can mend the reason is told; everything stays on record."""
    error = str(request.ids["error"])
    team = teams.find_team_in(session, request.channel)
    if team is None:
        _tell_asker(session, request, error)
    elif error in _SAME_AS:
        pause(session, request, team, _SAME_AS[error])
    elif error not in _TOLD_WHEN_MET:
        _tell_undelivered(session, request, team, error)
    return Quiet()


def say_why_unfit(request: Request, session: Session) -> Answer:
    team = teams.find_team(session, request.number("team"))
    if team is None or not _may_hear(session, request, team):
        return Quiet()
    reason = Unfit(str(request.ids["reason"]))
    guests = _list_guests(session, team, reason)
    if reason == Unfit.GUEST and not guests:
        return Quiet()
    admits = request.is_administrator or bool(request.number("administrator"))
    return say_unfit(team.name, team.id, team.channel_id, reason, guests, admits)


def say_going_on(request: Request, session: Session) -> Answer:
    team = teams.find_team(session, request.number("team"))
    return say_fit_again(team.channel_id) if team is not None and _may_hear(session, request, team) else Quiet()


def say_why_undelivered(request: Request, session: Session) -> Answer:
    is_message = outbox.get_post(session, request.number("post")).act != Act.WORK
    return say_undelivered(str(request.ids["channel"]), str(request.ids["error"]), is_message=is_message)


def say_who_was_not_reached(request: Request, session: Session) -> Answer:
    return say_unreached(str(request.ids["person"]))


def list_reachable_leads(session: Session, team: Team) -> list[str]:
    """Leads who are staff here still. Whether they are in the channel does not matter: it may be gone."""
    leads = [lead.person_id for lead in teams.list_leads(session, team)]
    known = people.find_people(session, leads)
    return [person_id for person_id in leads if doors.may_ask(known.get(person_id))]


def today_of(team: Team, request: Request) -> date:
    """The day it is for the team."""
    return request.now.astimezone(zone_of(team.time_zone)).date()


def _tell_undelivered(session: Session, request: Request, team: Team, error: str) -> None:
    if not tellings.claim(session, f"team:{team.id}", f"undelivered:{error}", today_of(team, request)):
        return
    ids: Ids = {"channel": team.channel_id, "error": error, "post": request.number("post")}
    for person_id in list_reachable_leads(session, team):
        telling.tell(session, request, person_id, "teams.undelivered", ids)
    if error in FOR_WHO_RUNS_IT:
        telling.tell_administrators(session, request, "teams.undelivered", ids)


def _tell_asker(session: Session, request: Request, error: str) -> None:
    """Who asked for a colleague hears that they do not know; who invited the bot, that it could not even say hello."""
    lost = outbox.get_post(session, request.number("post"))
    author, inviter = str(lost.ids.get("author", "")), str(lost.ids.get("inviter", ""))
    if author and lost.person_id:
        telling.tell(session, request, author, "teams.unreached", {"person": lost.person_id})
    elif inviter:
        ids: Ids = {"channel": request.channel, "error": error, "post": request.number("post")}
        telling.tell(session, request, inviter, "teams.undelivered", ids)


def _list_guests(session: Session, team: Team, reason: Unfit) -> list[str]:
    """Who is the reason; nobody where it is the channel itself."""
    return [person_id for _, person_id in teams.list_guests(session, team)] if reason == Unfit.GUEST else []


def _may_hear(session: Session, request: Request, team: Team) -> bool:
    """A lead, or somebody to whom bot/ addressed it as an administrator."""
    return bool(request.number("administrator")) or teams.is_lead(session, team, request.person)
