"""What the clock owes the teams: their huddle, and the words of the day before.

A step moves the plan on, adds the huddle and queues what comes of it, all kept in one transaction. What takes longer
than that is queued as work of each team's own, so that no team waits for another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from handlers.huddles.planning import calendars_of, next_week, plan_for
from handlers.huddles.queueing import CLOSED_DAY, NUDGE, OPEN, SKIPPED, Row, row_of_word, row_of_work
from handlers.huddles.steps import Step, decide_each
from handlers.rules.huddle_slots import WEEK, Plan, Slot, Verdict, decide, planned_at, slot_of, when_to_nudge
from handlers.rules.school_days import SchoolCalendar
from storage import huddle_plans, huddles
from storage.huddle_plans import Meets, Standing
from storage.huddles import HuddleState, Skipped


@dataclass(frozen=True, slots=True)
class Due:
    """A team the clock has something to do for, and all that deciding takes."""

    row: Standing
    team: Meets
    plan: Plan
    slot: Slot
    days: SchoolCalendar
    now: datetime

    @property
    def is_moved(self) -> bool:
        return self.slot.starts_at is not None and self.slot.starts_at != planned_at(self.plan, self.slot.week)


def find_huddles(session: Session, now: datetime, most: int) -> Sequence[Step]:
    """The huddles that are due."""
    found = huddle_plans.list_due(session, now, most)
    taken = huddles.list_taken(session, [(team.id, row.week) for team, row in found])
    days = calendars_of(session, [team for team, _ in found])

    def settle(team: Meets, row: Standing) -> Step:
        due = _due(row, team, days[team.id], now)
        return _pass_by(due) if (team.id, row.week) in taken else _begin(due)

    return decide_each(found, settle)


def find_nudges(session: Session, now: datetime, most: int) -> Sequence[Step]:
    """The words of the day before."""
    found = huddle_plans.list_nudging(session, now, most)
    days = calendars_of(session, [team for team, _ in found])
    return decide_each(found, lambda team, row: _nudge(_due(row, team, days[team.id], now)))


def _due(row: Standing, team: Meets, days: SchoolCalendar, now: datetime) -> Due:
    plan = plan_for(team, moves=row.moves)
    return Due(row, team, plan, slot_of(plan, row.week, days), days, now)


def _begin(due: Due) -> Step:
    """The calendar may have changed since the plan was made: a snow day stops the post of the same morning."""
    match decide(due.now, due.slot):
        case Verdict.NOT_YET:
            return _wait_for_moved(due)
        case Verdict.MISSED:
            return _skip(due, Skipped.MISSED)
        case Verdict.CLOSED:
            return _skip(due, Skipped.CLOSED)
    return _step(due, _go_on(due, due.row.last_because), [_work(due, OPEN)], _huddle(due, HuddleState.DUE, None))


def _wait_for_moved(due: Due) -> Step:
    """Its day is closed and a later one of the week is not."""
    waits = _stay(due, next_at=due.slot.starts_at, told_week=due.row.week)
    return _step(due, waits, _tell_closed_day(due))


def _skip(due: Due, because: Skipped) -> Step:
    """With a word, though not one for every week that the bot was away."""
    going_on = _go_on(due, because)
    if because == Skipped.CLOSED:
        posts = _tell_closed_day(due)
    else:
        posts = [row_of_word(due.team, SKIPPED, due.row.week, due.now)] if going_on["next_at"] > due.now else []
    return _step(due, going_on, posts, _huddle(due, HuddleState.SKIPPED, because))


def _pass_by(due: Due) -> Step:
    """That week has had its huddle: moved from Monday to Wednesday, a team does not meet twice."""
    return _step(due, _go_on(due, due.row.last_because))


def _nudge(due: Due) -> Step:
    """In school hours before the huddle; later or not at all, where the calendar says so by now."""
    moment = when_to_nudge(due.now, due.plan, due.slot, due.days)
    if moment is None or moment > due.now:
        return _step(due, _stay(due, nudge_at=moment))
    nudging = [] if due.slot.starts_at is None else [_work(due, NUDGE)]
    is_closed_day = due.is_moved or due.slot.starts_at is None
    told = due.row.week if is_closed_day else due.row.told_week
    telling = _tell_closed_day(due) if is_closed_day else []
    return _step(due, _stay(due, nudge_at=None, told_week=told), [*telling, *nudging])


def _step(due: Due, plan: Row, posts: Sequence[Row] = (), huddle: Row | None = None) -> Step:
    return Step(due.team.id, due.row, plan, huddle, posts)


def _work(due: Due, about: str) -> Row:
    return row_of_work(due.team, about, {"team": due.team.id, "week": due.row.week.isoformat()}, due.now)


def _tell_closed_day(due: Due) -> list[Row]:
    """Once a week; of a long break, once."""
    is_same_break = due.slot.starts_at is None and due.row.last_because == Skipped.CLOSED
    if due.row.told_week == due.row.week or is_same_break:
        return []
    return [row_of_word(due.team, CLOSED_DAY, due.row.week, due.now)]


def _go_on(due: Due, because: str) -> Row:
    return _stay(due, last_because=because, **next_week(due.plan, due.row.week + WEEK, due.now, due.days))


def _stay(due: Due, **changes: object) -> Row:
    row = due.row
    kept = {"week": row.week, "next_at": row.next_at, "nudge_at": row.nudge_at}
    said = {"told_week": row.told_week, "last_because": row.last_because}
    return {"team_id": due.team.id, **kept, **said, **changes}


def _huddle(due: Due, state: HuddleState, because: Skipped | None) -> Row:
    slot = due.slot
    times = {"starts_at": slot.starts_at, "useful_until": slot.useful_until, "ends_at": slot.ends_at}
    return {"team_id": due.team.id, "week": slot.week, "state": state, "because": because, "closed_by": "", **times}
