"""Follow-ups as one reader may see them: names by policy, and students who are not theirs taken out of the words."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from handlers import doors
from handlers.checkin_links import link_checkins
from handlers.conversation import Request
from handlers.known import known_of
from handlers.rules.names import Known
from handlers.rules.other_students import without_names
from handlers.rules.repeats import from_text, say_repeat
from handlers.rules.zones import zone_of
from handlers.say_followup import ShownFollowup
from handlers.shown import show
from storage import people, students
from storage.access import Access, AccessToMany
from storage.followups import Followup
from storage.teams import Team


def show_followups(
    session: Session, request: Request, keys: AccessToMany, rows: Collection[Followup], team: Team | None = None
) -> list[ShownFollowup]:
    """In the order given; those these keys do not open are left out. `team`: said in its channel, else privately."""
    mine = [row for row in rows if row.student_id in keys.keys]
    about = {row.student_id for row in mine}
    names = show(session, [keys.keys[one] for one in about], team)
    hidden = _hidden(session, request, mine, team)
    zone = team.time_zone if team is not None else _zone_of(session, request.person)
    under = link_checkins(session, request, {row.checkin_id for row in mine if row.checkin_id is not None})
    return [
        replace(
            shown_as(
                row, names[row.student_id], _words(session, row, row.text, keys.keys[row.student_id], hidden), zone
            ),
            under=under.get(row.checkin_id or 0, ""),
        )
        for row in mine
        if row.student_id in names
    ]


def show_words(session: Session, request: Request, key: Access, row: Followup, words: str) -> str:
    """What somebody wrote beside a follow-up, as this reader may see it."""
    return _words(session, row, words, key, _hidden(session, request, [row], None))


def shown_as(row: Followup, name: str, text: str, time_zone: str) -> ShownFollowup:
    def day(moment: datetime) -> date:
        return moment.astimezone(zone_of(time_zone)).date()

    return ShownFollowup(
        id=row.id,
        student_id=row.student_id,
        name=name,
        text=text,
        owner_id=row.owner_id,
        due_on=row.due_on,
        promised_by=row.promised_by,
        promised_on=day(row.promised_at),
        given_by=row.given_by or "",
        asks=row.asks_for_owner,
        done_by=row.done_by or row.owner_id,
        done_on=day(row.done_at) if row.done_at is not None else None,
        snoozed_until=row.snoozed_until,
        repeats=say_repeat(repeat) if (repeat := from_text(row.repeats or "")) else "",
        link=row.source_link or "",
        made_in=row.made_in or "",
    )


def _hidden(session: Session, request: Request, rows: Sequence[Followup], team: Team | None) -> dict[int, Known]:
    """The students named in these words whom the reader may not see."""
    others = {one for row in rows for one in _others(row)}
    if not others:
        return {}
    if team is None:
        seen = doors.access_to_write(session, request, student_ids=others)
    else:
        seen = doors.access_for_clock(session, request, team, others)
    return {row.id: known_of(row) for row in students.list_names_to_hide(session, others - seen.keys.keys())}


def _words(session: Session, row: Followup, words: str, key: Access, hidden: dict[int, Known]) -> str:
    out = [hidden[one] for one in _others(row) if one in hidden]
    if not out:
        return words
    own = [known_of(one) for one in students.list_students(session, [key])]
    return without_names(words, out, own)


def _others(row: Followup) -> list[int]:
    return [one for one in (row.names_others or {}).values() if isinstance(one, int)]


def _zone_of(session: Session, person_id: str) -> str:
    person = people.find_person(session, person_id) if person_id else None
    return person.time_zone if person is not None else ""
