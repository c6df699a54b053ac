"""What people are in a team: chosen by oneself, agreed to by a lead where it reads restricted check-ins."""

import pytest

from handlers import doors
from handlers.conversation import Request
from storage import positions
from storage.positions import ImportedPosition, Position, PositionName
from tests.cast import Cast
from tests.handlers.teams.steps import audited, told, visitor


@pytest.fixture
def team(cast: Cast) -> int:
    """The Juniper team, with everybody in its channel known to the bot."""
    for name in ("hale", "lopez", "ortiz", "finch"):
        visitor(cast, name).opens_home()
    return 1


def choose(cast: Cast, name: str, position: str) -> None:
    who = visitor(cast, name)
    view = who.presses("My position", who.opens_home()).view
    assert view is not None
    assert who.submits(view, {"I am here as": position}).ok


def held(cast: Cast, team: int, name: str) -> Position | None:
    with cast.bot.database.read() as session:
        return positions.find_position(session, team, cast.people[name].id)


def reads_restricted(cast: Cast, name: str) -> bool:
    """Whether this person's key to Maya opens what was restricted in the team."""
    request = Request(person=cast.people[name].id, now=cast.bot.clock.now())
    with cast.bot.database.read() as session:
        return bool(doors.access_student(session, request, 1).restricted_teams)


def test_a_teacher_simply_chooses(cast: Cast, team: int) -> None:
    choose(cast, "finch", "general education")
    found = held(cast, team, "finch")
    assert found is not None
    assert (found.name, found.agreed_by) == (PositionName.GENERAL_EDUCATION, cast.people["finch"].id)
    assert "Your position: general education" in cast.finch.text_of(cast.finch.opens_home())


@pytest.mark.parametrize("position", ["counselor", "psychologist"])
def test_who_would_read_restricted_check_ins_waits_for_a_yes(cast: Cast, team: int, position: str) -> None:
    choose(cast, "finch", position)
    assert "waiting for a lead's yes" in cast.finch.text_of(cast.finch.opens_home())
    assert not reads_restricted(cast, "finch")


def test_a_leads_yes_by_message_opens_restricted_check_ins(cast: Cast, team: int) -> None:
    choose(cast, "finch", "counselor")
    asked = cast.hale.waits_for("I am the *counselor*")
    cast.hale.presses("Yes", asked)
    assert "said yes" in told(cast, "finch", "said yes")
    assert reads_restricted(cast, "finch")
    assert ("positions.agree", f"team:1:person:{cast.people['finch'].id}") in audited(cast)


def test_a_leads_yes_on_home_counts_too(cast: Cast, team: int) -> None:
    choose(cast, "finch", "psychologist")
    cast.hale.presses("Yes", cast.hale.opens_home())
    told(cast, "finch", "said yes")
    assert "Waiting for your word" not in cast.hale.text_of(cast.hale.opens_home())


def test_not_so_leaves_no_position_and_says_it_kindly(cast: Cast, team: int) -> None:
    choose(cast, "finch", "counselor")
    cast.hale.presses("Not so", cast.hale.waits_for("I am the *counselor*"))
    assert "Have a word with them" in told(cast, "finch", "did not agree")
    assert held(cast, team, "finch") is None


def test_a_yes_to_what_was_changed_since_settles_nothing(cast: Cast, team: int) -> None:
    choose(cast, "finch", "counselor")
    asked = cast.hale.waits_for("I am the *counselor*")
    choose(cast, "finch", "psychologist")
    cast.hale.presses("Yes", asked)
    found = held(cast, team, "finch")
    assert found is not None
    assert found.agreed_by is None


def test_a_lead_gives_everybody_their_position(cast: Cast, team: int) -> None:
    view = cast.hale.presses("Everybody's positions", cast.hale.opens_home()).view
    assert view is not None
    assert cast.hale.submits(view, {"Ms. Finch": "psychologist", "Mr. Lopez": "paraeducator"}).ok
    found = held(cast, team, "lopez")
    assert found is not None
    assert found.name == PositionName.PARAEDUCATOR
    assert reads_restricted(cast, "finch")


def test_others_do_not_see_the_leads_form(cast: Cast, team: int) -> None:
    assert "Everybody's positions" not in cast.finch.text_of(cast.finch.opens_home())


def test_a_position_from_an_import_needs_no_second_yes(cast: Cast, team: int) -> None:
    with cast.bot.database.write() as session:
        row = ImportedPosition(
            email="finch@juniper.example",
            name=PositionName.COUNSELOR,
            imported_by="operator",
            imported_at=cast.sandbox.now(),
        )
        positions.import_position(session, row)
    choose(cast, "finch", "counselor")
    assert reads_restricted(cast, "finch")
