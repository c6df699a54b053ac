"""A follow-up changes hands: given on, given back, or taken. Of two at once the first counts; the other hears so."""

from sqlmodel import Session

from handlers import followup_posts
from handlers.conversation import Answer, Corrections, Refusal, Reply, Request
from handlers.followups import doorway, forms, replies
from handlers.followups.doorway import Opened
from handlers.owners import list_leads, may_change, why_unfit
from handlers.promise import named_beside, note, say_danger
from handlers.rules.danger import sounds_like_danger
from handlers.say_followup import say_owner
from storage import followups
from storage.followups import Asking, Changed

IS_DONE = "That is done already, so there is nothing to hand over. *Undo*, under it, opens it again for ten minutes."
NOT_YOURS = "Only its owner, whoever gave it, and the team's leads can hand it over. Ask them."


def ask(request: Request, session: Session) -> Answer:
    """The form: to whom, and a word with it."""
    opened = doorway.access_followup(session, request)
    _must_be_open(opened)
    if not _may_hand_over(session, request, opened):
        raise Refusal(NOT_YOURS)
    shown = doorway.show_one(session, request, opened)
    ids = {**request.ids, **shown.ids, "had": opened.followup.owner_id, "channel": request.channel}
    return forms.hand_over_form(ids, says_who=f"Now: {say_owner(shown)}.")


def give(request: Request, session: Session) -> Answer:
    """The new owner is told, and so is whoever gave it first."""
    opened = doorway.access_followup(session, request)
    _must_be_open(opened)
    row, new, word = opened.followup, request.word("owner"), request.word("word")
    errors = _errors(session, request, opened, new, word)
    if errors:
        return Corrections(errors)
    change_owner(session, request, opened, new, word=word)
    return _say(session, request, opened, f"*Handed over* to <@{row.owner_id}>.", "That follow-up is handed over.")


def take(request: Request, session: Session) -> Answer:
    """One that asks for an owner has one from now on."""
    opened = doorway.access_followup(session, request)
    _must_be_open(opened)
    row = opened.followup
    if row.owner_id == request.person and row.asks_for_owner is None:
        return _say(session, request, opened, "*It is yours already.*", "That follow-up is yours.")
    if row.asks_for_owner is None and not _may_hand_over(session, request, opened):
        raise Refusal(f"<@{row.owner_id}> has it by now. If it should be yours, ask them to hand it over.")
    change_owner(session, request, opened, request.person)
    return replies.in_place(_say(session, request, opened, "*It is yours now.*", "That follow-up is yours."), request)


def not_me(request: Request, session: Session) -> Answer:
    """Back to who gave it, who is shown until somebody takes it; where they cannot have it, the leads are asked."""
    opened = doorway.access_followup(session, request)
    _must_be_open(opened)
    row = opened.followup
    if row.owner_id != request.person or row.asks_for_owner is not None:
        shown = doorway.show_one(session, request, opened)
        raise Refusal(f"It is not with you any more: {say_owner(shown)}. Nothing was changed.")
    giver = row.given_by or row.promised_by
    if giver == request.person:
        raise Refusal("You gave it to yourself, so there is nobody to give it back to. *Hand over* passes it on.")
    back_to = "" if why_unfit(session, opened.key, giver) else giver
    row.owner_id, row.asks_for_owner, row.snoozed_until = back_to, Asking.NOT_ME, None
    _note(session, request, opened, Changed.NOT_ME, before=request.person, after=back_to)
    for person_id in [back_to] if back_to else list_leads(session, opened.key):
        followup_posts.tell(session, request, row, person_id)
    followup_posts.show_anew(session, request, row)
    told = f"<@{back_to}> is" if back_to else "The team's leads are"
    said = _say(session, request, opened, f"*Given back.* {told} told.", "You gave a follow-up back.")
    return replies.in_place(said, request)


def change_owner(session: Session, request: Request, opened: Opened, new: str, *, word: str = "") -> None:
    """Give it to somebody, tell them, and let every message about it say so."""
    row, before = opened.followup, opened.followup.owner_id
    asked = row.asks_for_owner is not None
    row.owner_id, row.given_by, row.asks_for_owner, row.snoozed_until = new, request.person, None, None
    if word:
        row.names_others = named_beside(session, request, opened.key, word, row.names_others)
    _note(session, request, opened, Changed.OWNER, before=before, after=new, word=word)
    followup_posts.tell_owner(session, request, row)
    for person_id in {row.promised_by, before if not asked else row.promised_by} - {request.person, new, ""}:
        followup_posts.tell(session, request, row, person_id)
    followup_posts.show_anew(session, request, row)


def _errors(session: Session, request: Request, opened: Opened, new: str, word: str) -> dict[str, str]:
    row = opened.followup
    if row.owner_id != str(request.ids.get("had", row.owner_id)):
        shown = doorway.show_one(session, request, opened)
        who = "nobody" if not shown.owner_id else "you" if row.owner_id == request.person else "somebody else"
        return {"owner": f"Somebody was quicker: by now {who} has it. Close this and look again. Nothing was changed."}
    if not _may_hand_over(session, request, opened):
        return {"owner": NOT_YOURS}
    if not new:
        return {"owner": "Choose who is to have it."}
    if sounds_like_danger(word):
        return {"word": say_danger(session, opened.key)}
    if reason := why_unfit(session, opened.key, new):
        return {"owner": reason}
    if new == row.owner_id and row.asks_for_owner is None:
        return {"owner": "They have it already."}
    return {}


def _may_hand_over(session: Session, request: Request, opened: Opened) -> bool:
    row = opened.followup
    if row.asks_for_owner is not None:
        return True
    return may_change(session, opened.key, request.person, row.owner_id, row.given_by or "", row.promised_by)


def _must_be_open(opened: Opened) -> None:
    if opened.followup.done_at is not None:
        raise Refusal(IS_DONE)


def _note(
    session: Session, request: Request, opened: Opened, kind: Changed, *, before: str, after: str, word: str = ""
) -> None:
    followups.note_change(
        session, opened.followup, request.now, request.person, kind, before=before, after=after, word=word
    )
    note(session, request, opened.key, f"followups.{kind.name.lower()}", opened.followup)


def _say(session: Session, request: Request, opened: Opened, head: str, text: str) -> Reply:
    return replies.say_state(doorway.show_one(session, request, opened), request.person, head=head, text=text)
