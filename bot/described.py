"""Keeps what Slack says of a person. Whoever is a guest now, or deactivated, loses what was theirs."""

from datetime import datetime

from sqlmodel import Session

from handlers import doors, table
from handlers.conversation import Request
from storage import people
from storage.people import Person


def keep_described(session: Session, person: Person, now: datetime) -> None:
    """By event or asked for: it happens once, since who had lost their access before has nothing left to lose."""
    could_ask = doors.may_ask(people.find_person(session, person.id))
    people.remember_person(session, person)
    if could_ask and not doors.may_ask(person):
        table.EVENTS["access_lost"].run(Request(person=person.id, now=now), session)
