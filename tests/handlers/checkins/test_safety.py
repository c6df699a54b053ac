"""Words that sound like a child in danger (PRV-60): crisis text at once, restricted, posted nowhere, nobody told."""

from typing import Any

from storage import schools
from tests.cast import Cast

DANGER = "/checkin Maya T: she said she wants to kill herself"


def test_the_crisis_text_comes_first_and_says_that_nobody_has_been_told(cast: Cast) -> None:
    words = cast.lopez.types(DANGER, channel=cast.juniper).text
    assert "Kept restricted. Nobody has been told. If a child may be in danger, act now:" in words
    assert "988" in words
    assert "not a report" in words
    cast.all_sent()
    assert "kill herself" not in cast.ortiz.everything()
    assert "kill herself" not in cast.hale.everything()


def test_the_schools_own_crisis_text_is_used(cast: Cast) -> None:
    with cast.bot.database.write() as session:
        schools.list_schools(session)[0].crisis_text = "Ring the front office, extension 5."
    assert "extension 5" in cast.lopez.types(DANGER, channel=cast.juniper).text


def test_it_holds_for_a_person_without_a_position_too(cast: Cast) -> None:
    assert "Kept restricted." in cast.finch.types(DANGER, channel=cast.juniper).text


def test_without_a_student_the_crisis_text_still_comes_at_once(cast: Cast) -> None:
    assert "act now" in cast.lopez.types("/checkin he wants to kill himself", channel=cast.juniper).text


def test_telling_the_counselor_passes_on_no_text(cast: Cast) -> None:
    kept = cast.lopez.types(DANGER, channel=cast.juniper)
    told = cast.lopez.presses("Tell the counselor", kept.ephemerals[0])
    assert "to talk with you" in told.text
    cast.ortiz.waits_for("asks you to talk with them")
    assert "kill herself" not in cast.ortiz.everything()
    assert "Maya" not in cast.ortiz.everything()


def test_not_a_safety_concern_makes_it_an_ordinary_one_and_the_audit_says_who(cast: Cast) -> None:
    kept = cast.lopez.types(DANGER, channel=cast.juniper)
    cast.lopez.presses("Not a safety concern: treat as usual", kept.ephemerals[0])
    head = cast.ortiz.waits_for("check-ins of the week", cast.juniper)
    cast.ortiz.waits_for("kill herself", cast.juniper, thread=head)
    assert ("checkins.treat_as_usual", cast.people["lopez"].id) in cast.audited()


def test_words_of_danger_edited_in_take_the_post_back(cast: Cast) -> None:
    kept = cast.lopez.types("/checkin Maya T: a quiet day", channel=cast.juniper)
    head = cast.ortiz.waits_for("check-ins of the week", cast.juniper)
    cast.ortiz.waits_for("a quiet day", cast.juniper, thread=head)
    form: Any = cast.lopez.presses("Edit", kept.ephemerals[0]).view
    cast.lopez.submits(form, {"Update": "she said she wants to kill herself"})
    cast.waits_until(lambda: "a quiet day" not in cast.ortiz.everything())
    assert "kill herself" not in cast.ortiz.everything()
