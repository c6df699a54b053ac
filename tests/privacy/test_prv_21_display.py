"""PRV-21: how students are shown is a policy; a team may be stricter, and its word holds wherever it is read."""

from collections.abc import Callable, Iterator

import pytest
from sqlmodel import Session

from handlers import table
from handlers.conversation import Request
from storage.database import Database
from storage.schools import School, ShownAs
from storage.teams import Team
from tests.privacy import steps
from tests.privacy import world as w
from tests.privacy.attempts import words_of

SHOWN = {
    ShownAs.FULL: "Quillon Zephyrane",
    ShownAs.FIRST_INITIAL: "Quillon Z.",
    ShownAs.INITIALS: "Q.Z.",
    ShownAs.SCHOOL_ID: "ZQ-7001",
}
Surface = Callable[[Session], str]


def search(session: Session) -> str:
    request = Request(person="ULOPEZ", now=w.NOW, words="zeph")
    return words_of(table.SEARCHES["student"].run(request, session))


def list_mine(session: Session) -> str:
    return words_of(table.COMMANDS["/student"][""].run(Request(person="ULOPEZ", now=w.NOW), session))


SURFACES: dict[str, Surface] = {
    "the post": lambda session: steps.read_in_channel(session, w.JUNIPER, w.PLAIN, w.JUNIPER_TEAM),
    "the confirmation": lambda session: steps.hear(session, "checkins.kept", "ULOPEZ", checkin=w.PLAIN),
    "the menu": search,
    "the list": list_mine,
    "Home": lambda session: steps.home_of(session, "ULOPEZ"),
    "a follow-up": lambda session: steps.hear(
        session, "followups.given", "UHALE", student=w.QUILLON, followup=w.FOLLOWUP
    ),
    "a form that begins with the student": lambda session: steps.press(
        session, "checkins.ask", "ULOPEZ", student=w.QUILLON
    ),
    "the choice for a follow-up": lambda session: steps.press(session, "followups.add", "ULOPEZ", checkin=w.PLAIN),
}


@pytest.fixture
def session(world: Database) -> Iterator[Session]:
    with w.undone(world) as made:
        yield made


def shown_names(words: str) -> set[ShownAs]:
    return {policy for policy, name in SHOWN.items() if name in words}


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("policy", ShownAs)
def test_prv_21_a_student_is_shown_as_the_school_chose(session: Session, surface: str, policy: ShownAs) -> None:
    session.get_one(School, 50001).shown_as = policy
    session.flush()
    assert shown_names(SURFACES[surface](session)) == {policy}


@pytest.mark.parametrize("surface", SURFACES)
def test_prv_21_a_stricter_team_is_heard_in_private_too(session: Session, surface: str) -> None:
    session.get_one(School, 50001).shown_as = ShownAs.FULL
    session.get_one(Team, w.JUNIPER_TEAM).shown_as = ShownAs.INITIALS
    session.flush()
    assert shown_names(SURFACES[surface](session)) == {ShownAs.INITIALS}


@pytest.mark.parametrize("surface", SURFACES)
def test_prv_21_a_team_cannot_show_more_than_its_school(session: Session, surface: str) -> None:
    session.get_one(School, 50001).shown_as = ShownAs.INITIALS
    session.get_one(Team, w.JUNIPER_TEAM).shown_as = ShownAs.FULL
    session.flush()
    assert shown_names(SURFACES[surface](session)) == {ShownAs.INITIALS}
