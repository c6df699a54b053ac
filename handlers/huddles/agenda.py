"""What stands on a huddle's agenda: strengths first, what was promised, and the week's check-ins."""

from collections.abc import Iterator
from datetime import timedelta

from sqlmodel import Session

from handlers.conversation import Request
from handlers.huddles.wording import word_for_team
from handlers.shown_followups import show_followups
from storage import checkins, followups, huddle_notes, profiles
from storage.access import Access, AccessToMany
from storage.checkins import Restriction
from storage.huddle_notes import HuddleLine, LineKind
from storage.huddles import Huddle
from storage.teams import Team

MOST_STRENGTHS, MOST_FOLLOWUPS, MOST_CHECKINS = 5, 8, 8
LONGEST = 280  # characters of one line; Slack takes about 13,000 in a message
LOOKS_BACK = timedelta(days=7)


def keep_agenda(session: Session, request: Request, team: Team, key: Access, huddle: Huddle) -> None:
    """Word it once and keep it so. `key` is the clock's: nothing restricted is on it."""
    lines = [
        *_strengths(session, request, team, key),
        *_followups(session, request, team, key),
        *_checkins(session, request, team, key),
    ]
    for place, line in enumerate(lines):
        line.huddle_id, line.place, line.student_id = huddle.id, place, key.student_id
        line.text = line.text if len(line.text) <= LONGEST else f"{line.text[:LONGEST]} …"
    huddle_notes.add_lines(session, lines)


def list_standing(session: Session, key: Access, huddle: Huddle) -> list[HuddleLine]:
    """The lines whose record the team may still read: somebody may have undone or restricted it since."""
    return [line for line in huddle_notes.list_lines(session, key, huddle.id) if _stands(session, key, line)]


def _strengths(session: Session, request: Request, team: Team, key: Access) -> Iterator[HuddleLine]:
    for line in profiles.list_lines(session, key)[:MOST_STRENGTHS]:
        text = word_for_team(session, request, team, key, line.set_by, line.text)
        yield _line(LineKind.STRENGTH, line.id, "", text)


def _followups(session: Session, request: Request, team: Team, key: Access) -> Iterator[HuddleLine]:
    keys = AccessToMany(key.person, {key.student_id: key})
    rows = followups.list_open(session, key)[:MOST_FOLLOWUPS]
    for shown in show_followups(session, request, keys, rows, team):
        yield _line(LineKind.FOLLOWUP, shown.id, shown.owner_id, shown.text)


def _checkins(session: Session, request: Request, team: Team, key: Access) -> Iterator[HuddleLine]:
    for row in reversed(checkins.list_recent(session, key, MOST_CHECKINS)):
        if row.made_at < request.now - LOOKS_BACK or row.withdrawn_at is not None:
            continue
        others = [one for one in checkins.list_student_ids(session, row) if one != key.student_id]
        text = word_for_team(session, request, team, key, row.author_id, row.text, others)
        yield _line(LineKind.CHECKIN, row.id, row.author_id, text)


def _stands(session: Session, key: Access, line: HuddleLine) -> bool:
    if line.kind == LineKind.STRENGTH:
        found = profiles.find_line(session, key, line.object_id)
        return found is not None and found.ended_at is None
    if line.kind == LineKind.FOLLOWUP:
        return followups.find_followup(session, key, line.object_id) is not None
    read = checkins.find_readable(session, key, line.object_id)
    return read is not None and read.restriction == Restriction.NONE and read.withdrawn_at is None


def _line(kind: LineKind, object_id: int, person_id: str, text: str) -> HuddleLine:
    return HuddleLine(
        huddle_id=0, place=0, student_id=0, kind=kind, object_id=object_id, person_id=person_id, text=text
    )
