"""`/whoowns Maya` is answered to the asker alone; a button under an answer asks on."""

from dataclasses import replace

from sqlmodel import Session

from handlers import crisis, doors
from handlers.blocks import says
from handlers.conversation import Answer, Refusal, Reply, Request
from handlers.questions import replies
from handlers.questions.answer import answer
from handlers.questions.ask_back import list_examples
from handlers.questions.carried import Carried, from_ids
from handlers.questions.places import find_team_here, may_be_shared
from handlers.questions.understand import understand
from handlers.rules.danger import sounds_like_danger
from storage import people


def ask(request: Request, session: Session) -> Answer:
    """The words after `/whoowns`: a name alone asks who owns what for that student."""
    if sounds_like_danger(request.words):
        return crisis.act_now(request, session)
    _refuse_outsiders(session, request)
    return _answer(session, request, understand(session, request))


def help_out(request: Request, session: Session) -> Answer:
    """`/whoowns` alone."""
    _refuse_outsiders(session, request)
    return replies.say_help(list_examples(session, request))


def answer_button(request: Request, session: Session) -> Answer:
    """A student or a colleague was chosen, or the rest of a list is wanted."""
    _refuse_outsiders(session, request)
    return replace(_answer(session, request, from_ids(request.ids)), replaces=True)


def say_answer(request: Request, session: Session) -> Answer:
    """What somebody asked in a message, answered to them alone. Refused, they read why."""
    try:
        return _answer(session, request, from_ids(request.ids))
    except Refusal as refusal:
        return Reply(refusal.sentence, (says(refusal.sentence), *refusal.blocks))


def _answer(session: Session, request: Request, carried: Carried) -> Reply:
    """With **Share here** where this channel is the student's team's."""
    said = answer(session, request, carried)
    team = find_team_here(session, request)
    if team is None or not may_be_shared(session, request, carried, team) or len(said.blocks) >= replies.MOST_BLOCKS:
        return said
    blocks = said.blocks or (says(said.text),)
    return replace(said, blocks=(*blocks, replies.share_button(carried)))


def _refuse_outsiders(session: Session, request: Request) -> None:
    """Guests, strangers and apps get one answer to everything (PRV-05)."""
    if not doors.may_ask(people.find_person(session, request.person)):
        raise Refusal(doors.NOT_FOUND)
