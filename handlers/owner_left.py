"""Somebody sees a student no more: their follow-ups for them ask for a new owner, and the leads are told, once."""

from collections.abc import Collection
from dataclasses import replace

from sqlmodel import Session

from handlers import doors, followup_posts, telling
from handlers.conversation import Answer, Quiet, Request
from storage import audit, followups, people, teams
from storage.followups import Asking, Changed, Followup
from storage.teams import Team

LEFT = "followups.owner_left"
REASON = "its owner has left"


def access_lost(request: Request, session: Session) -> Answer:
    """A person was deactivated, or made a guest: their Home is emptied at once (PRV-04)."""
    telling.refresh_home(session, request, request.person)
    ask_for_owners(session, request)
    return Quiet()


def ask_for_owners(session: Session, request: Request) -> None:
    """Of this person's open follow-ups, those on students they see no more have nobody from now on.

    Where the bot has lost sight of a channel they may see the student still; it is looked into when the bot is back.
    """
    rows = followups.list_owned_by(session, request.person)
    if not rows:
        return
    about = {row.student_id for row in rows}
    seen = doors.access_to_write(session, replace(request, channel=""), student_ids=about).keys
    able = doors.may_ask(people.find_person(session, request.person))
    unknown = doors.list_out_of_sight(session, about) if able else set()
    _part_all(session, request, [row for row in rows if row.student_id not in seen.keys() | unknown])


def ask_for_owners_of(session: Session, request: Request, student_id: int) -> None:
    """The student is on a team less: what members of it had for them has nobody, unless they see the student still."""
    _part_all(session, request, _list_lost(session, student_id))


def ask_for_owners_on(session: Session, request: Request, team: Team) -> None:
    """The bot is back in a team's channel: some may have left it meanwhile."""
    about = doors.access_for_clock(session, replace(request, person=""), team, None).keys
    _part_all(session, request, [row for student_id in sorted(about) for row in _list_lost(session, student_id)])


def _list_lost(session: Session, student_id: int) -> list[Followup]:
    """The student's open ones whose owner does not see the student."""
    key = doors.access_for_upkeep(student_id, REASON)
    watchers = doors.list_watchers(session, key)
    return [row for row in followups.list_open(session, key) if row.owner_id and row.owner_id not in watchers]


def _part_all(session: Session, request: Request, lost: Collection[Followup]) -> None:
    gone = {row.owner_id for row in lost}
    for row in lost:
        _part(session, request, row)
    told = _leads_of(session, {row.student_id for row in lost}) - gone
    (who,) = gone if len(gone) == 1 else ("",)
    for person_id in sorted(told):
        telling.tell(session, request, person_id, LEFT, {"gone": who})


def _part(session: Session, request: Request, row: Followup) -> None:
    before = row.owner_id
    row.owner_id, row.asks_for_owner, row.snoozed_until = "", Asking.OWNER_LEFT, None
    followups.note_change(session, row, request.now, "", Changed.OWNER_LEFT, before=before)
    audit.note(
        session,
        request.now,
        request.person,
        LEFT,
        student_id=row.student_id,
        object_id=f"followup:{row.id}",
        reason=REASON,
        channel_id=request.channel,
    )
    followup_posts.show_anew(session, request, row)


def _leads_of(session: Session, student_ids: Collection[int]) -> set[str]:
    """The leads of these students' teams who are in their channels now."""
    there: dict[str, set[int]] = {}
    for student_id in student_ids:
        key = doors.access_for_upkeep(student_id, REASON)
        for person_id, team_ids in doors.list_watchers(session, key).items():
            there.setdefault(person_id, set()).update(team_ids)
    return {person_id for person_id, team_ids in there.items() if team_ids & teams.list_led_by(session, person_id)}
