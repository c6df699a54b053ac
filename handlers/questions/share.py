"""An answer for a whole team: in the thread it was asked in, or by **Share here** under a private one."""

from dataclasses import replace

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Answer, Quiet, Refusal, Reply, Request
from handlers.questions.answer import answer
from handlers.questions.carried import Carried, from_ids, ids_of
from handlers.questions.places import find_team_here, is_for_all, may_be_shared
from storage import audit, outbox, teams
from storage.outbox import Act, Post
from storage.teams import Team

SAID_HERE = "questions.said_here"


def share(request: Request, session: Session) -> Answer:
    """**Share here**: as the record stands when it is said, and without restricted words."""
    carried = replace(from_ids(request.ids), at=0)
    team = find_team_here(session, request)
    if team is None or not may_be_shared(session, request, carried, team):
        raise Refusal(doors.NOT_FOUND)
    say_here(session, request, carried, team)
    ids = audit.name_ids("student", carried.students)
    audit.note(session, request.now, request.person, "questions.share", object_id=ids, channel_id=request.channel)
    return Reply("It is shared in this channel.", said="questions.shared")


def shared(request: Request, session: Session) -> Answer:
    return Reply("It is shared in this channel.")


def say_here(session: Session, request: Request, carried: Carried, team: Team, thread_ts: str | None = None) -> None:
    post = Post(
        queue=team.channel_id,
        act=Act.SAY,
        about=SAID_HERE,
        ids={**ids_of(carried), "team": team.id},
        subject=f"student:{carried.students[0]}" if len(carried.students) == 1 else "",
        channel_id=team.channel_id,
        thread_ts=thread_ts,
        tells_of_students=True,
        made_at=request.now,
        not_before=request.now,
    )
    outbox.add_post(session, post)


def said_here(request: Request, session: Session) -> Answer:
    """The words for all in the channel, by the team's keys. A student who has left the team since is not told of."""
    team = teams.find_team(session, request.number("team"))
    carried = from_ids(request.ids)
    if team is None or request.person or request.channel != team.channel_id or not is_for_all(carried):
        return Quiet()
    return answer(session, request, carried, team)
