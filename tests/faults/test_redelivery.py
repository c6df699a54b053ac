"""Slack delivers a second time: everything is done once, and the person is told the same again."""

from sqlmodel import select

from storage.checkins import Checkin
from tests.cast import Cast
from tests.faults.looking import list_words

EVERYTHING = 100


def kept(cast: Cast) -> list[str]:
    with cast.bot.database.read() as session:
        return list(session.exec(select(Checkin.text)).all())


def again(cast: Cast) -> None:
    """Everything Slack has delivered so far comes once more, and its consequences are waited for."""
    assert cast.sandbox.redeliver(EVERYTHING) > 0
    cast.sandbox.settle()
    cast.all_sent()


def test_a_command_delivered_twice_is_kept_and_posted_once(cast: Cast) -> None:
    cast.lopez.types("/checkin Maya T: drew a map", channel=cast.juniper)
    cast.all_sent()
    again(cast)
    assert kept(cast) == ["drew a map"]
    assert sum("drew a map" in words for words in list_words(cast.sandbox, cast.juniper)) == 1


def test_a_form_delivered_twice_is_kept_confirmed_and_posted_once(cast: Cast) -> None:
    form = cast.lopez.types("/checkin", channel=cast.juniper).view
    assert form is not None
    cast.lopez.submits(form, {"Student": "Maya", "Update": "drew a map"})
    cast.lopez.waits_for("Kept.", cast.juniper)
    again(cast)
    assert kept(cast) == ["drew a map"]
    assert sum("drew a map" in words for words in list_words(cast.sandbox, cast.juniper)) == 1
    assert sum("Kept." in cast.lopez.text_of(one) for one in cast.lopez.sees(cast.juniper)) == 1


def test_a_button_delivered_twice_acts_once(cast: Cast) -> None:
    cast.lopez.types("/checkin Maya T: drew a map", channel=cast.juniper)
    twice = cast.lopez.types("/checkin Maya T: drew a map", channel=cast.juniper)
    cast.lopez.presses("Keep both", twice.ephemerals[0])
    again(cast)
    assert kept(cast) == ["drew a map", "drew a map"]


def test_a_mention_delivered_twice_is_answered_once(cast: Cast) -> None:
    lounge = cast.sandbox.add_channel("lounge", members=[cast.people["lopez"]])
    cast.lopez.types("@Roundtable hello", channel=lounge)
    cast.lopez.waits_for("Set up this team", lounge)
    again(cast)
    assert sum("Set up this team" in words for words in list_words(cast.sandbox, lounge)) == 1
