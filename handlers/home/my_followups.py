"""Home's part about what one has promised: the most pressing first, each with **Done**."""

from sqlmodel import Session

from handlers.blocks import button, buttons, small
from handlers.conversation import Block, Request
from handlers.home.say_home import title
from handlers.rules.zones import zone_of
from handlers.say_followup import line_with_done
from handlers.shown_followups import show_followups
from storage import followups
from storage.access import AccessToMany

MOST = 8


def my_followups(session: Session, request: Request, keys: AccessToMany, time_zone: str) -> list[Block]:
    """Only those on students one may see still: what was promised for the others is their teams' (PRV-04)."""
    mine = followups.list_open_of(session, keys, request.person)
    if not mine:
        return []
    today = request.now.astimezone(zone_of(time_zone)).date()
    shown = show_followups(session, request, keys, mine[:MOST])
    made = [block for one in shown for block in line_with_done(one, today, is_own=True)]
    rest = [small(f"And {len(mine) - MOST} more, due later.")] if len(mine) > MOST else []
    return [*title("My follow-ups"), *made, *rest, buttons(button("All of mine", "followups.list", {}))]
