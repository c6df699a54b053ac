"""A huddle's hour has come: it gets its focus student and its agenda, and its post and thread are queued."""

from datetime import date

from sqlmodel import Session

from handlers import doors, huddle_turns
from handlers.conversation import Request
from handlers.huddles import agenda
from handlers.huddles.queueing import PROMPT, SKIPPED, STEP, say_of_student, say_plainly
from handlers.huddles.replies import STEPS
from handlers.rules.rotation import Queue
from handlers.rules.zones import zone_of
from storage import audit, huddle_plans, huddles, outbox, teams
from storage.access import Access, AccessToMany
from storage.huddle_plans import HuddlePlan
from storage.huddles import Huddle, HuddleState, Skipped
from storage.teams import Team


def begin(request: Request, session: Session) -> None:
    """The clock's, in one transaction: done again after a crash, it finds that it was done."""
    team = teams.get_team(session, request.number("team"))
    week = date.fromisoformat(str(request.ids["week"]))
    huddle = huddles.find_of_week(session, team.id, week)
    plan = huddle_plans.find_plan(session, team.id)
    if huddle is None or plan is None or huddle.state != HuddleState.DUE:
        return
    keys = keys_of_team(session, request, team)
    queue = huddle_turns.line_up_team(session, keys, plan, week, today_in(team, request))
    because = _why_not(request, huddle, queue)
    if because is not None or queue.next is None:
        skip(session, request, team, huddle, plan, because or Skipped.NOBODY_LEFT)
        return
    _note_turn(session, queue, plan, huddle)
    _lay_out(session, request, team, keys.keys[queue.next.student_id], huddle)


def skip(
    session: Session, request: Request, team: Team, huddle: Huddle, plan: HuddlePlan | None, because: Skipped
) -> None:
    """There will be none this week, and the channel hears why; of a team that stays without students, once."""
    huddle.state, huddle.because = HuddleState.SKIPPED, because
    session.add(huddle)
    is_news = plan is None or because != Skipped.NO_STUDENTS or plan.last_because != because
    if plan is not None:
        plan.last_because = because.value
        session.add(plan)
    if is_news:
        outbox.add_post(session, say_plainly(team, SKIPPED, huddle.week, request.now))


def keys_of_team(session: Session, request: Request, team: Team) -> AccessToMany:
    return doors.access_for_clock(session, request, team, huddles.list_supported(session, team.id))


def today_in(team: Team, request: Request) -> date:
    """The day it is for the team."""
    return request.now.astimezone(zone_of(team.time_zone)).date()


def _why_not(request: Request, huddle: Huddle, queue: Queue) -> Skipped | None:
    if huddle.useful_until is None or request.now >= huddle.useful_until:
        return Skipped.MISSED
    if not queue.places:
        return Skipped.NO_STUDENTS
    return Skipped.NOBODY_LEFT if queue.next is None else None


def _note_turn(session: Session, queue: Queue, plan: HuddlePlan, huddle: Huddle) -> None:
    plan.last_because = ""
    if queue.begins_round:
        plan.round_began = huddle.starts_at
    session.add(plan)


def _lay_out(session: Session, request: Request, team: Team, key: Access, huddle: Huddle) -> None:
    huddle.focus_id, huddle.opened_at, huddle.state = key.student_id, request.now, HuddleState.OPEN
    session.add(huddle)
    session.flush()
    agenda.keep_agenda(session, request, team, key, huddle)
    head = outbox.add_post(session, say_of_student(team, PROMPT, huddle, {}, request.now, None))
    huddle.post_id = head.id
    for number in range(len(STEPS)):
        outbox.add_post(session, say_of_student(team, STEP, huddle, {"step": number}, request.now, head.id))
    about = f"huddle:{huddle.id}"
    audit.note(session, request.now, "clock", "huddles.open", access=key, object_id=about, channel_id=team.channel_id)
