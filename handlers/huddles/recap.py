"""The recap of a huddle: who took part, what was decided and promised, what lacks an owner, who is next."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlmodel import Session

from handlers import huddle_turns, next_huddle
from handlers.conversation import Answer, Quiet, Request
from handlers.huddles.begin import keys_of_team, today_in
from handlers.huddles.decisions import read_decision
from handlers.huddles.say_recap import Recap, say_recap
from handlers.huddles.speeches import find_focus
from handlers.huddles.wording import word_for_team
from handlers.say_followup import ShownFollowup
from handlers.shown import show
from handlers.shown_followups import show_followups
from storage import checkins, followups, huddle_notes, huddle_plans, people
from storage.access import Access, AccessToMany
from storage.huddle_notes import HuddleNote, NoteKind
from storage.huddles import Huddle, HuddleState
from storage.teams import Team

MOST_LOOKED_AT = 50


def recap(request: Request, session: Session) -> Answer:
    """In the huddle's thread, with nothing restricted in it."""
    found = find_focus(request, session)
    if found is None or found[0].state != HuddleState.CLOSED:
        return Quiet()
    huddle, team, key = found
    since = huddle.opened_at or huddle.starts_at or request.now
    notes = huddle_notes.list_notes(session, key, huddle.id)
    promised = _show_promised(session, request, team, key, since)
    return say_recap(
        Recap(
            huddle_id=huddle.id,
            people=_list_people(session, team, key, notes, since),
            decided=tuple(word_for_team(session, request, team, key, who, text) for who, text in _list_decided(notes)),
            promised=tuple(one for one in promised if one.has_owner),
            unowned=tuple(one for one in promised if not one.has_owner),
            next_name=_name_next(session, request, team, huddle),
            next_day=_say_next_day(session, team),
            closed_by=huddle.closed_by,
            is_unread=bool(request.number("unread")),
        )
    )


def _list_people(
    session: Session, team: Team, key: Access, notes: Sequence[HuddleNote], since: datetime
) -> tuple[str, ...]:
    """Who wrote in the thread, kept a check-in meanwhile or promised something, each once.

    What another team of the student does is its own.
    """
    members = people.list_members(session, team.channel_id)
    recent = reversed(checkins.list_recent(session, key, MOST_LOOKED_AT))
    wrote = [row.author_id for row in recent if row.made_at >= since and row.withdrawn_at is None]
    wrote += [row.promised_by for row in followups.list_open(session, key) if row.promised_at >= since]
    return tuple(dict.fromkeys([*(note.author_id for note in notes), *(one for one in wrote if one in members)]))


def _list_decided(notes: Sequence[HuddleNote]) -> Iterator[tuple[str, str]]:
    """(author, words) of what somebody said was decided, and of the fourth answer of problem-solving."""
    for note in notes:
        words = read_decision(note.text) if note.kind == NoteKind.REPLY else note.text
        if words and note.kind in {NoteKind.REPLY, NoteKind.CHANGE}:
            yield note.author_id, words


def _show_promised(
    session: Session, request: Request, team: Team, key: Access, since: datetime
) -> Sequence[ShownFollowup]:
    """What was promised since it opened, and what still asks for an owner."""
    rows = [
        row for row in followups.list_open(session, key) if row.asks_for_owner is not None or row.promised_at >= since
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
    return next_huddle.say_from(session, team, plan.week) if plan is not None else ""
