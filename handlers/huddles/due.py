"""Claims what the clock owes the teams: their huddle, the words of the day before, the end of the day.

A claim moves the plan on, adds the huddle and queues what comes of it, in one transaction and for a whole batch. What
takes longer than that is queued as work of each team's own, so that no team waits for another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from handlers.huddles.planning import Row, calendars_of, next_week, plan_of
from handlers.huddles.queueing import CLOSE, CLOSED_DAY, NUDGE, OPEN, SKIPPED, say_plainly, work
from handlers.rules.huddle_slots import WEEK, Plan, Slot, Verdict, decide, planned_at, slot_of, when_to_nudge
from handlers.rules.school_days import SchoolCalendar
from storage import huddle_plans, huddles, outbox, teams
from storage.huddle_plans import HuddlePlan
from storage.huddles import HuddleState, Skipped
from storage.outbox import Post
from storage.schools import School
from storage.teams import Team


@dataclass(frozen=True, slots=True)
class Due:
    """A team the clock has something to do for, and all that deciding takes."""

    row: HuddlePlan
    team: Team
    plan: Plan
    slot: Slot
    days: SchoolCalendar
    now: datetime

    @property
    def is_moved(self) -> bool:
        return self.slot.starts_at is not None and self.slot.starts_at != planned_at(self.plan, self.slot.week)


@dataclass(frozen=True, slots=True)
class Step:
    """What comes of it: the plan as it goes on, a huddle perhaps, and rows of the outbox."""

    plan: Row
    huddle: Row | None = None
    posts: Sequence[Post] = ()


def claim_huddles(session: Session, now: datetime, most: int = huddle_plans.MOST_AT_ONCE) -> int:
    """The huddles of a batch of teams; returns how many plans were due."""
    due = _read(session, now, huddle_plans.list_due(session, now, most))
    taken = huddles.list_taken(session, [(one.team.id, one.slot.week) for one in due])
    _keep(session, [_pass_by(one) if (one.team.id, one.slot.week) in taken else _begin(one) for one in due])
    return len(due)


def claim_nudges(session: Session, now: datetime, most: int = huddle_plans.MOST_AT_ONCE) -> int:
    """The words of the day before, for a batch of teams."""
    due = _read(session, now, huddle_plans.list_nudging(session, now, most))
    _keep(session, [_nudge(one) for one in due])
    return len(due)


def claim_endings(session: Session, now: datetime, most: int = huddle_plans.MOST_AT_ONCE) -> int:
    """Huddles whose day is over are closed by work of their own."""
    ending = huddles.list_ending(session, now, most)
    for huddle in ending:
        huddle.state = HuddleState.CLOSING
        session.add(huddle)
        outbox.add_post(session, work(teams.get_team(session, huddle.team_id), CLOSE, {"huddle": huddle.id}, now))
    return len(ending)


def _read(session: Session, now: datetime, found: Sequence[tuple[HuddlePlan, Team, School]]) -> list[Due]:
    days = calendars_of(session, [team for _, team, _ in found])
    return [_due(row, team, school, days[team.id], now) for row, team, school in found]


def _due(row: HuddlePlan, team: Team, school: School, days: SchoolCalendar, now: datetime) -> Due:
    plan = plan_of(team, school, moves=row.moves)
    return Due(row, team, plan, slot_of(plan, row.week, days), days, now)


def _keep(session: Session, steps: Sequence[Step]) -> None:
    huddles.add_huddles(session, [step.huddle for step in steps if step.huddle is not None])
    huddle_plans.change_plans(session, [step.plan for step in steps])
    for step in steps:
        for post in step.posts:
            outbox.add_post(session, post)


def _begin(due: Due) -> Step:
    """The calendar may have changed since the plan was made: a snow day stops the post of the same morning."""
    match decide(due.now, due.slot):
        case Verdict.NOT_YET:
            return _wait_for_moved(due)
        case Verdict.MISSED:
            return _skip(due, Skipped.MISSED)
        case Verdict.CLOSED:
            return _skip(due, Skipped.CLOSED)
    return Step(_go_on(due, due.row.last_because), _huddle(due, HuddleState.DUE, None), [_work(due, OPEN)])


def _wait_for_moved(due: Due) -> Step:
    """Its day is closed and a later one of the week is not."""
    waits = _stay(due, next_at=due.slot.starts_at, told_week=due.slot.week)
    return Step(waits, None, _tell_closed_day(due))


def _skip(due: Due, because: Skipped) -> Step:
    """With a word, though not one for every week that the bot was away."""
    going_on = _go_on(due, because)
    if because == Skipped.CLOSED:
        posts = _tell_closed_day(due)
    else:
        posts = [say_plainly(due.team, SKIPPED, due.slot.week, due.now)] if going_on["next_at"] > due.now else []
    return Step(going_on, _huddle(due, HuddleState.SKIPPED, because), posts)


def _pass_by(due: Due) -> Step:
    """That week has had its huddle: moved from Monday to Wednesday, a team does not meet twice."""
    return Step(_go_on(due, due.row.last_because))


def _nudge(due: Due) -> Step:
    """In school hours before the huddle; later or not at all, where the calendar says so by now."""
    moment = when_to_nudge(due.now, due.plan, due.slot, due.days)
    if moment is None or moment > due.now:
        return Step(_stay(due, nudge_at=moment))
    nudging = [] if due.slot.starts_at is None else [_work(due, NUDGE)]
    is_closed_day = due.is_moved or due.slot.starts_at is None
    told = due.slot.week if is_closed_day else due.row.told_week
    telling = _tell_closed_day(due) if is_closed_day else []
    return Step(_stay(due, nudge_at=None, told_week=told), None, [*telling, *nudging])


def _work(due: Due, about: str) -> Post:
    return work(due.team, about, {"team": due.team.id, "week": due.slot.week.isoformat()}, due.now)


def _tell_closed_day(due: Due) -> list[Post]:
    """Once a week; of a long break, once."""
    is_same_break = due.slot.starts_at is None and due.row.last_because == Skipped.CLOSED
    if due.row.told_week == due.slot.week or is_same_break:
        return []
    return [say_plainly(due.team, CLOSED_DAY, due.slot.week, due.now)]


def _go_on(due: Due, because: str) -> Row:
    return _stay(due, last_because=because, **next_week(due.plan, due.slot.week + WEEK, due.now, due.days))


def _stay(due: Due, **changes: object) -> Row:
    row = due.row
    kept = {"week": row.week, "next_at": row.next_at, "nudge_at": row.nudge_at}
    said = {"told_week": row.told_week, "last_because": row.last_because}
    return {"team_id": row.team_id, **kept, **said, **changes}


def _huddle(due: Due, state: HuddleState, because: Skipped | None) -> Row:
    slot = due.slot
    times = {"starts_at": slot.starts_at, "useful_until": slot.useful_until, "ends_at": slot.ends_at}
    return {"team_id": due.team.id, "week": slot.week, "state": state, "because": because, "closed_by": "", **times}
