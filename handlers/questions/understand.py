"""Reads what somebody asks among the students and colleagues they may see, and finds its words in the record."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Request
from handlers.known import list_called
from handlers.questions import colleagues
from handlers.questions.carried import Carried, carry
from handlers.questions.here import find_here
from handlers.questions.question import Asked, Question
from handlers.questions.read import read_question
from handlers.questions.said_words import find_said
from handlers.rules.glossary import find_key
from handlers.rules.names import Names
from handlers.rules.zones import zone_of
from storage import people
from storage.access import AccessToMany
from storage.teams import Team


def understand(session: Session, request: Request) -> Carried:
    question = _read(session, request)
    if question.asked is Asked.WHO_SAID:
        return carry(question, found=find_said(session, request, question))
    if question.asked is Asked.MEANING:
        return carry(question, term=find_key(question.words))
    if question.asked is Asked.DUTIES_OF and not question.staff and not question.staff_unknown:
        return carry(replace(question, staff=(request.person,)))
    return carry(question)


def _read(session: Session, request: Request) -> Question:
    """Colleagues of this channel's team first: a psychologist is one there, and many in a district."""
    mine = colleagues.list_asked_among(session, request)
    here = [team for team in mine if team.channel_id == request.channel]
    question = _read_among(session, request, mine, here or mine)
    if here and question.staff_unknown and len(mine) > len(here):
        return _read_among(session, request, mine, mine)
    return question


def _read_among(session: Session, request: Request, mine: Sequence[Team], asked_among: Sequence[Team]) -> Question:
    person = people.find_person(session, request.person)
    here = next((team for team in mine if team.channel_id == request.channel), None)

    def find(keys: Collection[str]) -> Names:
        return _names(session, doors.access_to_look_over(session, request, keys=keys) if keys else None, here)

    def everyone() -> Names:
        return _names(session, doors.access_alike(session, request, request.words), here)

    return read_question(
        request.words,
        find=find,
        everyone=everyone,
        staff=colleagues.read_staff(session, asked_among),
        here=find_here(session, request),
        bot=request.bot,
        today=request.now.astimezone(zone_of(person.time_zone if person is not None else "")).date(),
        duties=colleagues.list_own_duties(session, mine),
    )


def _names(session: Session, keys: AccessToMany | None, here: Team | None) -> Names:
    return Names(list_called(session, list(keys), here) if keys else ())
