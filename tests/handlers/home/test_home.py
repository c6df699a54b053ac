"""Home shows what is one's own, all of it reachable, and nothing to who has no business there."""

import json
from datetime import timedelta

import pytest

from bot import views
from handlers.conversation import Home, Request
from handlers.home.my_students import say_since
from handlers.home.say_home import STATEMENTS
from handlers.home.show import MOST_BLOCKS, show
from sandbox.checks import faults_in_view
from storage.database import Database
from storage.people import Membership
from tests.cast import Cast
from tests.handlers.home.district import HALE, fill_district, write_checkins
from tests.handlers.teams.moments import NOW
from tests.handlers.teams.steps import settle


def home_of(database: Database, *, is_administrator: bool = False, **pages: int) -> str:
    """Hale's Home as its source, once Slack would take it."""
    request = Request(person=HALE, now=NOW, ids=pages, is_administrator=is_administrator)
    with database.read() as session:
        made = show(request, session)
    assert isinstance(made, Home)
    assert faults_in_view(views.home(made)) == []
    return json.dumps(made.blocks, ensure_ascii=False)


def test_home_shows_teams_students_and_the_plain_statements(cast: Cast) -> None:
    home = cast.hale.text_of(cast.hale.opens_home())
    assert "Juniper Team" in home
    assert "you lead it" in home
    assert "Maya T." in home
    assert "a family may ask to read it" in home
    assert "does not write IEPs" in home
    assert "Birch" not in home
    assert "Zadie" not in home


def test_who_has_no_team_sees_what_to_do_next(cast: Cast) -> None:
    home = cast.dean.text_of(cast.dean.opens_home())
    assert "You are in no student-support team yet" in home
    assert "/invite @Roundtable" in home


@pytest.mark.parametrize("change", [{"is_restricted": True}, {"is_ultra_restricted": True}, {"is_stranger": True}])
def test_guests_and_outsiders_get_a_home_that_gives_nothing_away(cast: Cast, change: dict[str, bool]) -> None:
    """PRV-05."""
    cast.sandbox.change_person(cast.people["lopez"], **change)
    settle(cast)
    home = cast.lopez.text_of(cast.lopez.opens_home())
    assert "There is nothing for you here" in home
    for told in ("Juniper", "Maya", "Fen", "Check in", "Schools"):
        assert told not in home


def test_pages_turn_by_their_buttons(cast: Cast) -> None:
    team = cast.add_team(cast.sandbox.add_channel("oak-team", members=[cast.people["hale"]]), "hale")
    for number in range(25):
        cast.add_student(f"Given{number:02d} Fern", team)
    first = cast.hale.opens_home()
    assert "1 to 20 of 27" in cast.hale.text_of(first)
    assert "Given24 F." not in cast.hale.text_of(first)
    cast.hale.presses("More", first)
    settle(cast)
    assert "Given24 F." in cast.hale.everything()


def test_forty_teams_and_four_thousand_students_fit_into_slack(database: Database) -> None:
    fill_district(database, 40, 4000)
    write_checkins(database, 30, "word " * 600)
    home = home_of(database, is_administrator=True)
    assert "1 to 8 of 40" in home
    assert "1 to 20 of 4000" in home
    assert "My recent check-ins" in home
    assert "Guests (40)" in home
    assert all(statement in home for statement in STATEMENTS)


def test_only_administrators_see_schools_and_guests(database: Database) -> None:
    fill_district(database, 2, 2)
    assert "Guests (2)" in home_of(database, is_administrator=True)
    assert "Guests" not in home_of(database)
    assert "Schools" not in home_of(database)


def test_every_student_is_on_some_page(database: Database) -> None:
    fill_district(database, 3, 45)
    pages = "".join(home_of(database, students=page) for page in range(3))
    assert all(f"Given{number:04d}" in pages for number in range(1, 46))


@pytest.mark.parametrize("page", [3, 10**9, -1, -(10**12)])
def test_a_page_that_is_not_there_shows_one_that_is(database: Database, page: int) -> None:
    fill_district(database, 3, 45)
    assert "Given00" in home_of(database, students=page, teams=page)


def test_own_check_ins_on_students_of_a_team_one_has_left_are_not_shown(database: Database) -> None:
    fill_district(database, 2, 4)
    write_checkins(database, 1, "built a bridge")
    assert "built a bridge" in home_of(database)
    with database.write() as session:
        session.delete(session.get_one(Membership, ("C2", HALE)))
    assert "built a bridge" not in home_of(database)


def test_own_check_ins_can_be_changed_from_home(cast: Cast) -> None:
    cast.lopez.types("/checkin Maya T: built a bridge", cast.juniper)
    home = cast.lopez.opens_home()
    assert "built a bridge" in cast.lopez.text_of(home)
    assert "built a bridge" in str(cast.lopez.presses("Edit", home).view)
    assert cast.lopez.presses("Undo", home).ok
    assert "built a bridge" not in cast.lopez.text_of(cast.lopez.opens_home())


def test_turning_one_list_keeps_the_page_of_the_other(database: Database) -> None:
    fill_district(database, 20, 45)
    assert '{\\"students\\":2,\\"teams\\":1}' in home_of(database, students=1, teams=1)


def test_statements_are_never_cut_off(database: Database) -> None:
    fill_district(database, 40, 400)
    write_checkins(database, 10, "x " * 1000)
    request = Request(person=HALE, now=NOW, is_administrator=True)
    with database.read() as session:
        made = show(request, session)
    assert isinstance(made, Home)
    assert len(made.blocks) <= MOST_BLOCKS
    assert STATEMENTS[0] in str(made.blocks[-1])


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(hours=1), "last check-in today"),
        (timedelta(hours=20), "last check-in yesterday"),
        (timedelta(days=9), "last check-in 9 days ago"),
    ],
)
def test_days_since_the_last_check_in_are_the_readers_own_days(ago: timedelta, said: str) -> None:
    assert say_since(NOW - ago, NOW, "America/Chicago") == said


def test_a_student_nobody_wrote_about_has_no_check_in_yet() -> None:
    assert say_since(None, NOW, "") == "no check-in yet"
