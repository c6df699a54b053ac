"""Finds the students typed words name: by folded keys first, by all that the rules know where no key settles it."""

from collections.abc import Collection

from sqlmodel import Session

from handlers import doors
from handlers.checkins.reading import Typed, read_checkin
from handlers.conversation import Request
from handlers.known import list_known
from handlers.rules.escapes import unescape
from handlers.rules.lead import keys_before_mark, keys_sought_in
from handlers.rules.names import Known
from handlers.search import options_for
from storage import teams
from storage.access import Access, AccessToMany


def read(session: Session, request: Request) -> tuple[Typed, AccessToMany]:
    """What was typed, and the keys to everybody it may mean. The quick ways read only those whose keys occur."""
    words, _ = unescape(request.words)
    for keys_in in (keys_before_mark, keys_sought_in):
        keys = keys_in(words)
        quick = doors.access_to_write(session, request, keys=keys) if keys else AccessToMany(request.person)
        if quick:
            typed = read_checkin(request.words, _known(session, request, quick))
            if typed.lead.settled:
                return typed, quick
    everybody = doors.access_to_write(session, request)
    return read_checkin(request.words, _known(session, request, everybody)), everybody


def label(session: Session, keys: Collection[Access]) -> list[tuple[int, str]]:
    """(id, shown name) of students to choose from, those of one shown name told apart by grade."""
    return [(int(value), name) for value, name in options_for(session, list(keys))]


def _known(session: Session, request: Request, keys: AccessToMany) -> list[Known]:
    team_ids = frozenset[int]().union(*(key.teams for key in keys))
    here = (team for team in teams.get_teams(session, team_ids) if team.channel_id == request.channel)
    return list_known(session, list(keys), next(here, None))
