"""The author edits, undoes or withdraws a check-in; nobody else does."""

from sqlmodel import Session

from handlers import doors, followup_posts
from handlers.blocks import says
from handlers.checkins import announce, confirm, keep, replies
from handlers.checkins.forms import Filled, edit_form, withdraw_form
from handlers.checkins.submit import read_wording
from handlers.conversation import Answer, Corrections, Ids, Refusal, Reply, Request
from storage import checkins, followups
from storage.access import AccessToMany
from storage.checkins import Checkin, Restriction

NOT_THERE = "That check-in is no longer there, or it is not yours to change. Nothing was changed."


def edit(request: Request, session: Session) -> Answer:
    """The form with the words as they stand."""
    checkin, _ = access_own(session, request)
    filled = Filled(topic=checkin.topic or "", text=checkin.text, working=checkin.working)
    return edit_form(filled, _ids(request, checkin))


def change(request: Request, session: Session) -> Answer:
    """New words; the earlier ones stay as a numbered revision. Words of danger restrict it from then on."""
    checkin, keys = access_own(session, request)
    wording = read_wording(request)
    if not wording.text:
        return Corrections({"text": "Write a word or two, or close this and press Undo."})
    checkins.revise(session, checkin, topic=wording.topic, text=wording.text, working=wording.working, now=request.now)
    keep.note(session, request, "checkins.change", checkin, list(keys))
    if checkin.restriction == Restriction.NONE and wording.sounds_like_danger:
        checkin.restriction = Restriction.SAFETY
        announce.take_back(session, request, checkin)
        for promised in (row for key in keys for row in followups.list_from_checkin(session, key, checkin.id)):
            followup_posts.leave_channel(session, request, promised)
    else:
        announce.tell_change(session, request, checkin)
    return confirm.say_kept_of(session, request, checkin, keys)


def undo(request: Request, session: Session) -> Answer:
    """Within ten minutes it is gone; later the form asks whether to withdraw it."""
    checkin, keys = access_own(session, request)
    if not confirm.can_undo(checkin, request):
        return withdraw_form(_ids(request, checkin))
    checkin.undone_at = request.now
    session.add(checkin)
    announce.take_back(session, request, checkin)
    keep.note(session, request, "checkins.undo", checkin, list(keys))
    return replies.say_undone(checkin.text)


def withdraw(request: Request, session: Session) -> Answer:
    """Struck through for everybody who could read it, and kept with time and author."""
    checkin, keys = access_own(session, request)
    if checkin.withdrawn_at is None:
        checkin.withdrawn_at = request.now
        session.add(checkin)
        announce.tell_change(session, request, checkin)
        keep.note(session, request, "checkins.withdraw", checkin, list(keys))
    sentence = "Withdrawn: struck through wherever it stands, and kept on record."
    return Reply(sentence, (says(sentence),), said="checkins.withdrawn", ids={"checkin": checkin.id})


def say_withdrawn(request: Request, session: Session) -> Answer:
    sentence = "Withdrawn: struck through wherever it stands, and kept on record."
    return Reply(sentence, (says(sentence),))


def access_own(session: Session, request: Request) -> tuple[Checkin, AccessToMany]:
    """The author's own check-in while they may still see all its students: its words name them. Raises Refusal."""
    checkin = checkins.find_own(session, request.person, request.number("checkin"))
    if checkin is None or checkin.undone_at is not None:
        raise Refusal(NOT_THERE)
    about = checkins.list_student_ids(session, checkin)
    keys = doors.access_students(session, request, student_ids=about)
    if not about or set(about) - keys.keys.keys():
        raise Refusal(NOT_THERE)
    return checkin, keys


def _ids(request: Request, checkin: Checkin) -> Ids:
    return {"checkin": checkin.id, "channel": request.channel}
