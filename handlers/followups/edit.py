"""Changes what a follow-up says, when it is due or who has it; what it was before stays in its history."""

from datetime import date

from sqlmodel import Session

from handlers import followup_posts
from handlers.conversation import Answer, Corrections, Ids, Refusal, Reply, Request
from handlers.followups import doorway, forms, replies
from handlers.followups.confirm import confirm
from handlers.followups.doorway import Opened
from handlers.followups.forms import Filled
from handlers.followups.hand_over import change_owner
from handlers.owners import may_change, why_unfit
from handlers.promise import IN_THE_PAST, named_beside, note, read_day, read_repeats, say_danger, today_for
from handlers.rules.danger import sounds_like_danger
from handlers.rules.repeats import from_text, say_repeat
from storage import followups
from storage.followups import Changed

IS_DONE = "That is done already. *Undo*, under it, opens it again for ten minutes."
NOT_YOURS = "Only its owner, whoever promised it, and the team's leads can change it. Ask them."
REWORDED_MEANWHILE = "Somebody changed it while your form was open. Close this and look again; nothing was changed."
CHANGED_MEANWHILE = (
    "Somebody was quicker: by now another person has it. Close this and look again; nothing was changed."
)


def ask(request: Request, session: Session) -> Answer:
    """The form with everything as it stands."""
    opened = _access_mine(session, request)
    row = opened.followup
    repeat = from_text(row.repeats or "")
    text = doorway.show_one(session, request, opened).text
    filled = Filled(
        text=text, owner=row.owner_id, due=row.due_on.isoformat(), repeats=say_repeat(repeat) if repeat else ""
    )
    stands: Ids = {"had": row.owner_id, "newest": _newest(session, opened)}
    ids = {**request.ids, **followup_posts.ids_of(row), **stands, "channel": request.channel}
    return forms.edit_form(filled, ids)


def change(request: Request, session: Session) -> Answer:
    """Keep each thing that is different, with a line of history."""
    opened = _access_mine(session, request)
    text, owner, due = request.word("follow_up"), request.word("owner"), read_day(request.word("due"))
    repeat, unclear = read_repeats(request, today_for(session, request, opened.key))
    errors = {**unclear, **_errors(session, request, opened, text, owner, due)}
    if errors:
        return Corrections(errors)
    if repeat != (opened.followup.repeats or ""):
        _change_repeats(session, request, opened, repeat)
    if text not in (opened.followup.text, doorway.show_one(session, request, opened).text):
        _change_text(session, request, opened, text)
    if due is not None and due != opened.followup.due_on:
        change_due(session, request, opened, due)
    if owner and (owner != opened.followup.owner_id or opened.followup.asks_for_owner is not None):
        change_owner(session, request, opened, owner)
    else:
        followup_posts.show_anew(session, request, opened.followup)
    return _say(session, request, opened, "*Changed.*")


def due_other(request: Request, session: Session) -> Answer:
    """The other reading of the day that was typed, one click away."""
    opened = _access_mine(session, request)
    due = read_day(str(request.ids.get("on", "")))
    if due is None or due < today_for(session, request, opened.key).on:
        raise Refusal(IN_THE_PAST)
    before = opened.followup.due_on
    if due != before:
        change_due(session, request, opened, due)
        followup_posts.show_anew(session, request, opened.followup)
    return replies.in_place(confirm(session, request, opened, {"other": before.isoformat()}), request)


def change_due(session: Session, request: Request, opened: Opened, due: date) -> None:
    row, before = opened.followup, opened.followup.due_on
    row.due_on, row.due_words, row.snoozed_until = due, None, None
    _keep(session, request, opened, Changed.DUE, before.isoformat(), due.isoformat())


def _change_text(session: Session, request: Request, opened: Opened, text: str) -> None:
    row, before = opened.followup, opened.followup.text
    row.text, row.names_others = text, named_beside(session, request, opened.key, text, row.names_others)
    _keep(session, request, opened, Changed.TEXT, before, text)


def _change_repeats(session: Session, request: Request, opened: Opened, repeats: str) -> None:
    row, before = opened.followup, opened.followup.repeats or ""
    row.repeats = repeats or None
    _keep(session, request, opened, Changed.REPEATS, before, repeats)


def _keep(session: Session, request: Request, opened: Opened, kind: Changed, before: str, after: str) -> None:
    followups.note_change(session, opened.followup, request.now, request.person, kind, before=before, after=after)
    note(session, request, opened.key, "followups.change", opened.followup)


def _errors(
    session: Session, request: Request, opened: Opened, text: str, owner: str, due: date | None
) -> dict[str, str]:
    row, errors = opened.followup, {}
    if not text:
        errors["follow_up"] = "Write what is promised."
    elif sounds_like_danger(text):
        errors["follow_up"] = say_danger(session, opened.key)
    if row.owner_id != str(request.ids.get("had", row.owner_id)):
        errors["owner"] = CHANGED_MEANWHILE
    elif _newest(session, opened) > request.number("newest"):
        errors.setdefault("follow_up", REWORDED_MEANWHILE)  # the whole form would put back what they changed
    elif owner and owner != row.owner_id and (reason := why_unfit(session, opened.key, owner)):
        errors["owner"] = reason
    if due is not None and due != row.due_on and due < today_for(session, request, opened.key).on:
        errors["due"] = IN_THE_PAST
    return errors


def _newest(session: Session, opened: Opened) -> int:
    """The id of the last line of its history."""
    history = followups.list_history(session, opened.key, followup_id=opened.followup.id, most=1)
    return history[0][1].id if history else 0


def _access_mine(session: Session, request: Request) -> Opened:
    opened = doorway.access_followup(session, request)
    row = opened.followup
    if row.done_at is not None:
        raise Refusal(IS_DONE)
    if not may_change(session, opened.key, request.person, row.owner_id, row.promised_by):
        raise Refusal(NOT_YOURS)
    return opened


def _say(session: Session, request: Request, opened: Opened, head: str) -> Reply:
    shown = doorway.show_one(session, request, opened)
    return replies.say_state(shown, request.person, head=head, text="That follow-up is changed.")
