"""What is said of follow-ups later, from the record: to owner and giver directly, to the team in its channel."""

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Answer, Quiet, Refusal, Request
from handlers.followups import doorway, replies
from handlers.followups.close import can_undo
from handlers.followups.doorway import GONE, Opened
from handlers.rules.due import say_day
from handlers.say_followup import ShownFollowup
from handlers.shown_followups import show_followups, show_words
from storage import followups, promised_for_many, teams
from storage.followups import Asking, Followup

MOST_LISTED = 8


def given(request: Request, session: Session) -> Answer:
    """To its owner, unless it is theirs no more by the time it is said."""
    opened = doorway.access_followup(session, request)
    row = opened.followup
    if row.owner_id != request.person or row.done_at is not None:
        raise Refusal("That follow-up is no longer yours.")
    return _directly(session, request, opened)


def told(request: Request, session: Session) -> Answer:
    """To whoever gave or promised it: what became of it."""
    return _directly(session, request, doorway.access_followup(session, request))


def promised(request: Request, session: Session) -> Answer:
    """To the team, in its channel; nothing where it was taken back before."""
    team = teams.get_team(session, request.number("team"))
    keys = doors.access_for_clock(session, request, team, (request.number("student"),))
    key = keys.keys.get(request.number("student"))
    row = followups.find_followup(session, key, request.number("followup")) if key is not None else None
    if row is None:
        return Quiet()
    shown = doorway.show_in(session, request, keys, row, team)
    head = "*Done.*" if shown.done_on else "*Follow-up*"
    return replies.say_state(shown, "", head=head, text="A follow-up was promised.")


def now(request: Request, session: Session) -> Answer:
    """Any of these once more, as things stand; taken back, the words are gone from it."""
    if not request.person:
        return promised(request, session)
    try:
        opened = doorway.access_followup(session, request)
    except Refusal as refusal:
        if refusal.sentence == GONE:
            return replies.say_nothing_to_do()
        raise
    return _directly(session, request, opened)


def owner_left(request: Request, session: Session) -> Answer:
    """To a lead: what asks for an owner since somebody left; nothing where others were quicker."""
    keys = doors.access_to_look_over(session, request)
    rows = promised_for_many.list_without_owner(session, keys) if keys else ()
    asking = [row for row in rows if row.asks_for_owner is Asking.OWNER_LEFT]
    if not asking:
        return Quiet()
    shown = show_followups(session, request, keys, asking[:MOST_LISTED])
    return replies.say_owner_left(str(request.ids.get("gone", "")), shown, request.person, total=len(asking))


def state(request: Request, session: Session) -> Answer:
    """A reply that was given, once more."""
    return _directly(session, request, doorway.access_followup(session, request))


def _directly(session: Session, request: Request, opened: Opened) -> Answer:
    row = opened.followup
    shown = doorway.show_one(session, request, opened)
    head, text = _say_head(shown, row, request.person)
    word = followups.find_last_word(session, row) if row.owner_id == request.person else ""
    word = show_words(session, request, opened.key, row, word)
    return replies.say_state(shown, request.person, head=head, text=text, can_undo=can_undo(row, request), word=word)


def _say_head(shown: ShownFollowup, row: Followup, person: str) -> tuple[str, str]:
    """The sentence on top, and the preview, which names no student."""
    if shown.done_on is not None:
        return f"<@{shown.done_by}> has done this.", "A follow-up is done."
    if shown.asks is Asking.NOT_ME:
        return "*Not theirs:* this was given back and asks for an owner.", "A follow-up was given back."
    if shown.asks is Asking.OWNER_LEFT:
        return "*Its owner has left*, so this asks for a new one.", "A follow-up has lost its owner."
    if shown.asks is Asking.NOBODY_YET:
        return "*Nobody has this yet.*", "A follow-up asks for an owner."
    if shown.owner_id == person:
        return _say_given(shown, person), "You have a follow-up."
    return f"<@{shown.owner_id}> has this, due {say_day(shown.due_on)}.", "A follow-up has changed hands."


def _say_given(shown: ShownFollowup, person: str) -> str:
    giver = shown.given_by or shown.promised_by
    return "*This is yours.*" if giver == person else f"<@{giver}> gave you a follow-up."
