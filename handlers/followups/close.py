"""Done, undone within ten minutes, or taken back by who promised it: everybody concerned hears."""

from datetime import timedelta

from sqlmodel import Session

from handlers import followup_posts
from handlers.conversation import Answer, Refusal, Reply, Request
from handlers.followups import comes_again, doorway, replies
from handlers.followups.confirm import can_take_back
from handlers.followups.doorway import Opened
from handlers.owner_left import ask_for_owners_of
from handlers.promise import note
from handlers.rules.due import say_day
from storage import followups
from storage.followups import Changed, Followup

UNDO_FOR = timedelta(minutes=10)
TOO_LATE_TO_UNDO = "That was more than ten minutes ago, so it stays as it is. Promise it anew with `/followup`."
TOO_LATE_TO_TAKE_BACK = (
    "Only who promised it can take it back, for ten minutes and while it is open. Press *Done*, *Edit* or *Hand over*."
)


def done(request: Request, session: Session) -> Answer:
    """Whoever may see the student may say so; owner and giver hear who did."""
    opened = doorway.access_followup(session, request)
    row = opened.followup
    if row.done_at is not None:
        return say_done(session, request, opened, head="*That is done already.*")
    row.done_at, row.done_by, row.snoozed_until = request.now, request.person, None
    followups.note_change(session, row, request.now, request.person, Changed.DONE)
    note(session, request, opened.key, "followups.done", row)
    for person_id in _concerned(row) - {request.person}:
        followup_posts.tell(session, request, row, person_id)
    following = comes_again.add_next(session, request, opened)
    followup_posts.show_anew(session, request, row)
    head = "*Done.* Thank you."
    if following is not None:
        head += f" The next one is due {say_day(following.due_on)}."
    return replies.in_place(say_done(session, request, opened, head=head), request)


def undo(request: Request, session: Session) -> Answer:
    """It is open again; so it never came again either."""
    opened = doorway.access_followup(session, request)
    row = opened.followup
    if row.done_at is None:
        return _say_open(session, request, opened, "*It is open.*")
    if not can_undo(row, request):
        raise Refusal(TOO_LATE_TO_UNDO)
    row.done_at, row.done_by = None, None
    followups.note_change(session, row, request.now, request.person, Changed.UNDONE)
    note(session, request, opened.key, "followups.undo", row)
    comes_again.take_next_back(session, request, opened)
    ask_for_owners_of(session, request, row.student_id)  # its owner may have left meanwhile
    followup_posts.show_anew(session, request, row)
    return replies.in_place(_say_open(session, request, opened, "*Open again.*"), request)


def take_back(request: Request, session: Session) -> Answer:
    """It was a slip: the words come back to who promised it, and nobody has anything to do."""
    opened = doorway.access_followup(session, request)
    row = opened.followup
    if not can_take_back(row, request):
        raise Refusal(TOO_LATE_TO_TAKE_BACK)
    text = doorway.show_one(session, request, opened).text
    take_one_back(session, request, opened)
    return replies.say_taken_back(text)


def take_one_back(session: Session, request: Request, opened: Opened) -> None:
    row = opened.followup
    row.done_at, row.taken_back = request.now, True
    followups.note_change(session, row, request.now, request.person, Changed.TAKEN_BACK)
    note(session, request, opened.key, "followups.take_back", row)
    followup_posts.take_back(session, request, row)


def say_done(session: Session, request: Request, opened: Opened, *, head: str) -> Reply:
    shown = doorway.show_one(session, request, opened)
    undoable = can_undo(opened.followup, request)
    return replies.say_state(shown, request.person, head=head, text="That follow-up is done.", can_undo=undoable)


def can_undo(row: Followup, request: Request) -> bool:
    """Whoever did it, has it or gave it, for ten minutes."""
    is_theirs = request.person in _concerned(row) | {row.done_by}
    return is_theirs and row.done_at is not None and request.now - row.done_at <= UNDO_FOR


def _concerned(row: Followup) -> set[str]:
    """Who has it, who gave it and who promised it."""
    return {one for one in (row.owner_id, row.given_by, row.promised_by) if one}


def _say_open(session: Session, request: Request, opened: Opened, head: str) -> Reply:
    shown = doorway.show_one(session, request, opened)
    return replies.say_state(shown, request.person, head=head, text="That follow-up is open.")
