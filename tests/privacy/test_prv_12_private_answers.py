"""PRV-12, PRV-13: answers are for one person's eyes and never the only copy; a lock screen names nobody."""

from typing import Any

import pytest
from slack_bolt import BoltRequest

from sandbox.payloads import response_url
from sandbox.wire import Json
from tests.bot import payload_shapes as shapes
from tests.cast import Cast

STORY = "/checkin Maya T: finished 2 of 3 tasks with the timer"
FILE = b"school_id,first_name,last_name\n4711,Orson,Quillfeather\n"
EVERYBODY = ("hale", "lopez", "ortiz", "finch", "pell", "gray", "dean")


def dispatch(cast: Cast, body: Any) -> None:
    cast.bot.app.dispatch(BoltRequest(mode="socket_mode", body=body))


def head_in(cast: Cast) -> Json:
    return cast.ortiz.waits_for("check-ins of the week", cast.juniper)


def test_prv_12_a_confirmation_is_seen_by_its_author_alone_and_stands_on_home_too(cast: Cast) -> None:
    came = cast.lopez.types(STORY, channel=cast.juniper)
    assert (len(came.ephemerals), came.messages) == (1, [])
    assert all("*Kept.*" not in getattr(cast, name).everything() for name in EVERYBODY if name != "lopez")
    assert "finished 2 of 3 tasks" in cast.lopez.text_of(cast.lopez.opens_home())


def test_prv_12_a_private_answer_takes_the_place_of_no_message_that_others_read(cast: Cast) -> None:
    kept = cast.lopez.types("/checkin Maya T: a quiet word", channel=cast.juniper)
    assert "Kept." in kept.text
    head = head_in(cast)
    url = response_url(cast.sandbox.practice, cast.people["lopez"], cast.juniper, head)
    forged = shapes.press("checkins.undo", value='{"checkin":1}', user=cast.people["lopez"].id)
    place = {"type": "message", "message_ts": head["ts"], "channel_id": cast.juniper.id, "is_ephemeral": False}
    dispatch(cast, {**forged, "container": place, "channel": {"id": cast.juniper.id}, "response_url": url})
    assert "Undone" in cast.lopez.text_of(cast.lopez.waits_for("Undone", cast.juniper))
    assert "Undone" not in cast.ortiz.everything()


def test_prv_12_what_a_dropped_file_holds_is_said_to_its_sender_whatever_channel_a_button_names(cast: Cast) -> None:
    cast.hale.uploads("class.csv", FILE)
    shown = cast.hale.waits_for("This file would")
    (button,) = [one for block in shown["blocks"] for one in block.get("elements", ()) if "take_file" in str(one)]
    value = button["value"][:-1] + f',"team":1,"channel":"{cast.juniper.id}"}}'
    dispatch(cast, shapes.press("students.choose_team", value=value, user=cast.people["hale"].id))
    cast.waits_until(lambda: sum("This file would" in cast.hale.text_of(one) for one in cast.hale.sees()) > 1)
    assert "Quillfeather" not in cast.ortiz.everything()


@pytest.mark.parametrize("name", ["gray", "lopez"])
def test_prv_12_an_answer_in_a_public_channel_is_for_the_asker_alone(cast: Cast, name: str) -> None:
    people = [cast.people["lopez"], cast.people["gray"], cast.people["dean"]]
    lounge = cast.sandbox.add_channel("lounge", private=False, members=people)
    getattr(cast, name).types(STORY, channel=lounge)
    cast.sandbox.settle()
    assert "Maya" not in cast.dean.everything()
    assert all(one.get("subtype") == "channel_join" for one in cast.dean.sees(lounge))


def test_prv_13_no_lock_screen_shows_a_students_name_or_a_word_about_them(cast: Cast) -> None:
    cast.lopez.types(STORY, channel=cast.juniper)
    cast.lopez.types("/checkin Fen Oakes: she wants to kill herself", channel=cast.juniper)
    form = cast.hale.types("/checkin", channel=cast.juniper).view
    assert form is not None
    promise = {"Follow-up needed?": "Send the reading log", "Owner": cast.people["lopez"].id}
    cast.hale.submits(form, {"Student": "Maya", "Update": "Forgot the log", **promise})
    cast.hale.uploads("class.csv", FILE)
    cast.hale.presses("Add them", cast.hale.waits_for("This file would"))
    cast.hale.waits_for("Done:")
    cast.lopez.waits_for("Send the reading log")
    cast.all_sent()
    shown = [preview for name in EVERYBODY for preview in getattr(cast, name).notifications()]
    telling = ("Maya", "Tern", "Fen", "Oakes", "Orson", "Quillfeather", "timer", "log", "kill")
    assert len(shown) >= 6
    assert [preview for preview in shown if any(word in preview for word in telling)] == []
