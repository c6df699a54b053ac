"""Lets a team hear of a check-in, of its changes and of its end: rows for the outbox, ids only."""

from collections.abc import Collection

from sqlmodel import Session

from handlers.checkin_links import UPDATE
from handlers.conversation import Request
from handlers.week_thread import say_in_channel, week_thread
from storage import outbox, teams
from storage.access import Access
from storage.checkins import Checkin, Restriction
from storage.outbox import Act, Post, State
from storage.teams import Appear, Team


def tell_team(session: Session, request: Request, checkin: Checkin, keys: Collection[Access]) -> None:
    """Queue the posts of a new check-in. Two students: only where both are on that channel's team.

    `keys` are the author's, and open through that team whom it supports.
    """
    if checkin.team_id is None or checkin.restriction != Restriction.NONE:
        return
    team = teams.get_team(session, checkin.team_id)
    if team.appear == Appear.RECORD or not all(team.id in key.teams for key in keys):
        return
    if team.appear == Appear.CHANNEL:
        _say(session, request, team, checkin, None)
        return
    for key in keys:
        _say(session, request, team, checkin, week_thread(session, request, team, key.student_id))


def tell_change(session: Session, request: Request, checkin: Checkin) -> None:
    """Queue a fresh wording for every post of this check-in."""
    _again(session, request, checkin, Act.UPDATE)


def take_back(session: Session, request: Request, checkin: Checkin) -> None:
    """Queue the removal of every post of this check-in."""
    _again(session, request, checkin, Act.DELETE)


def subject_of(checkin: Checkin) -> str:
    return f"checkin:{checkin.id}"


def _say(session: Session, request: Request, team: Team, checkin: Checkin, under_id: int | None) -> None:
    ids: dict[str, int | str] = {"checkin": checkin.id, "team": team.id}
    say_in_channel(session, request, team, UPDATE, ids, subject_of(checkin), under_id)


def _again(session: Session, request: Request, checkin: Checkin, act: Act) -> None:
    """What still waits needs no second row: it is worded when it is sent, and dropped when it is taken back."""
    for said in outbox.find_posts(session, UPDATE, subject_of(checkin)):
        if said.state == State.WAITING:
            if act == Act.DELETE:
                outbox.drop(session, said.id, "taken back")
            continue
        again = Post(
            queue=said.queue,
            act=act,
            about=said.about,
            ids=said.ids,
            channel_id=said.channel_id,
            target_id=said.id,
            tells_of_students=act == Act.UPDATE,
            made_at=request.now,
            not_before=request.now,
        )
        outbox.add_post(session, again)
