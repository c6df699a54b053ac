"""`/followup list`: one's own, a colleague's, a student's, or those overdue; only on students the asker may see."""

from collections.abc import Sequence

from sqlmodel import Session

from handlers import doors
from handlers.blocks import button, escape
from handlers.conversation import Answer, Ids, Note, Reply, Request
from handlers.followups import replies
from handlers.followups.reading import mentions_in
from handlers.named import ask_which, read_named
from handlers.promise import today_of
from handlers.shown import show
from handlers.shown_followups import show_followups
from storage import audit, followups, promised_for_many
from storage.access import Access, AccessToMany
from storage.followups import Followup

ON_A_PAGE = 10
MINE = frozenset(("", "mine", "me", "my"))
OVERDUE = frozenset(("overdue", "late"))


def list_typed(request: Request, session: Session) -> Answer:
    """What stands after `list` says whose."""
    words = request.words.strip().partition(" ")[2].strip()
    mentioned = list(mentions_in(words).values())
    if words.casefold() in MINE:
        return _list_of(session, request, request.person)
    if words.casefold() in OVERDUE:
        return _list_overdue(session, request)
    if mentioned:
        return _list_of(session, request, mentioned[0])
    named = read_named(session, request, words)
    if named.key is None:
        return ask_which(session, named, "followups.list", {})
    return _list_student(session, request, named.key)


def list_pressed(request: Request, session: Session) -> Answer:
    """Another page, or the student whose button was pressed."""
    if request.number("student"):
        answer = _list_student(session, request, doors.access_student(session, request, request.number("student")))
    elif request.ids.get("of") == "overdue":
        answer = _list_overdue(session, request)
    else:
        answer = _list_of(session, request, str(request.ids.get("of", "")) or request.person)
    return replies.in_place(answer, request) if isinstance(answer, Reply) else answer


def help_out(request: Request, session: Session) -> Answer:
    return replies.say_what_works()


def _list_of(session: Session, request: Request, owner_id: str) -> Reply:
    about = followups.list_students_of(session, owner_id)
    keys = doors.access_to_write(session, request, student_ids=about) if about else AccessToMany(request.person)
    rows = followups.list_open_of(session, keys, owner_id) if keys else ()
    if owner_id == request.person:
        return _say(session, request, "Your follow-ups", keys, rows, {"of": owner_id}, "You have no open follow-ups.")
    empty = f"<@{owner_id}> has no open follow-ups for the students you support."
    return _say(session, request, f"<@{owner_id}>'s follow-ups", keys, rows, {"of": owner_id}, empty)


def _list_student(session: Session, request: Request, key: Access) -> Reply:
    keys = AccessToMany(key.person, {key.student_id: key})
    (name,) = show(session, [key]).values()
    rows = followups.list_open(session, key)
    empty = f"Nothing is open for *{escape(name)}*."
    return _say(session, request, f"Open for {escape(name)}", keys, rows, {"student": key.student_id}, empty)


def _list_overdue(session: Session, request: Request) -> Reply:
    """The asker's own first."""
    keys = doors.access_to_look_over(session, request)
    rows = promised_for_many.list_overdue(session, keys, today_of(session, request)) if keys else ()
    mine_first = sorted(rows, key=lambda row: row.owner_id != request.person)
    return _say(session, request, "Overdue", keys, mine_first, {"of": "overdue"}, "Nothing is overdue.")


def _say(
    session: Session,
    request: Request,
    title: str,
    keys: AccessToMany,
    rows: Sequence[Followup],
    ids: Ids,
    empty: str,
) -> Reply:
    if not rows:
        return replies.say_empty(empty)
    at = min(max(0, request.number("at")), len(rows) - 1)
    page = rows[at : at + ON_A_PAGE]
    shown = show_followups(session, request, keys, page)
    left = len(rows) - at - len(page)
    more = button(f"{left} more", "followups.list", {**ids, "at": at + len(page)}) if left else None
    today = today_of(session, request)
    read = audit.name_ids("followup", [row.id for row in page])
    said = replies.say_list(title, shown, request.person, today, more=more, total=len(rows))
    return Reply(said.text, said.blocks, notes=(Note("followups.list", read),))
