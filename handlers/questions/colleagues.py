"""Whom a question may name among the adults: the members of this channel's team, or of all the asker's teams."""

from collections.abc import Sequence

from sqlmodel import Session

from handlers.conversation import Request
from handlers.questions.staff import Staff
from storage import people, positions, roles, teams
from storage.teams import Team


def list_asked_among(session: Session, request: Request) -> Sequence[Team]:
    """The asker's teams; in one's own channel, that one first."""
    mine = teams.find_teams_in(session, people.list_channels_of(session, request.person))
    return sorted(mine, key=lambda team: team.channel_id != request.channel)


def read_staff(session: Session, mine: Sequence[Team]) -> Staff:
    """Everybody in these teams' channels, by all they are called."""
    members = people.list_people_in(session, [team.channel_id for team in mine])
    held = positions.list_held(session, [team.id for team in mine])
    return Staff(
        (one.id, "", one.real_name, one.handle, [name.value for name in held.get(one.id, ())]) for one in members
    )


def list_own_duties(session: Session, mine: Sequence[Team]) -> list[str]:
    """What these teams' schools have added to the standing duties."""
    return list(dict.fromkeys(roles.list_duty_names(session, {team.school_id for team in mine})))
