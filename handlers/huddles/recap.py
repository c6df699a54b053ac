"""The recap of a huddle: who took part, what was decided and promised, what lacks an owner, who is next."""

from collections.abc import Sequence

from sqlmodel import Session

from handlers import huddle_turns
from handlers.conversation import Answer, Quiet, Request
from handlers.huddles.begin import keys_of_team, today_in
from handlers.huddles.say_recap import Recap, say_recap
from handlers.huddles.speeches import find_focus, say_when
from handlers.huddles.wording import word_for_team
from handlers.say_followup import ShownFollowup
from handlers.shown import show
from handlers.shown_followups import show_followups
from storage import followups, huddle_notes, huddle_plans
from storage.access import Access, AccessToMany
from storage.huddle_notes import NoteKind
from storage.huddles import Huddle, HuddleState
from storage.teams import Team


def recap(request: Request, session: Session) -> Answer:
    """In the huddle's thread, with nothing restricted in it."""
    found = find_focus(request, session)
    if found is None or found[0].state != HuddleState.CLOSED:
        return Quiet()
    huddle, team, key = found
    notes = huddle_notes.list_notes(session, key, huddle.id)
    promised = _show_promised(session, request, team, key, huddle)
    decided = [note for note in notes if note.kind == NoteKind.CHANGE]
    return say_recap(
        Recap(
            huddle_id=huddle.id,
            people=tuple(dict.fromkeys(note.author_id for note in notes)),
            decided=tuple(word_for_team(session, request, team, key, one.author_id, one.text) for one in decided),
            promised=tuple(one for one in promised if one.has_owner),
            unowned=tuple(one for one in promised if not one.has_owner),
            next_name=_name_next(session, request, team, huddle),
            next_day=_say_next_day(session, team),
            closed_by=huddle.closed_by,
        )
    )


def _show_promised(
    session: Session, request: Request, team: Team, key: Access, huddle: Huddle
) -> Sequence[ShownFollowup]:
    """What was promised since it opened, and what still asks for an owner."""
    since = huddle.opened_at or huddle.starts_at
    rows = [
        row
        for row in followups.list_open(session, key)
        if row.asks_for_owner is not None or (since is not None and row.promised_at >= since)
    ]
    return show_followups(session, request, AccessToMany(key.person, {key.student_id: key}), rows, team)


def _name_next(session: Session, request: Request, team: Team, huddle: Huddle) -> str:
    plan = huddle_plans.find_plan(session, team.id)
    if plan is None:
        return ""
    keys = keys_of_team(session, request, team)
    following = huddle_turns.line_up_team(session, keys, plan, plan.week, today_in(team, request)).next
    return show(session, [keys.keys[following.student_id]], team)[following.student_id] if following else ""


def _say_next_day(session: Session, team: Team) -> str:
    plan = huddle_plans.find_plan(session, team.id)
    return say_when(session, team, plan.week) if plan is not None else ""
