"""A huddle closes, by button, by `/focus close` or by itself: its replies are kept as notes, and a recap is posted."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlmodel import Session

from handlers import crisis, doors
from handlers.conversation import Answer, Quiet, Refusal, Reply, Request
from handlers.huddles import replies
from handlers.huddles.begin import skip
from handlers.huddles.place import get_own_team
from handlers.huddles.queueing import CLOSE, PROMPT, RECAP, say_of_student, work
from handlers.huddles.speeches import find_focus
from handlers.message_words import read_message
from handlers.rules.danger import sounds_like_danger
from storage import audit, huddle_notes, huddle_plans, huddle_wishes, huddles, outbox, teams
from storage.access import Access
from storage.huddle_notes import HuddleNote
from storage.huddle_wishes import WishKind
from storage.huddles import Huddle, HuddleState, Skipped
from storage.outbox import Act, State
from storage.teams import Team

NOTHING_OPEN = "No huddle of this team is open. `/focus` shows when the next one is."


@dataclass(frozen=True, slots=True)
class Said:
    """A person's reply in the thread."""

    ts: str
    author_id: str
    text: str  # as Slack writes it


def close(request: Request, session: Session) -> Answer:
    """By a member, for all."""
    huddle, team = get_own_huddle(session, request)
    moved = huddles.move_on(session, huddle.id, HuddleState.OPEN, HuddleState.CLOSING)
    if moved is None:
        raise Refusal(NOTHING_OPEN)
    moved.closed_by = request.person
    session.add(moved)
    outbox.add_post(session, work(team, CLOSE, {"huddle": huddle.id}, request.now))
    return replies.say_closing()


def get_own_huddle(session: Session, request: Request) -> tuple[Huddle, Team]:
    """The huddle of a button, or the one the asker's team is in; only for who may see its student.

    A huddle that there is not and one about a student who is not theirs are one answer (PRV-02).
    """
    wanted = request.number("huddle")
    huddle = huddles.find_huddle(session, wanted) if wanted else _get_here(session, request)
    key = doors.access_student(session, request, (huddle.focus_id if huddle is not None else None) or 0)
    if huddle is None or huddle.team_id not in key.teams:
        raise Refusal(doors.NOT_FOUND)
    return huddle, teams.get_team(session, huddle.team_id)


def end_unposted(request: Request, session: Session) -> None:
    """Its day is over and its post never went out: it is skipped, with a word."""
    huddle = huddles.find_huddle(session, request.number("huddle"))
    if huddle is None or huddle.state != HuddleState.CLOSING:
        return
    head = outbox.get_post(session, huddle.post_id) if huddle.post_id is not None else None
    if head is not None and head.state == State.WAITING:
        outbox.drop(session, head.id, "nothing to say")
    team = teams.get_team(session, huddle.team_id)
    skip(session, request, team, huddle, huddle_plans.find_plan(session, team.id), Skipped.UNFIT)


def finish(request: Request, session: Session, said: Collection[Said] | None) -> None:
    """Keep what was said and post the recap, in one transaction. The clock's. `said` is None where nobody could read
    the thread."""
    found = find_focus(request, session)
    moved = huddles.move_on(session, request.number("huddle"), HuddleState.CLOSING, HuddleState.CLOSED)
    if moved is None:
        return
    moved.closed_at = request.now
    session.add(moved)
    if found is None:  # the student is no longer this team's: nothing more is kept or said of them
        return
    _, team, key = found
    for reply in said or ():
        _keep_reply(session, request, team, key, moved, reply)
    huddle_wishes.drop_wishes(session, team.id, [WishKind.PIN], student_id=key.student_id, week=None)
    huddle_wishes.drop_wishes(session, team.id, list(WishKind), week=moved.week)  # they have had their day
    _post_recap(session, request, team, moved, is_unread=said is None)
    about = f"huddle:{moved.id}"
    by = moved.closed_by or "clock"
    audit.note(session, request.now, by, "huddles.close", access=key, object_id=about, channel_id=team.channel_id)


def _keep_reply(session: Session, request: Request, team: Team, key: Access, huddle: Huddle, reply: Said) -> None:
    text = read_message(session, reply.text)
    is_danger = sounds_like_danger(text)
    note = HuddleNote(
        huddle_id=huddle.id,
        student_id=key.student_id,
        ts=reply.ts,
        author_id=reply.author_id,
        text=text,
        said_at=datetime.fromtimestamp(float(reply.ts), UTC),
        is_restricted=is_danger,
    )
    if huddle_notes.add_note(session, key, note) and is_danger:
        crisis.warn_writer(session, replace(request, person=reply.author_id), reply.ts, directly=True)


def hear_reply(request: Request, session: Session) -> Answer:
    """Somebody wrote in the thread: kept when the huddle closes, and answered at once only where a child may be in
    danger (PRV-60)."""
    if sounds_like_danger(request.words):
        crisis.warn_writer(session, request, str(request.ids["ts"]))
    return Quiet()


def _post_recap(session: Session, request: Request, team: Team, huddle: Huddle, *, is_unread: bool) -> None:
    ids = {"unread": 1} if is_unread else {}
    outbox.add_post(session, say_of_student(team, RECAP, huddle, ids, request.now, huddle.post_id))
    head = say_of_student(team, PROMPT, huddle, {}, request.now, None)
    head.act, head.target_id = Act.UPDATE, huddle.post_id
    outbox.add_post(session, head)


def _get_here(session: Session, request: Request) -> Huddle:
    found = huddles.find_live(session, get_own_team(session, request).id)
    if found is None:
        raise Refusal(NOTHING_OPEN)
    return found


def say_closing(request: Request, session: Session) -> Reply:
    """The same, to a second delivery."""
    return replies.say_closing()
