"""What people do in the world of records, by hand: one verb, and its answer."""

from collections.abc import Mapping

from sqlmodel import Session

from handlers import table
from handlers.conversation import Answer, Field, Refusal, Request, Verb
from tests.privacy import attempts
from tests.privacy import world as w


def press(session: Session, name: str, person: str, **ids: int | str) -> str:
    return _do(session, table.BUTTONS[name], person, ids, {})


def send(session: Session, name: str, person: str, ids: Mapping[str, int | str], **filled: Field) -> str:
    return _do(session, table.FORMS[name], person, ids, filled)


def hear(session: Session, name: str, person: str, **ids: int | str) -> str:
    """What somebody is told from the outbox, or again."""
    return _do(session, table.SPEECHES[name], person, ids, {})


def asks(session: Session, person: str, words: str, channel: str = w.JUNIPER) -> str:
    """`/whoowns` with these words."""
    verb = table.COMMANDS["/whoowns"][table.ANYTHING]
    return _answer(session, verb, Request(person=person, now=w.NOW, channel=channel, words=words, bot="UBOT"))


def home_of(session: Session, person: str) -> str:
    return hear(session, "home.show", person)


def read_in_channel(session: Session, channel: str, checkin: int, team: int) -> str:
    """What the bot would say of a check-in in that team's channel now."""
    request = Request(person="", now=w.NOW, channel=channel, ids={"checkin": checkin, "team": team})
    return attempts.words_of(table.SPEECHES["checkins.update"].run(request, session))


def _do(session: Session, verb: Verb, person: str, ids: Mapping[str, int | str], filled: Mapping[str, Field]) -> str:
    channel = str(ids.get("channel", w.JUNIPER))
    return _answer(session, verb, Request(person=person, now=w.NOW, channel=channel, ids=ids, fields=filled))


def _answer(session: Session, verb: Verb, request: Request) -> str:
    answer: Answer | Refusal
    try:
        answer = verb.run(request, session)
    except Refusal as refusal:
        answer = refusal
    return attempts.words_of(answer)
