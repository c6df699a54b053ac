"""Somebody calls the bot by name, or writes to it: a greeting gets what works, anything else is a question."""

import re

from sqlmodel import Session

from handlers import crisis, doors
from handlers.checkins import clips
from handlers.conversation import Answer, Quiet, Request
from handlers.questions import hear
from handlers.questions.question import Asked
from handlers.rules.danger import sounds_like_danger
from handlers.rules.folding import fold
from handlers.students import receive
from handlers.teams import arrive
from storage import people, teams

_MENTION = re.compile(r"<@[UW][A-Z0-9]+(?:\|[^<>]*)?>")
_GREETINGS = frozenset(
    "hi hello hey hiya help start there good morning afternoon evening thanks thank you everyone all team roundtable "
    "what can you do how does this work commands".split()
)


def mentioned(request: Request, session: Session) -> Answer:
    """What sounds like a child in danger is answered before anything else, and whoever says it."""
    if sounds_like_danger(request.words) and request.source is not None:
        crisis.warn_writer(session, request, request.source.ts)
        return Quiet()
    if not doors.may_ask(people.find_person(session, request.person)):
        return Quiet()
    if is_greeting(request.words):
        return arrive.greet(request, session)
    carried = hear.hear_in_channel(session, request)
    if carried.asked is Asked.UNCLEAR and teams.find_team_in(session, request.channel) is None:
        return arrive.greet(request, session)  # perhaps somebody wants a team set up here
    return Quiet()


def direct_message(request: Request, session: Session) -> Answer:
    """Clips are offered back as check-ins; files are taken in as before, and words beside them tell of the files."""
    has_files = "file1" in request.ids
    if "clip1" in request.ids:
        clips.hear_directly(session, request)
        if not has_files and not request.words.strip():
            return Quiet()
    is_plain = has_files or is_greeting(request.words) or sounds_like_danger(request.words)
    if is_plain or not doors.may_ask(people.find_person(session, request.person)):
        return receive.hear(request, session)
    hear.hear_directly(session, request)
    return Quiet()


def is_greeting(words: str) -> bool:
    """Nothing but a hello, or a plain wish to know what the bot can do."""
    return all(word in _GREETINGS for word in fold(_MENTION.sub(" ", words)).split())
