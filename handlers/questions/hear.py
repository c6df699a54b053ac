"""A question in a message: answered in the thread for all where that is the student's team, else to the asker alone."""

from sqlmodel import Session

from handlers.conversation import Request
from handlers.questions.carried import Carried, ids_of
from handlers.questions.places import find_team_here, may_be_said_here
from handlers.questions.share import say_here
from handlers.questions.understand import understand
from storage import outbox
from storage.outbox import Act, Post

SAID_TO_ONE = "questions.said_to_one"


def hear_in_channel(session: Session, request: Request) -> Carried:
    """Somebody calls the bot by name. Returns how it was understood."""
    carried = understand(session, request)
    team = find_team_here(session, request)
    if team is not None and may_be_said_here(session, request, carried, team):
        say_here(session, request, carried, team, _thread_of(request))
    else:
        _say_to_one(session, request, carried, Act.WHISPER, request.channel)
    return carried


def hear_directly(session: Session, request: Request) -> None:
    """A direct message."""
    _say_to_one(session, request, understand(session, request), Act.DIRECT, "")


def _thread_of(request: Request) -> str | None:
    """The thread it was asked in, else the one under the question itself."""
    return request.thread or (request.source.ts if request.source is not None else None)


def _say_to_one(session: Session, request: Request, carried: Carried, act: Act, channel_id: str) -> None:
    post = Post(
        queue=f"person:{request.person}",
        act=act,
        about=SAID_TO_ONE,
        ids=dict(ids_of(carried)),
        subject=f"student:{carried.students[0]}" if len(carried.students) == 1 else "",
        person_id=request.person,
        channel_id=channel_id,
        thread_ts=request.thread or None,
        made_at=request.now,
        not_before=request.now,
    )
    outbox.add_post(session, post)
