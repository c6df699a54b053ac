"""Where a check-in appears: where it was typed if that is the student's team, else the only team, else asked."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session

from storage import teams
from storage.access import Access
from storage.teams import Team


@dataclass(frozen=True, slots=True)
class Place:
    """The team a check-in goes to, or the teams its author chooses from. Neither: no team knows all its students."""

    team: Team | None
    choices: tuple[Team, ...] = ()


def find_place(session: Session, channel_id: str, keys: Collection[Access]) -> Place:
    """Among the author's teams that support all these students, the one of this channel goes first."""
    shared = frozenset.intersection(*(key.teams for key in keys))
    found = teams.get_teams(session, sorted(shared))
    here = next((team for team in found if team.channel_id == channel_id), None)
    if here is not None or len(found) == 1:
        return Place(here or found[0])
    return Place(None, tuple(found))
