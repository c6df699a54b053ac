"""Whose turn it is in a team now: the rule of handlers/rules/rotation.py over what the team has on record."""

from datetime import date

from sqlmodel import Session

from handlers.rules.rotation import Candidate, Queue, line_up
from storage import huddle_wishes, huddles, promised_for_many
from storage.access import AccessToMany
from storage.huddle_plans import HuddlePlan
from storage.huddle_wishes import HuddleWish, WishKind


def line_up_team(session: Session, keys: AccessToMany, plan: HuddlePlan, week: date, today: date) -> Queue:
    """`keys` open the team's students and no others."""
    turns = huddles.list_turns(session, plan.team_id)
    wishes = huddle_wishes.list_wishes(session, plan.team_id, week)
    flagged = promised_for_many.list_flagged(session, keys, today)
    candidates = [
        Candidate(
            id=key.student_id,
            last_turn=turns.get(key.student_id),
            pinned_at=next((one.made_at for one in wishes if _is(one, WishKind.PIN, key.student_id)), None),
            is_flagged=key.student_id in flagged,
            takes=any(_is(one, WishKind.TAKE, key.student_id) for one in wishes),
            is_told=any(_is(one, WishKind.TOLD, key.student_id) for one in wishes),
            is_skipped=any(_is(one, WishKind.SKIP, key.student_id) for one in wishes),
        )
        for key in keys
    ]
    return line_up(candidates, plan.round_began)


def _is(wish: HuddleWish, kind: WishKind, student_id: int) -> bool:
    return wish.kind == kind and wish.student_id == student_id
