"""Finds the student that typed words are about: by folded keys first, by all the rules where no key settles it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Request
from handlers.known import list_known
from handlers.rules.escapes import unescape
from handlers.rules.lead import Lead, keys_sought_in, read_lead
from handlers.rules.names import Found, How, Known, NameReading, Nobody, keys_sought
from handlers.rules.other_students import other_students_in
from handlers.search import options_for
from storage import teams
from storage.access import Access, AccessToMany


@dataclass(frozen=True, slots=True)
class Typed:
    """`about`: the one student meant. Without one, `choices` fit or are only offered, as `fits` says."""

    words: str  # as the person saw them
    rest: str = ""  # without the student's name
    named: str = ""
    about: Access | None = None
    is_near: bool = False
    choices: tuple[Access, ...] = ()
    fits: bool = True
    sees_any: bool = True


def read_typed(session: Session, request: Request, raw: str) -> Typed:
    words, _ = unescape(raw)
    quick = doors.access_to_write(session, request, keys=keys_sought_in(words))
    if quick:
        lead = read_lead(words, _known(session, request, quick))
        if lead.settled:
            return _typed(lead, words, quick, ())
    everybody = doors.access_to_write(session, request)
    known = _known(session, request, everybody)
    return _typed(read_lead(words, known), words, everybody, known)


def read_about(session: Session, key: Access, raw: str) -> str:
    """The words without the name they begin with, where it is this student's."""
    words, _ = unescape(raw)
    lead = read_lead(words, list_known(session, [key], None))
    return lead.rest if lead.who and not isinstance(lead.who[0], Nobody) else words.strip()


def list_plainly_named(session: Session, request: Request, words: str) -> list[Access]:
    """The asker's students whom a text plainly names, anywhere in it."""
    sought = frozenset[str]().union(*(keys_sought(word) for word in set(words.split())))
    keys = doors.access_students(session, request, keys=sought) if sought else AccessToMany(request.person)
    return [keys.keys[one.id] for one in other_students_in(words, _known(session, request, keys), ())]


def label(session: Session, keys: Sequence[Access]) -> list[tuple[int, str]]:
    """(id, shown name) of students to choose from, those of one shown name told apart by grade."""
    return [(int(value), name) for value, name in options_for(session, list(keys))]


def _typed(lead: Lead, words: str, keys: AccessToMany, known: Sequence[Known]) -> Typed:
    fitting = _fitting(lead.who)
    if lead.sure and len(fitting) == 1:
        near = any(one.how is How.NEAR for one in lead.who if not isinstance(one, Nobody))
        return Typed(words.strip(), lead.rest, lead.named, keys.keys[fitting[0].id], near)
    offered = fitting or _offered(lead.who) or other_students_in(words, known, ())
    choices = tuple(keys.keys[one.id] for one in offered)
    return Typed(words.strip(), words.strip(), lead.named, choices=choices, fits=bool(fitting), sees_any=bool(keys))


def _fitting(who: Sequence[NameReading]) -> list[Known]:
    found = (one for one in who if not isinstance(one, Nobody))
    each = (known for one in found for known in ((one.student,) if isinstance(one, Found) else one.students))
    return list({one.id: one for one in each}.values())


def _offered(who: Sequence[NameReading]) -> tuple[Known, ...]:
    return tuple(known for one in who if isinstance(one, Nobody) for known in one.suggestions)


def _known(session: Session, request: Request, keys: AccessToMany) -> list[Known]:
    team_ids = frozenset[int]().union(*(key.teams for key in keys))
    here = (team for team in teams.get_teams(session, team_ids) if team.channel_id == request.channel)
    return list_known(session, list(keys), next(here, None))
