"""Home's part about one's time away: from when to when, and back."""

from sqlmodel import Session

from handlers.blocks import button, buttons, says
from handlers.conversation import Block, Request
from handlers.rules.zones import zone_of
from handlers.stretches import say_days
from storage import leaves


def my_leave(session: Session, request: Request, time_zone: str) -> list[Block]:
    """Nothing where there is none to come: the button that asks for one stands at the top of Home."""
    leave = leaves.find_leave(session, request.person)
    today = request.now.astimezone(zone_of(time_zone)).date()
    if leave is None or leave.ends_on < today:
        return []
    line = f"You are away {say_days(leave.starts_on, leave.ends_on)}. No huddle's nudge reaches you then."
    end = "I am back" if leave.starts_on <= today else "I am not going"
    return [says(line), buttons(button("Change", "leave.ask", {}), button(end, "leave.end", {}))]
