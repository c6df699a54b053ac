"""/checkin with words: kept at once, confirmed privately, shown to the team, and nothing typed is ever lost."""

import pytest

from storage import checkins
from storage.teams import Appear
from tests.cast import Cast

STORY = "/checkin Maya T: finished 2 of 3 tasks with the timer #win"


def test_a_check_in_is_confirmed_privately_and_appears_in_the_students_thread(cast: Cast) -> None:
    came = cast.lopez.types(STORY, channel=cast.juniper)
    assert "Kept." in came.text
    assert "finished 2 of 3 tasks with the timer #win" in came.text
    head = cast.ortiz.waits_for("Maya T.", cast.juniper)
    shown = cast.ortiz.waits_for("finished 2 of 3 tasks", cast.juniper, thread=head)
    assert "win" in cast.ortiz.text_of(shown)
    assert "Kept." not in cast.ortiz.everything()


def test_two_check_ins_of_one_week_share_a_thread(cast: Cast) -> None:
    cast.lopez.types("/checkin Maya T: read aloud for five minutes", channel=cast.juniper)
    cast.hale.types("/checkin Maya T: used the break card", channel=cast.juniper)
    head = cast.ortiz.waits_for("Maya T.", cast.juniper)
    cast.ortiz.waits_for("used the break card", cast.juniper, thread=head)
    assert sum("check-ins of the week" in cast.ortiz.text_of(one) for one in cast.ortiz.sees(cast.juniper)) == 1


def test_a_team_that_wants_each_in_the_channel_gets_each_in_the_channel(workspace: Cast) -> None:
    team = workspace.add_team(workspace.juniper, "hale", appear=Appear.CHANNEL)
    workspace.add_student("Maya Tern", team)
    workspace.lopez.types(STORY, channel=workspace.juniper)
    workspace.ortiz.waits_for("finished 2 of 3 tasks", workspace.juniper)


def test_a_team_that_keeps_a_record_only_hears_nothing(workspace: Cast) -> None:
    team = workspace.add_team(workspace.juniper, "hale", appear=Appear.RECORD)
    workspace.add_student("Maya Tern", team)
    assert "does not post" in workspace.lopez.types(STORY, channel=workspace.juniper).text
    assert workspace.unsent() == 0


@pytest.mark.parametrize("name", ["maya", "MAYA TERN", "Maya T", "Tern, Maya", "M. Tern", "Mayaa", "maya's"])
def test_a_name_may_be_written_in_many_ways(cast: Cast, name: str) -> None:
    assert "Kept." in cast.lopez.types(f"/checkin {name}: worked well", channel=cast.juniper).text


def test_a_misspelt_name_is_said_back(cast: Cast) -> None:
    assert "I read “Mayaa”" in cast.lopez.types("/checkin Mayaa: worked well", channel=cast.juniper).text


def test_the_first_confirmation_says_that_a_family_may_ask_to_read_it(cast: Cast) -> None:
    assert "a family may ask to read it" in cast.lopez.types(STORY, channel=cast.juniper).text
    second = cast.lopez.types("/checkin Fen: shared the ball", channel=cast.juniper)
    assert "a family may ask to read it" not in second.text


def test_an_unknown_student_makes_a_draft_and_the_words_come_back(cast: Cast) -> None:
    came = cast.lopez.types("/checkin Brontë: read two pages", channel=cast.juniper)
    assert "Brontë: read two pages" in came.text
    assert "could not find" in came.text


def test_a_draft_becomes_a_check_in_through_the_form(cast: Cast) -> None:
    came = cast.lopez.types("/checkin Brontë: read two pages", channel=cast.juniper)
    form = cast.lopez.presses("Choose a student", came.ephemerals[0]).view
    assert form is not None
    cast.lopez.submits(form, {"Student": "Maya"})
    head = cast.ortiz.waits_for("Maya T.", cast.juniper)
    cast.ortiz.waits_for("read two pages", cast.juniper, thread=head)


def test_two_that_fit_are_asked_about_with_buttons(cast: Cast) -> None:
    cast.add_student("Maya Rook", cast.team_of(cast.juniper), grade="05")
    came = cast.lopez.types("/checkin Maya: drew a map", channel=cast.juniper)
    assert "2 students fit" in came.text
    kept = cast.lopez.presses("Maya R., grade 5", came.ephemerals[0])
    assert "Kept." in kept.text
    assert "Maya R." in kept.text


def test_words_without_a_student_are_asked_for_one(cast: Cast) -> None:
    came = cast.lopez.types("/checkin finished everything today", channel=cast.juniper)
    assert "finished everything today" in came.text


def test_a_name_alone_opens_the_form_with_the_student_in_it(cast: Cast) -> None:
    form = cast.lopez.types("/checkin Maya T", channel=cast.juniper).view
    assert form is not None
    assert "Maya T." in cast.lopez.text_of(form)


def test_three_thousand_and_one_characters_come_back_and_are_not_kept(cast: Cast) -> None:
    came = cast.lopez.types("/checkin Maya T: " + "a" * 3001, channel=cast.juniper)
    assert "3,001 characters" in came.text
    assert came.text.count("a") > 3001
    with cast.bot.database.read() as session:
        assert checkins.list_own(session, cast.people["lopez"].id) == []


def test_three_thousand_characters_are_kept(cast: Cast) -> None:
    assert "Kept." in cast.lopez.types("/checkin Maya T: " + "a" * 3000, channel=cast.juniper).text


@pytest.mark.parametrize("words", ["🎉🎉", "أحسنت اليوم", "e\u0301 n\u0303 combining", "\u202eabc", "``` x"])
def test_any_text_is_kept_as_typed(cast: Cast, words: str) -> None:
    assert words.strip() in cast.lopez.types(f"/checkin Maya T: {words}", channel=cast.juniper).text


def test_mentions_and_broadcasts_in_the_text_do_not_fire(cast: Cast) -> None:
    cast.lopez.types("/checkin Maya T: <!channel> ask @hale about <@U000> & <b>", channel=cast.juniper)
    head = cast.ortiz.waits_for("Maya T.", cast.juniper)
    shown = cast.ortiz.waits_for("ask @hale", cast.juniper, thread=head)
    words = next(block for block in shown["blocks"] if "ask @hale" in str(block))
    assert words["text"]["type"] == "plain_text"
    assert "<!channel>" in words["text"]["text"]


def test_the_same_words_again_are_kept_once_until_both_are_wanted(cast: Cast) -> None:
    cast.lopez.types(STORY, channel=cast.juniper)
    again = cast.lopez.types(STORY, channel=cast.juniper)
    assert "kept them once" in again.text
    with cast.bot.database.read() as session:
        assert len(checkins.list_own(session, cast.people["lopez"].id)) == 1
    cast.lopez.presses("Keep both", again.ephemerals[0])
    with cast.bot.database.read() as session:
        assert len(checkins.list_own(session, cast.people["lopez"].id)) == 2


def test_in_a_channel_that_is_no_team_it_is_kept_and_shown_in_the_students_team(cast: Cast) -> None:
    lounge = cast.sandbox.add_channel("lounge", private=False, members=[cast.people["lopez"]])
    assert "*Juniper Team* sees it" in cast.lopez.types(STORY, channel=lounge).text
    head = cast.ortiz.waits_for("Maya T.", cast.juniper)
    cast.ortiz.waits_for("finished 2 of 3", cast.juniper, thread=head)
    assert "Maya" not in str(cast.lopez.sees(lounge)[:-1])


def test_with_several_teams_the_author_chooses_where_it_appears(cast: Cast) -> None:
    reading = cast.sandbox.add_channel("reading-team", members=[cast.people["lopez"], cast.people["ortiz"]])
    second = cast.add_team(reading, "lopez")
    cast.add_student("Ivo Plume", cast.team_of(cast.juniper), second)
    dm = cast.lopez.types("/checkin Ivo Plume: asked for help twice")
    assert "not posted anywhere yet" in dm.text
    cast.lopez.presses("Post in Reading Team", dm.ephemerals[0])
    head = cast.ortiz.waits_for("Ivo P.", reading)
    cast.ortiz.waits_for("asked for help twice", reading, thread=head)


def test_two_students_in_one_update_are_both_kept(cast: Cast) -> None:
    came = cast.lopez.types("/checkin Maya T & Fen Oakes: built a bridge together", channel=cast.juniper)
    assert "Maya T." in came.text
    assert "Fen O." in came.text


def test_two_students_without_a_common_team_are_not_posted_until_split(cast: Cast) -> None:
    rook = cast.sandbox.add_channel("rook-team", members=[cast.people["lopez"]])
    cast.add_student("Uri Stoat", cast.add_team(rook, "lopez"))
    came = cast.lopez.types(
        "/checkin Maya Tern & Uri Stoat: Maya Tern and Uri Stoat shared a book", channel=cast.juniper
    )
    assert "not posted anywhere yet" in came.text
    cast.lopez.presses("Split into two", came.ephemerals[0])
    head = cast.ortiz.waits_for("Maya T.", cast.juniper)
    shown = cast.ortiz.text_of(cast.ortiz.waits_for("shared a book", cast.juniper, thread=head))
    assert "another student" in shown
    assert "Uri" not in cast.ortiz.everything()


def test_a_student_of_another_team_named_in_the_words_is_another_student_there(cast: Cast) -> None:
    rook = cast.sandbox.add_channel("rook-team", members=[cast.people["lopez"]])
    cast.add_student("Uri Stoat", cast.add_team(rook, "lopez"))
    came = cast.lopez.types("/checkin Maya Tern: read to Uri Stoat and to Fen Oakes", channel=cast.juniper)
    assert "Uri Stoat" in came.text
    head = cast.ortiz.waits_for("check-ins of the week", cast.juniper)
    shown = cast.ortiz.text_of(cast.ortiz.waits_for("read to", cast.juniper, thread=head))
    assert "read to another student and to Fen Oakes" in shown
