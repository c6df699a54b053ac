"""PRV-05: guests, people of another workspace, apps and deactivated accounts are denied, whatever they are in."""

from collections.abc import Callable

import pytest

from handlers import doors
from handlers.conversation import Request
from storage.database import Database
from tests.cast import Cast
from tests.privacy import canaries, steps
from tests.privacy import world as w
from tests.privacy.day import live_a_day
from tests.privacy.sweep import Outcome


@pytest.mark.parametrize("person", w.REFUSED_EVERYWHERE)
def test_prv_05_being_in_the_channel_opens_nothing_to_them(world: Database, person: str) -> None:
    with world.read() as session:
        assert not doors.access_students(session, Request(person=person, now=w.NOW))
        assert not doors.access_students(session, Request(person=person, now=w.NOW, is_administrator=True))


@pytest.mark.parametrize("person", w.REFUSED_EVERYWHERE)
def test_prv_05_they_get_the_answers_of_a_guest_who_is_in_no_channel_at_all(
    tried_by: Callable[[str], list[Outcome]], person: str
) -> None:
    elsewhere = {one.name: one.real.replace(w.VISITOR, person) for one in tried_by(w.VISITOR)}
    assert {one.name: one.real for one in tried_by(person) if one.real != elsewhere[one.name]} == {}


@pytest.mark.parametrize("person", w.REFUSED_EVERYWHERE)
def test_prv_05_their_home_says_that_there_is_nothing_for_them(world: Database, person: str) -> None:
    with world.read() as session:
        home = steps.home_of(session, person)
        assert "There is nothing for you here" in home
        assert home == steps.home_of(session, w.VISITOR)
        assert home == steps.home_of(session, "UNOBODY")


@pytest.mark.parametrize("person", w.REFUSED_EVERYWHERE)
def test_prv_05_nobody_gives_them_a_follow_up(world: Database, person: str) -> None:
    filled = {"student": str(w.QUILLON), "follow_up": "send the log home", "owner": person}
    with w.undone(world) as session:
        assert "Choose somebody of the team" in steps.send(session, "followups.promise", "ULOPEZ", {}, **filled)


def test_prv_05_who_is_made_a_guest_loses_the_students_on_home_at_once(cast: Cast) -> None:
    assert "Maya T." in cast.lopez.text_of(cast.lopez.opens_home())
    cast.sandbox.change_person(cast.people["lopez"], is_restricted=True)
    cast.waits_until(lambda: "Maya T." not in cast.lopez.everything())


def test_prv_05_after_a_whole_day_no_outsider_finds_a_name_or_a_word_anywhere(cast: Cast) -> None:
    canaries.add_students(cast)
    live_a_day(cast)
    cast.all_sent()
    for name in ("pell", "dean", "gray"):
        who = getattr(cast, name)
        who.opens_home()
        assert canaries.found_in(who.everything()) == []
    assert canaries.found_in(cast.finch.everything()) != []
