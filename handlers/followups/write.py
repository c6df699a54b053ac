"""`/followup Maya T: send home the reading log @lopez by friday` is promised at once, or asks for what it lacks."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from handlers import doors
from handlers.blocks import escape
from handlers.conversation import Answer, Refusal, Request
from handlers.followups import ask, naming, replies
from handlers.followups.confirm import confirm
from handlers.followups.doorway import Opened
from handlers.followups.naming import Typed
from handlers.followups.reading import (
    MOST_CHARACTERS,
    FollowupWords,
    OwnerWords,
    Whose,
    mentions_in,
    read_followup,
)
from handlers.followups.settle import Settled, settle_owner
from handlers.promise import IN_THE_PAST, WRITE_IT_RESTRICTED, Promise, default_day, record, today_for
from handlers.rules.danger import sounds_like_danger
from handlers.rules.due import AskDue, Due
from handlers.rules.escapes import unescape
from handlers.rules.repeats import to_text
from storage import drafts, followups
from storage.access import Access
from storage.drafts import Draft
from storage.followups import Followup

SAME_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Given:
    """What was asked and answered by a button before."""

    owner: str = ""
    due: date | None = None
    draft: Draft | None = None
    notes: tuple[str, ...] = ()


def write(request: Request, session: Session) -> Answer:
    """Keep what was typed; nothing typed is ever lost."""
    typed = naming.read_typed(session, request, request.words)
    if typed.about is None:
        return _ask_who(session, request, typed)
    notes = (f"I read “{escape(typed.named)}” as this student.",) if typed.is_near else ()
    return promise_words(session, request, typed.about, request.words, typed.rest, Given(notes=notes))


def promise_words(session: Session, request: Request, key: Access, raw: str, text: str, given: Given) -> Answer:
    """Promise these words for this student. `raw`: all the words as Slack sent them, for a draft that keeps them."""
    _refuse_unfit(text)
    read = read_followup(text, mentions_in(raw), today_for(session, request, key))
    written = OwnerWords(Whose.PERSON, given.owner) if given.owner else read.owner
    owner = settle_owner(session, request, key, written)
    if owner.problem or (isinstance(read.due, AskDue) and given.due is None):
        return _ask_rest(session, request, key, raw, read, owner, given)
    on = given.due or (read.due.on if isinstance(read.due, Due) else None)
    if not read.text:
        return ask.ask_about(session, request, key, owner=owner.owner_id, due=on)
    same = _find_same(session, request, key, read.text, owner.owner_id)
    if same is not None:
        return replies.say_same(confirm(session, request, Opened(key, same)))
    return _keep(session, request, key, read, owner, on, given)


def _keep(
    session: Session,
    request: Request,
    key: Access,
    read: FollowupWords,
    owner: Settled,
    on: date | None,
    given: Given,
) -> Answer:
    today = today_for(session, request, key)
    if on is not None and on < today.on:
        raise Refusal(IN_THE_PAST)
    words = read.due.words if read.due is not None else ""
    repeats = to_text(read.repeat) if read.repeat is not None else ""
    promise = Promise(read.text, owner.owner_id, on or default_day(today), due_words=words, repeats=repeats)
    kept = record(session, request, key, promise)
    if given.draft is not None:
        drafts.drop_draft(session, given.draft)
    ids = _what_was_read(read, given, on)
    return confirm(session, request, Opened(key, kept), ids, (*given.notes, *owner.notes))


def _what_was_read(read: FollowupWords, given: Given, on: date | None) -> dict[str, int | str]:
    ids: dict[str, int | str] = {}
    if read.owner.whose is Whose.UNSAID and not given.owner:
        ids["unsaid"] = 1
    if on is None:
        ids["default"] = 1
    if given.due is None and isinstance(read.due, Due):
        days = {"other": read.due.other, "moved": read.due.moved_from}
        ids |= {name: day.isoformat() for name, day in days.items() if day is not None}
    return ids


def _ask_rest(
    session: Session, request: Request, key: Access, raw: str, read: FollowupWords, owner: Settled, given: Given
) -> Answer:
    """An owner who cannot have it, or a day that is not clear: the words wait as a draft."""
    draft = given.draft or _lay_aside(session, request, raw)
    shown = unescape(raw).words
    if owner.problem:
        return replies.ask_owner(draft.id, key.student_id, shown, owner.problem, owner.choices)
    assert isinstance(read.due, AskDue)
    ids: dict[str, int | str] = {"draft": draft.id, "student": key.student_id}
    if given.owner:
        ids["owner"] = given.owner
    return replies.ask_due(ids, shown, read.due.words, read.due.why, read.due.choices)


def _ask_who(session: Session, request: Request, typed: Typed) -> Answer:
    """The words wait as a draft until they have a student."""
    _refuse_unfit(typed.words)
    draft = _lay_aside(session, request, request.words)
    if not typed.sees_any:
        return replies.say_no_student(draft.id, typed.words, doors.NOT_FOUND)
    choices = naming.label(session, typed.choices)
    return replies.say_which(draft.id, typed.words, choices, question=_question(typed, choices))


def _question(typed: Typed, choices: list[tuple[int, str]]) -> str:
    named = escape(typed.named)
    if not choices or not typed.fits:
        return f"{doors.NOT_FOUND} Nothing is lost: choose the student."
    if len(choices) > 1:
        return f"*{len(choices)} students fit “{named}”, and a follow-up is about one.* Which one?"
    return f"*Is “{named}” the student {escape(choices[0][1])}?*"


def _refuse_unfit(text: str) -> None:
    """Words too long or of danger are kept nowhere; the answer gives them back, with the crisis text where it must."""
    if len(text) > MOST_CHARACTERS:
        raise Refusal(
            f"That is {len(text):,} characters, and one follow-up holds {MOST_CHARACTERS:,}. Nothing was kept. "
            "Please shorten it."
        )
    if sounds_like_danger(text):
        raise Refusal(WRITE_IT_RESTRICTED)


def _find_same(session: Session, request: Request, key: Access, text: str, owner_id: str) -> Followup | None:
    """The same promise by the same writer a moment ago: a time-out or a second press."""
    for row in followups.list_open(session, key):
        is_same = (row.text, row.owner_id, row.promised_by) == (text, owner_id, request.person)
        if is_same and request.now - row.promised_at <= SAME_WITHIN:
            return row
    return None


def _lay_aside(session: Session, request: Request, raw: str) -> Draft:
    """As Slack sent it, so that a mention in it still means somebody later."""
    draft = Draft(author_id=request.person, text=raw, made_in=request.channel, made_at=request.now)
    return drafts.add_draft(session, draft)
