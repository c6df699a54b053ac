"""The writer's private confirmation, made from the record: what was understood, and what can still be changed."""

from datetime import date, timedelta

from sqlmodel import Session

from handlers.conversation import Answer, Ids, Reply, Request
from handlers.followups import doorway, replies
from handlers.followups.doorway import Opened
from handlers.rules.due import say_day
from handlers.say_followup import say_owner
from storage.followups import Followup

UNDO_FOR = timedelta(minutes=10)
YOURS = "You named no owner, so it is yours: *Hand over* gives it to somebody else."
BY_DEFAULT = "You gave no day, so it is due at the team's next huddle, or in a week."


def confirm(
    session: Session, request: Request, opened: Opened, ids: Ids | None = None, notes: tuple[str, ...] = ()
) -> Reply:
    """`ids` keep what the record does not: that no owner or day was given, the other reading, a closed day."""
    shown = doorway.show_one(session, request, opened)
    ids = ids or {}
    said = [*notes]
    if ids.get("unsaid") and shown.owner_id == request.person:
        said.append(YOURS)
    if ids.get("default"):
        said.append(BY_DEFAULT)
    if moved := _day(ids, "moved"):
        said.append(f"{say_day(moved)} is no school day, so I moved it on.")
    if not shown.has_owner:
        said.append(f"Owner: {say_owner(shown)}. *I'll take it* and *Hand over* change that.")
    other = _day(ids, "other")
    return replies.say_kept(
        shown,
        request.person,
        notes=said,
        other=other if other != shown.due_on else None,
        can_take_back=can_take_back(opened.followup, request),
        said_ids={**shown.ids, **ids},
    )


def say_kept(request: Request, session: Session) -> Answer:
    """The confirmation once more, from the record."""
    opened = doorway.access_followup(session, request)
    ids = {name: one for name, one in request.ids.items() if name in {"unsaid", "default", "moved", "other"}}
    return confirm(session, request, opened, ids)


def can_take_back(followup: Followup, request: Request) -> bool:
    """Who promised it, for ten minutes, while it is open."""
    is_own = followup.promised_by == request.person and followup.done_at is None
    return is_own and request.now - followup.promised_at <= UNDO_FOR


def _day(ids: Ids, name: str) -> date | None:
    try:
        return date.fromisoformat(str(ids[name])) if name in ids else None
    except ValueError:
        return None
