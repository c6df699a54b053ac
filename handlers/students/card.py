"""`/student Maya`: the card; `/student Maya roles`: the chart. Whose they are is read as in `/checkin`."""

from sqlmodel import Session

from handlers import doors
from handlers.blocks import escape
from handlers.card import show_card
from handlers.chart_page import show_chart
from handlers.conversation import Answer, Request
from handlers.named import Named, ask_which, read_named
from handlers.say_chart import CHART
from storage.access import Access

CARD = "students.card"
ROLES = ("roles", "role", "chart", "duties")


def look(request: Request, session: Session) -> Answer:
    """The card or the chart of the student named. A student called *Roles* is found first."""
    named, wants_chart = _read(session, request)
    if named.key is None:
        return ask_which(session, named, CHART if wants_chart else CARD, {})
    first = f"I read “{escape(named.written)}” as this student." if named.near else ""
    return _show(session, named.key, request, first, wants_chart=wants_chart)


def show(request: Request, session: Session) -> Answer:
    """The card of the student whose button was pressed."""
    return show_card(session, doors.access_student(session, request, request.number("student")), request)


def _show(session: Session, key: Access, request: Request, first: str, *, wants_chart: bool) -> Answer:
    make = show_chart if wants_chart else show_card
    return make(session, key, request, first=first)


def _read(session: Session, request: Request) -> tuple[Named, bool]:
    name, _, last = request.words.strip().rpartition(" ")
    if not name.strip() or last.casefold() not in ROLES:
        return read_named(session, request, request.words), False
    whole = read_named(session, request, request.words)
    if whole.key is not None and not whole.near:
        return whole, False
    return read_named(session, request, name.removesuffix("'s").removesuffix(":")), True
