"""Which of the asker's students a typed name means: one, one of several, or none; never somebody they may not see."""

from dataclasses import dataclass

from sqlmodel import Session

from handlers import doors
from handlers.blocks import apart, button, buttons, escape, says
from handlers.conversation import Ids, Refusal, Reply, Request
from handlers.known import list_known
from handlers.rules.escapes import unescape
from handlers.rules.names import Found, Names, Nobody, Several, keys_sought
from handlers.search import options_for
from storage import teams
from storage.access import Access, AccessToMany
from storage.teams import Team

MOST_OFFERED = 10


@dataclass(frozen=True, slots=True)
class Named:
    """`near`: taken although not written as on record, so the answer has to say whom it took.

    Without a `key`, `choices` are who may be meant; with `is_sure_of_none` they are only offered.
    """

    written: str
    key: Access | None = None
    near: bool = False
    choices: tuple[Access, ...] = ()
    is_sure_of_none: bool = False


def read_named(session: Session, request: Request, words: str) -> Named:
    """Exactly written names by their keys alone; the asker's students called alike only where none settles it."""
    written = unescape(words).words.strip()
    keys = doors.access_students(session, request, keys=keys_sought(written))
    exact = _names(session, request, keys).read_exact(written) if keys else None
    if exact is None:
        keys = doors.access_alike(session, request, written)
    reading = exact or _names(session, request, keys).read(written)
    if isinstance(reading, Found):
        return Named(written, doors.access_student(session, request, reading.student.id), near=reading.say_back)
    fitting = reading.students if isinstance(reading, Several) else reading.suggestions
    choices = tuple(keys.keys[one.id] for one in fitting)
    return Named(written, choices=choices, is_sure_of_none=isinstance(reading, Nobody))


def ask_which(session: Session, named: Named, verb: str, ids: Ids) -> Reply:
    """A button for each student who may be meant; it does `verb` to them. Raises the one Refusal where none is."""
    if not named.choices:
        raise Refusal(doors.NOT_FOUND)
    options = options_for(session, list(named.choices))[:MOST_OFFERED]
    pick = [button(name, verb, {**ids, "student": int(value)}) for value, name in options]
    if named.is_sure_of_none:
        question = f"{doors.NOT_FOUND} Or did you mean:"
    elif len(options) > 1:
        question = f"*{len(options)} students fit “{escape(named.written)}”.* Which one do you mean?"
    else:
        question = f"Do you mean *{escape(options[0][1])}*?"
    return Reply("Which student do you mean?", (says(question), buttons(*apart(pick))))


def _names(session: Session, request: Request, keys: AccessToMany) -> Names:
    return Names(list_known(session, list(keys), _team_here(session, request, keys)))


def _team_here(session: Session, request: Request, keys: AccessToMany) -> Team | None:
    shared = frozenset[int]().union(*(key.teams for key in keys))
    here = (team for team in teams.get_teams(session, shared) if team.channel_id == request.channel)
    return next(here, None)
