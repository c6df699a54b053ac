"""A student's card, put together for whoever holds the key: `/student Maya` shows it, and "how is Maya doing" too."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from handlers import doors
from handlers.card_checkins import ShownCheckin, show_checkins, show_wins
from handlers.chart_of import chart_seen_by
from handlers.conversation import Note, Reply, Request
from handlers.rules.chart import find_overloaded
from handlers.rules.zones import zone_of
from handlers.say_card import FOLLOWUPS, Card, Strength, say_card
from handlers.say_chart import Reader
from handlers.shown import name_for
from handlers.shown_followups import show_followups
from handlers.strangers import hide_strangers
from storage import followups, people, profiles, students, teams
from storage.access import Access, AccessToMany
from storage.profiles import ProfileLine

READ_CARD = "students.read_card"
READ_CHART = "roles.read_chart"
READ_RESTRICTED = "checkins.read_restricted"


def show_card(session: Session, key: Access, request: Request, *, first: str = "") -> Reply:
    """The whole card, said privately to the asker, with what the audit notes of it. `first` stands on top."""
    reader = reader_of(session, key, request)
    checkins = show_checkins(session, request, key, reader.time_zone)
    wins = show_wins(session, request, key, reader.time_zone, checkins)
    card = make_card(session, key, request, reader, checkins, wins)
    said = say_card(card, reader, notes=notes_of(key, [*checkins, *wins]), first=first)
    return replace(said, looked=(key.student_id,))


def make_card(
    session: Session,
    key: Access,
    request: Request,
    reader: Reader,
    checkins: list[ShownCheckin],
    wins: list[ShownCheckin],
) -> Card:
    student = students.get_student(session, key)
    watchers = doors.list_watchers(session, key)
    chart = chart_seen_by(session, key, watchers)
    promised = followups.list_open(session, key)
    keys = AccessToMany(request.person, {key.student_id: key})
    return Card(
        student_id=key.student_id,
        name=name_for(session, key),
        grade=student.grade,
        plan=student.plan,
        strengths=show_strengths(session, key, request),
        chart=chart,
        followups=show_followups(session, request, keys, promised[:FOLLOWUPS]),
        checkins=checkins,
        wins=wins,
        today=today_of(reader),
        more_followups=max(0, len(promised) - FOLLOWUPS),
        overloaded=find_overloaded(chart, watchers),
    )


def show_strengths(session: Session, key: Access, request: Request) -> list[Strength]:
    """The profile as the asker may read it."""
    return show_lines(session, key, request, profiles.list_lines(session, key))


def show_lines(session: Session, key: Access, request: Request, lines: Sequence[ProfileLine]) -> list[Strength]:
    """In the order given. Other students are looked for once for each person who wrote lines down."""
    shown: dict[str, str] = {}
    for writer in dict.fromkeys(line.set_by for line in lines):
        texts = [text for line in lines if line.set_by == writer for text in (line.text, line.said_by)]
        shown.update(zip(texts, hide_strangers(session, request, key, writer, texts), strict=True))
    staff = people.find_people(session, {line.said_by for line in lines})
    return [
        Strength(line.kind, shown[line.text], shown[line.said_by], line.said_on, line.said_by in staff, line.id)
        for line in lines
    ]


def reader_of(session: Session, key: Access, request: Request) -> Reader:
    """The asker's own clock, and whether they lead a team of the student's."""
    person = people.find_person(session, request.person)
    leads = bool(key.teams & teams.list_led_by(session, request.person))
    return Reader(request.now, person.time_zone if person is not None else "", leads)


def today_of(reader: Reader) -> date:
    return reader.now.astimezone(zone_of(reader.time_zone)).date()


def notes_of(key: Access, shown: list[ShownCheckin]) -> tuple[Note, ...]:
    """What was read: the card with its chart, and each restricted check-in on it."""
    about = f"student:{key.student_id}"
    made = [Note(READ_CARD, about, key.student_id, key.reason), Note(READ_CHART, about, key.student_id, key.reason)]
    restricted = sorted(one.id for one in shown if one.is_restricted)
    if restricted:
        ids = ",".join(str(one) for one in restricted)
        made.append(Note(READ_RESTRICTED, f"checkin:{ids}", key.student_id, key.reason))
    return tuple(made)
