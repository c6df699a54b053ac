"""Opens the way to one follow-up for whoever pressed a button under it: the student's key first, then the follow-up."""

from typing import NamedTuple

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Refusal, Request
from handlers.say_followup import ShownFollowup
from handlers.shown_followups import show_followups
from storage import followups
from storage.access import Access, AccessToMany
from storage.followups import Followup
from storage.teams import Team

GONE = "That follow-up is no longer there: whoever promised it took it back. Nothing was changed."


class Opened(NamedTuple):
    """A follow-up and the right to it."""

    key: Access
    followup: Followup


def access_followup(session: Session, request: Request) -> Opened:
    """Raises Refusal: the same words for a student unknown and not theirs, others where it was taken back."""
    key = doors.access_student(session, request, request.number("student"))
    found = followups.find_followup(session, key, request.number("followup"))
    if found is None:
        raise Refusal(GONE)
    return Opened(key, found)


def show_one(session: Session, request: Request, opened: Opened) -> ShownFollowup:
    """As this person may see it."""
    keys = AccessToMany(opened.key.person, {opened.key.student_id: opened.key})
    (shown,) = show_followups(session, request, keys, [opened.followup])
    return shown


def show_in(session: Session, request: Request, keys: AccessToMany, followup: Followup, team: Team) -> ShownFollowup:
    """As its team may see it in its channel."""
    (shown,) = show_followups(session, request, keys, [followup], team)
    return shown
