"""Two teams' records, everybody who must not see them, and every verb there is, tried by hand without a workspace."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlmodel import Session

from handlers.rules.names import Known, keys_of
from storage.checkins import Checkin, CheckinStudent, Restriction, mark_of
from storage.database import Database
from storage.drafts import Draft
from storage.followups import Followup
from storage.huddle_notes import HuddleLine, HuddleNote, LineKind
from storage.huddle_plans import HuddlePlan
from storage.huddles import Huddle, HuddleState
from storage.join_requests import JoinRequest
from storage.outbox import Act, Post
from storage.people import Channel, Membership, Person
from storage.positions import Position, PositionName
from storage.profiles import ProfileLine
from storage.roles import CASE_MANAGER, RoleHolder
from storage.schools import School
from storage.students import NameKey, Student, TeamStudent
from storage.teams import Admission, Lead, Team

NOW = datetime(2026, 9, 9, 15, tzinfo=UTC)
JUNIPER, BIRCH, LOUNGE = "CJUNIPER", "CBIRCH", "CLOUNGE"

# Ids that no count, date or other number in an answer could be taken for.
QUILLON, FENNIMORE, ZADIE, ORLA, TWIN = 70001, 70002, 70003, 70004, 70005
PLAIN, RESTRICTED, SAFETY, TOGETHER, BY_LEFT = 80001, 80002, 80003, 80004, 80005
DRAFT, FOLLOWUP, JOIN, HEAD, SAID = 81001, 82001, 83001, 84001, 84002
HOLDING, LINE = 85002, 86001
HUDDLE, NOTE = 87001, 88001
JUNIPER_TEAM, BIRCH_TEAM = 60001, 60002
UNKNOWN = 99999

# Each stands somewhere in the records of the Juniper team, and nowhere else.
CANARIES = (
    "Quillon", "Zephyrane", "Quillby", "Fennimore", "Oakmoss", "ZQ-7001", "ZQ-7002",
    "sealed otter words", "kill himself otter", "plain otter words", "paired otter words", "otter promise",
    "otter draft", "parted otter words", "otter lines", "otter duty",
    "otter agenda", "otter reply",
)  # fmt: skip

# Everybody who must see nothing of the Juniper team's students, and why.
OUTSIDERS = {
    "USTAFF": "staff of no team",
    "UPELL": "leads another team",
    "UDEAN": "administers Roundtable",
    "UMARLOW": "manages the student's case, and is in none of the student's channels",
    "ULEFT": "wrote a check-in, then left the channel",
    "UGRAY": "a guest in the channel",
    "UGWEN": "a guest in the channel, admitted by name",
    "UTURNED": "led the team, then was made a guest",
    "UFAR": "of another workspace, in the channel",
    "UROBO": "an app in the channel",
    "UGONE": "deactivated",
    "UNOBODY": "unknown to the bot",
}
REFUSED_EVERYWHERE = ("UGRAY", "UGWEN", "UTURNED", "UFAR", "UROBO", "UGONE")  # although they are in the channel
VISITOR = "UVISIT"  # a guest in no channel at all
MEMBERS = ("UHALE", "ULOPEZ", "UORTIZ", "UFINCH", "UBOTH")


class _Undo(Exception):
    pass


@contextmanager
def undone(database: Database) -> Iterator[Session]:
    """A session whose changes are thrown away, so that one world serves many attempts."""
    try:
        with database.write() as session:
            yield session
            raise _Undo
    except _Undo:
        pass


def build(database: Database) -> None:
    with database.write() as session:
        for row in (
            School(id=50001, name="Juniper Hollow"),
            *_people(),
            *_places(),
            *_students(),
            *_checkins(),
            *_others(),
            *_huddles(),
        ):
            session.add(row)
            session.flush()  # in this order: a row may point at the one before


def _people() -> list[Any]:
    plain = [Person(id=one, real_name=one.title()) for one in (*MEMBERS, "USTAFF", "UPELL", "UDEAN", "ULEFT")]
    return [
        *plain,
        Person(id="UMARLOW", email="marlow@juniper.example"),
        Person(id=VISITOR, is_guest=True),
        Person(id="UGRAY", is_guest=True),
        Person(id="UGWEN", is_guest=True),
        Person(id="UTURNED", is_guest=True),
        Person(id="UFAR", is_stranger=True),
        Person(id="UROBO", is_bot=True),
        Person(id="UGONE", is_deactivated=True),
    ]


def _places() -> list[Any]:
    given: dict[str, Any] = {"school_id": 50001, "time_zone": "America/Chicago", "set_up_at": NOW}
    inside = (*MEMBERS, "UGRAY", "UGWEN", "UTURNED", "UFAR", "UROBO", "UGONE")
    return [
        *(Channel(id=one, name=one.lower(), is_private=True, has_bot=True) for one in (JUNIPER, BIRCH)),
        Channel(id=LOUNGE, name="lounge", is_private=False, has_bot=True),
        *(Membership(channel_id=JUNIPER, person_id=one) for one in inside),
        *(Membership(channel_id=BIRCH, person_id=one) for one in ("UPELL", "UBOTH")),
        Team(id=JUNIPER_TEAM, channel_id=JUNIPER, name="Juniper", set_up_by="UHALE", **given),
        Team(id=BIRCH_TEAM, channel_id=BIRCH, name="Birch", set_up_by="UPELL", **given),
        *(Lead(team_id=JUNIPER_TEAM, person_id=one, since=NOW) for one in ("UHALE", "UTURNED")),
        Lead(team_id=BIRCH_TEAM, person_id="UPELL", since=NOW),
        Admission(team_id=JUNIPER_TEAM, person_id="UGWEN", admitted_by="UDEAN", reason="interprets", admitted_at=NOW),
        Position(team_id=JUNIPER_TEAM, person_id="UORTIZ", name=PositionName.COUNSELOR, **_set("UHALE")),
        Position(team_id=JUNIPER_TEAM, person_id="ULOPEZ", name=PositionName.OT, **_set("ULOPEZ")),
        Position(team_id=JUNIPER_TEAM, person_id="UFINCH", name=PositionName.COUNSELOR, **_set(None)),
    ]


def _set(agreed_by: str | None) -> dict[str, Any]:
    return {"set_by": "UHALE", "set_at": NOW, "agreed_by": agreed_by}


def _students() -> list[Any]:
    made = [
        _student(QUILLON, "Quillon", "Zephyrane", nicknames="Quillby", school_ref="ZQ-7001"),
        _student(FENNIMORE, "Fennimore", "Oakmoss", school_ref="ZQ-7002"),
        _student(ZADIE, "Zadie", "Pike"),
        _student(ORLA, "Orla", "Reed"),
        _student(TWIN, "Tomas", "Heath"),
    ]
    named = [(row, keys_of(_known(row))) for row in made]
    on = [(JUNIPER_TEAM, QUILLON), (JUNIPER_TEAM, FENNIMORE), (BIRCH_TEAM, ZADIE), (BIRCH_TEAM, TWIN)]
    return [
        *made,
        *(NameKey(key=key, student_id=row.id) for row, keys in named for key in sorted(keys)),
        *(TeamStudent(team_id=team, student_id=one, added_by="UHALE", added_at=NOW) for team, one in on),
        RoleHolder(id=85001, student_id=QUILLON, role=CASE_MANAGER, holder_id="UMARLOW", since=NOW, set_by="UDEAN"),
        RoleHolder(id=HOLDING, student_id=QUILLON, role="otter duty", holder_id="UFINCH", since=NOW, set_by="ULOPEZ"),
        RoleHolder(id=85003, student_id=QUILLON, role="family contact", holder_id="ULOPEZ", since=NOW, set_by="ULOPEZ"),
        ProfileLine(
            id=LINE,
            student_id=QUILLON,
            text="otter lines",
            said_by="ULOPEZ",
            said_on=NOW.date(),
            set_by="ULOPEZ",
            set_at=NOW,
        ),
    ]


def _student(number: int, first: str, last: str, **more: Any) -> Student:
    given: dict[str, Any] = {"school_id": 50001, "added_by": "UHALE", "added_at": NOW, "grade": "03"}
    return Student(id=number, first_name=first, last_name=last, **given, **more)


def _known(row: Student) -> Known:
    nicknames = (row.nicknames,) if row.nicknames else ()
    return Known(row.id, row.school_ref, row.first_name, row.last_name, row.preferred_name, nicknames)


def _checkins() -> list[Any]:
    made = [
        (PLAIN, "ULOPEZ", "plain otter words", Restriction.NONE, (QUILLON,)),
        (RESTRICTED, "ULOPEZ", "sealed otter words", Restriction.AUTHOR, (QUILLON,)),
        (SAFETY, "ULOPEZ", "wants to kill himself otter", Restriction.SAFETY, (QUILLON,)),
        (TOGETHER, "UBOTH", "paired otter words: Quillon Zephyrane and Zadie Pike", Restriction.NONE, (QUILLON, ZADIE)),
        (BY_LEFT, "ULEFT", "parted otter words", Restriction.NONE, (QUILLON,)),
    ]
    rows = [
        Checkin(
            id=number,
            author_id=author,
            text=text,
            made_at=NOW,
            made_in=JUNIPER,
            team_id=None if number == TOGETHER else JUNIPER_TEAM,
            restriction=restriction,
            mark=mark_of(text, about),
        )
        for number, author, text, restriction, about in made
    ]
    return [*rows, *(CheckinStudent(checkin_id=one[0], student_id=student) for one in made for student in one[4])]


def _others() -> list[Any]:
    post: dict[str, Any] = {"queue": JUNIPER, "act": Act.SAY, "channel_id": JUNIPER, "made_at": NOW, "not_before": NOW}
    week: dict[str, int | str] = {"team": JUNIPER_TEAM, "student": QUILLON, "monday": "2026-09-07"}
    said: dict[str, int | str] = {"checkin": PLAIN, "team": JUNIPER_TEAM}
    return [
        Draft(id=DRAFT, author_id="ULOPEZ", text="otter draft", made_in=JUNIPER, made_at=NOW),
        Followup(id=FOLLOWUP, student_id=QUILLON, text="otter promise", owner_id="UHALE", **_promised()),
        JoinRequest(id=JOIN, student_id=TWIN, known_id=QUILLON, team_id=BIRCH_TEAM, asked_by="UBOTH", asked_at=NOW),
        Post(id=HEAD, about="checkins.week", ids=week, subject="week", tells_of_students=True, **post),
        Post(id=SAID, about="checkins.update", ids=said, subject=f"checkin:{PLAIN}", tells_of_students=True, **post),
    ]


def _huddles() -> list[Any]:
    """One that is open, about Quillon, with what it keeps."""
    monday = date(2026, 9, 7)
    times: dict[str, Any] = {
        "starts_at": NOW,
        "useful_until": NOW + timedelta(hours=1),
        "ends_at": NOW + timedelta(hours=3),
    }
    about: dict[str, Any] = {"huddle_id": HUDDLE, "student_id": QUILLON}
    said: dict[str, Any] = {"author_id": "ULOPEZ", "said_at": NOW, **about}
    return [
        *(
            HuddlePlan(team_id=team, day=2, at=time(10), time_zone="America/Chicago", week=monday, next_at=NOW)
            for team in (JUNIPER_TEAM, BIRCH_TEAM)
        ),
        Huddle(id=HUDDLE, team_id=JUNIPER_TEAM, week=monday, state=HuddleState.OPEN, focus_id=QUILLON, **times),
        HuddleLine(place=0, kind=LineKind.CHECKIN, object_id=PLAIN, text="otter agenda", **about),
        HuddleNote(id=NOTE, ts="1.000001", text="otter reply", **said),
        HuddleNote(id=NOTE + 1, ts="1.000002", text="sealed otter reply", is_restricted=True, **said),
    ]


def _promised() -> dict[str, Any]:
    return {"due_on": date(2026, 9, 16), "promised_by": "ULOPEZ", "promised_at": NOW, "checkin_id": PLAIN}
