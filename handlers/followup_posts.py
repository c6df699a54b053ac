"""What others hear of a follow-up: its owner and its giver directly, the team in the student's thread; ids only."""

from collections.abc import Collection
from datetime import timedelta

from sqlmodel import Session

from handlers.conversation import Ids, Request
from handlers.week_thread import say_in_channel, week_thread
from storage import followups, outbox, reminders, teams
from storage.followups import Followup
from storage.outbox import Act, Post, State
from storage.teams import Appear

GIVEN = "followups.given"  # to its owner
TOLD = "followups.told"  # to whoever gave it, or gets it back: what became of it
PROMISED = "followups.promised"  # to the team
NOW = "followups.now"  # any of these once more, as things stand
REMINDED = "followups.reminder_now"  # a reminder once more
LOOKED_AT_FOR = timedelta(days=14)


def tell_owner(session: Session, request: Request, followup: Followup) -> None:
    """Unless they promised it, took it or gave it to themselves."""
    if followup.owner_id and followup.owner_id != request.person:
        tell(session, request, followup, followup.owner_id, GIVEN)


def tell(session: Session, request: Request, followup: Followup, person_id: str, about: str = TOLD) -> None:
    post = Post(
        queue=f"person:{person_id}",
        act=Act.DIRECT,
        about=about,
        ids=ids_of(followup),
        subject=subject_of(followup),
        person_id=person_id,
        made_at=request.now,
        not_before=request.now,
    )
    outbox.add_post(session, post)


def tell_team(session: Session, request: Request, followup: Followup) -> None:
    """In the thread of the student's week, or in the channel, as the team wants its check-ins."""
    team = teams.find_team(session, followup.team_id) if followup.team_id is not None else None
    if team is None or team.appear == Appear.RECORD:
        return
    in_thread = team.appear == Appear.THREAD
    under_id = week_thread(session, request, team, followup.student_id) if in_thread else None
    ids = {**ids_of(followup), "team": team.id}
    say_in_channel(session, request, team, PROMISED, ids, subject_of(followup), under_id)


def show_anew(session: Session, request: Request, followup: Followup) -> None:
    """Every message about it says from now on how things stand, and so do the reminders of it."""
    for said in list_said(session, followup):
        if said.state != State.WAITING:  # what still waits is worded when it is sent
            outbox.add_post(session, _again(request, said, Act.UPDATE))
    _remind_anew(session, request, followup)


def take_back(session: Session, request: Request, followup: Followup) -> None:
    """It never was: the team's message goes, and whoever was told reads that it was taken back."""
    for said in list_said(session, followup):
        if said.state == State.WAITING:
            outbox.drop(session, said.id, "taken back")
        else:
            act = Act.DELETE if said.about == PROMISED else Act.UPDATE
            outbox.add_post(session, _again(request, said, act))
    _remind_anew(session, request, followup)


def leave_channel(session: Session, request: Request, followup: Followup) -> None:
    """What was said of it to a team goes: nothing more is told there."""
    for said in list_said(session, followup, (PROMISED,)):
        if said.state == State.WAITING:
            outbox.drop(session, said.id, "taken back")
        else:
            outbox.add_post(session, _again(request, said, Act.DELETE))


def list_said(session: Session, followup: Followup, abouts: Collection[str] = (GIVEN, TOLD, PROMISED)) -> list[Post]:
    return [post for about in abouts for post in outbox.find_posts(session, about, subject_of(followup))]


def ids_of(followup: Followup) -> dict[str, int | str]:
    return {"followup": followup.id, "student": followup.student_id}


def subject_of(followup: Followup) -> str:
    return f"followup:{followup.id}"


def _remind_anew(session: Session, request: Request, followup: Followup) -> None:
    """Their buttons must not offer what is over; older ones nobody looks at any more."""
    owners, since = followups.list_owners(session, followup), request.now - LOOKED_AT_FOR
    for said in reminders.list_told(session, followup.id, owners, since):
        outbox.add_post(session, _again(request, said, Act.UPDATE, REMINDED))


def _again(request: Request, said: Post, act: Act, about: str = NOW) -> Post:
    ids: Ids = said.ids
    return Post(
        queue=said.queue,
        act=act,
        about=about,
        ids=dict(ids),
        channel_id=said.channel_id,
        person_id=said.person_id,
        target_id=said.id,
        tells_of_students=act == Act.UPDATE and said.tells_of_students,
        made_at=request.now,
        not_before=request.now,
    )
