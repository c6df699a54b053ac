"""The author's private confirmation, made from the record: whom it is on, who reads it, and what can still be done."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from sqlmodel import Session

from handlers import crisis, doors
from handlers.blocks import line
from handlers.checkins import places, replies
from handlers.checkins.reader import shown_to
from handlers.conversation import Block, Reply, Request
from handlers.say_followup import followup_blocks
from handlers.shown_followups import show_followups
from storage import checkins, followups, people, teams
from storage.access import Access, AccessToMany
from storage.checkins import Checkin, Restriction
from storage.teams import Team

UNDO_FOR = timedelta(minutes=10)


def say_kept(
    session: Session, request: Request, checkin: Checkin, *, reading: str = "", is_first: bool = False
) -> Reply:
    """What the author reads. `reading` tells how the name was understood, where that is worth a word."""
    keys = doors.access_students(session, request, student_ids=checkins.list_student_ids(session, checkin))
    reply = say_kept_of(session, request, checkin, keys, reading=reading, is_first=is_first)
    return replace(reply, blocks=(*reply.blocks, *_promised(session, request, checkin, keys)))


def say_kept_of(
    session: Session,
    request: Request,
    checkin: Checkin,
    keys: AccessToMany,
    *,
    about: Collection[int] | None = None,
    reading: str = "",
    is_first: bool = False,
) -> Reply:
    team = teams.get_team(session, checkin.team_id) if checkin.team_id else None
    shown = shown_to(session, checkin, keys, team, about)
    if shown is None:
        return replies.say_gone()
    choices = _choices(session, request, list(keys)) if team is None else ()
    reply = replies.say_kept(
        shown,
        checkin.id,
        _where(checkin, team),
        reading=reading,
        is_first=is_first,
        can_undo=can_undo(checkin, request),
        choices=choices,
        can_split=len(keys) > 1 and team is None and not choices,
    )
    if checkin.restriction != Restriction.SAFETY:
        return reply
    warning = crisis.say_danger(crisis.text_for(session, list(keys)), {"checkin": checkin.id}, is_kept=True)
    return Reply(crisis.READ_THIS, (*warning, *reply.blocks[1:]), said=reply.said, ids=reply.ids)


def _promised(session: Session, request: Request, checkin: Checkin, keys: AccessToMany) -> list[Block]:
    """The follow-ups promised under it, with their buttons."""
    rows = [row for key in keys for row in followups.list_from_checkin(session, key, checkin.id)]
    shown = show_followups(session, request, keys, rows) if rows else ()
    return [block for one in shown for block in (line(), *followup_blocks(one, person=request.person, among=True))]


def in_place(reply: Reply) -> Reply:
    """The same reply, where the button stood that was pressed."""
    return replace(reply, replaces=True)


def can_undo(checkin: Checkin, request: Request) -> bool:
    return request.now - checkin.made_at <= UNDO_FOR


def take_first(session: Session, request: Request) -> bool:
    """Whether this is the person's first confirmation, which says that a family may ask to read it."""
    person = people.find_person(session, request.person)
    if person is None or person.told_of_records_at is not None:
        return False
    person.told_of_records_at = request.now
    session.add(person)
    return True


def _choices(session: Session, request: Request, keys: Collection[Access]) -> tuple[tuple[int, str], ...]:
    place = places.find_place(session, request.channel, keys) if keys else places.Place(None)
    return tuple((team.id, team.name) for team in place.choices)


def _where(checkin: Checkin, team: Team | None) -> str:
    return replies.say_where(
        team=team.name if team else "",
        appear=team.appear.value if team else "",
        is_restricted=checkin.restriction != Restriction.NONE,
        readers=f"and the case manager, leads, counselors and psychologists of {team.name}" if team else "",
    )
