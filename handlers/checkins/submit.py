"""Reads the sent form and keeps what it says: a check-in, and with it perhaps a follow-up."""

from collections.abc import Mapping

from sqlmodel import Session

from handlers import crisis, doors
from handlers.checkins import confirm, keep, places, restrict
from handlers.checkins.ask import LINK
from handlers.checkins.forms import Filled, checkin_form
from handlers.checkins.keep import Wording
from handlers.conversation import Answer, Corrections, Request
from handlers.promise import Promise, read_promise, record
from handlers.search import options_for
from storage import drafts
from storage.access import Access
from storage.checkins import Restriction, Topic


def submit(request: Request, session: Session) -> Answer:
    """Keep the check-in, or hand the form back with a word under what needs another look."""
    key = _student(request, session)
    wording = read_wording(request)
    errors = _errors(request, key)
    if key is None or errors:
        return _hand_back(session, request, wording, errors)
    promise = read_promise(session, request, key, request.word("follow_up"))
    if isinstance(promise, Corrections):
        return _hand_back(session, request, wording, promise.errors)
    place = places.find_place(session, request.channel, [key])
    restricted = bool(request.chosen("restricted"))
    # Words of danger are restricted whoever writes them and whoever reads them: the crisis text waits for nothing.
    if restricted and not wording.sounds_like_danger:
        asked = restrict.ask_first(
            session, request, place, lambda notice, choose: _again(session, request, key, notice, choose)
        )
        if not isinstance(asked, places.Place):
            return asked
        place = asked
    link = str(request.ids.get(LINK, ""))
    restriction = Restriction.AUTHOR if restricted else Restriction.NONE
    kept = keep.keep(session, request, wording, [key], place, restriction=restriction, source_link=link)
    if isinstance(promise, Promise):
        record(session, request, key, promise, kept.id)
    _drop_draft(request, session)
    return confirm.say_kept(session, request, kept, is_first=confirm.take_first(session, request))


def read_wording(request: Request) -> Wording:
    topic = next((one for one in Topic if one == request.word("topic")), None)
    return Wording(request.word("text"), request.word("working"), topic)


def _student(request: Request, session: Session) -> Access | None:
    chosen = request.chosen_id("student")
    return doors.access_students(session, request, student_ids=(chosen,)).keys.get(chosen)


def _errors(request: Request, key: Access | None) -> dict[str, str]:
    errors = {}
    if key is None:
        errors["student"] = doors.NOT_FOUND
    if not request.word("text"):
        errors["text"] = "Write a word or two on how it went."
    return errors


def _hand_back(session: Session, request: Request, wording: Wording, errors: Mapping[str, str]) -> Corrections:
    """Nothing is kept yet; words of danger get the crisis text all the same."""
    if wording.sounds_like_danger:
        errors = {**errors, "text": crisis.say_briefly(crisis.text_around(session, request))}
    return Corrections(errors)


def _again(session: Session, request: Request, key: Access, notice: str, choose: tuple[tuple[str, str], ...]) -> Answer:
    """The same form once more, nothing lost, with a notice on top; sending it again means yes."""
    (student,) = options_for(session, [key])
    filled = Filled(
        student=student,
        topic=request.word("topic"),
        text=request.word("text"),
        working=request.word("working"),
        restricted=True,
        follow_up=request.word("follow_up"),
        owner=request.word("owner"),
        due=request.word("due"),
    )
    return checkin_form(filled, {**request.ids, "knows": 1}, notice=notice, teams=choose, replaces=True)


def _drop_draft(request: Request, session: Session) -> None:
    draft = drafts.find_draft(session, request.person, request.number("draft"), request.now)
    if draft is not None:
        drafts.drop_draft(session, draft)
