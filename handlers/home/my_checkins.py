"""Home's part about one's own check-ins: the newest, each with what its author may still do."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlmodel import Session

from handlers import blocks
from handlers.blocks import escape, small
from handlers.conversation import Block, Request
from handlers.home.say_home import title
from handlers.rules.zones import zone_of
from handlers.shown import join_names, show
from storage import checkins
from storage.access import Access
from storage.checkins import Checkin

MOST = 5
LONGEST = 300
UNDO_FOR = timedelta(minutes=10)


def my_recent_checkins(session: Session, request: Request, keys: Mapping[int, Access], time_zone: str) -> list[Block]:
    """Only on students one may see still: what was written about the others is their teams' (PRV-04)."""
    made: list[Block] = []
    for checkin in checkins.list_own(session, request.person, MOST):
        made += _one(session, checkin, keys, time_zone, request.now)
    return [*title("My recent check-ins"), *made] if made else []


def _one(session: Session, checkin: Checkin, keys: Mapping[int, Access], time_zone: str, now: datetime) -> list[Block]:
    about = checkins.list_student_ids(session, checkin)
    if not about or set(about) - keys.keys():
        return []
    names = join_names(show(session, [keys[student_id] for student_id in about]).values())
    head = f"*{escape(names)}*  ·  {say_when(checkin.made_at, time_zone)}"
    if checkin.withdrawn_at is not None:
        return [small(f"{head}  ·  withdrawn"), blocks.struck(_short(checkin.text))]
    return [small(head), *blocks.typed(_short(checkin.text)), _own_buttons(checkin, now)]


def _own_buttons(checkin: Checkin, now: datetime) -> Block:
    """The same as under the first confirmation; the verb itself looks whether the ten minutes are over."""
    ids = {"checkin": checkin.id}
    return blocks.buttons(
        blocks.button("Edit", "checkins.edit", ids),
        blocks.button("Undo" if now - checkin.made_at <= UNDO_FOR else "Withdraw", "checkins.undo", ids),
        blocks.button("Add follow-up", "followups.add", ids),
    )


def say_when(moment: datetime, time_zone: str) -> str:
    """ "Wed 10 Feb"."""
    local = moment.astimezone(zone_of(time_zone))
    return f"{local:%a} {local.day} {local:%b}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
