"""The form of /checkin: all of it kept at once, handed back where something needs another look, nothing lost."""

from typing import Any

from storage import checkins, followups
from storage.positions import PositionName
from tests.cast import Cast


def open_form(cast: Cast, person: str = "lopez", channel: Any = None) -> Any:
    form = getattr(cast, person).types("/checkin", channel=channel or cast.juniper).view
    assert form is not None
    return form


def test_the_form_says_that_it_is_a_record_and_what_restricting_hides(cast: Cast) -> None:
    words = cast.lopez.text_of(open_form(cast))
    assert "This is a school record; a family may ask to read it." in words
    assert "Hides this from colleagues, not from a family's or a court's request." in words


def test_a_sent_form_is_kept_confirmed_privately_and_shown(cast: Cast) -> None:
    cast.lopez.submits(
        open_form(cast),
        {"Student": "Maya", "What about": "Progress", "Update": "Read 40 words", "What is working?": "The timer"},
    )
    assert "Kept." in cast.lopez.text_of(cast.lopez.waits_for("Read 40 words", cast.juniper))
    head = cast.ortiz.waits_for("check-ins of the week", cast.juniper)
    shown = cast.ortiz.text_of(cast.ortiz.waits_for("Read 40 words", cast.juniper, thread=head))
    assert "The timer" in shown
    assert "progress" in shown


def test_a_form_sent_twice_is_kept_once(cast: Cast) -> None:
    form = open_form(cast)
    cast.lopez.submits(form, {"Student": "Maya", "Update": "Read 40 words"})
    assert cast.sandbox.redeliver() == 1
    with cast.bot.database.read() as session:
        assert len(checkins.list_own(session, cast.people["lopez"].id)) == 1


def test_an_empty_update_is_handed_back_with_a_word(cast: Cast) -> None:
    came = cast.lopez.submits(open_form(cast), {"Student": "Maya", "Update": "   "})
    assert came.errors == {"text": "Write a word or two on how it went."}


def test_the_menu_offers_only_students_the_person_may_see(cast: Cast) -> None:
    form = open_form(cast)
    offered = [one["text"]["text"] for one in cast.lopez.options(form, "Student", "")]
    assert offered == ["Fen O., grade 4", "Maya T., grade 3"]
    assert cast.lopez.options(form, "Student", "zadie") == []


def test_a_follow_up_is_promised_with_it_and_its_owner_hears(cast: Cast) -> None:
    cast.lopez.submits(
        open_form(cast),
        {
            "Student": "Maya",
            "Update": "Forgot the log",
            "Follow-up needed?": "Send the log home",
            "Owner": cast.people["hale"].id,
        },
    )
    told = cast.hale.waits_for("Send the log home")
    assert "Maya T." in cast.hale.text_of(told)
    assert all("Maya" not in preview for preview in cast.hale.notifications())


def test_an_owner_off_the_team_is_handed_back(cast: Cast) -> None:
    came = cast.lopez.submits(
        open_form(cast),
        {"Student": "Maya", "Update": "x", "Follow-up needed?": "Call home", "Owner": cast.people["pell"].id},
    )
    assert "not on this student's team" in came.errors["owner"]


def test_a_day_that_is_over_is_handed_back(cast: Cast) -> None:
    came = cast.lopez.submits(
        open_form(cast), {"Student": "Maya", "Update": "x", "Follow-up needed?": "Call home", "Due": "2020-01-06"}
    )
    assert "That day is over" in came.errors["due"]


def test_add_follow_up_under_a_check_in_keeps_a_promise(cast: Cast) -> None:
    kept = cast.lopez.types("/checkin Maya T: forgot the log", channel=cast.juniper)
    form = cast.lopez.presses("Add follow-up", kept.ephemerals[0]).view
    assert form is not None
    cast.lopez.submits(form, {"What is promised?": "Send the log home"})
    cast.lopez.waits_for("Promised", cast.juniper)
    with cast.bot.database.read() as session:
        assert [one.text for one in followups.list_open(session, cast.key_to(1))] == ["Send the log home"]


def test_editing_keeps_the_earlier_words_and_changes_the_post(cast: Cast) -> None:
    kept = cast.lopez.types("/checkin Maya T: finished 2 of 3", channel=cast.juniper)
    head = cast.ortiz.waits_for("check-ins of the week", cast.juniper)
    cast.ortiz.waits_for("finished 2 of 3", cast.juniper, thread=head)
    form = cast.lopez.presses("Edit", kept.ephemerals[0]).view
    assert form is not None
    cast.lopez.submits(form, {"Update": "finished 3 of 3"})
    shown = cast.ortiz.waits_for("finished 3 of 3", cast.juniper, thread=head)
    assert "Edited" in cast.ortiz.text_of(shown)
    with cast.bot.database.read() as session:
        (own,) = checkins.list_own(session, cast.people["lopez"].id)
        assert [one.text for one in checkins.list_revisions(session, own)] == ["finished 2 of 3"]


def test_undo_within_ten_minutes_takes_it_back_everywhere(cast: Cast) -> None:
    kept = cast.lopez.types("/checkin Maya T: finished 2 of 3", channel=cast.juniper)
    head = cast.ortiz.waits_for("check-ins of the week", cast.juniper)
    cast.ortiz.waits_for("finished 2 of 3", cast.juniper, thread=head)
    assert "Undone" in cast.lopez.presses("Undo", kept.ephemerals[0]).text
    cast.waits_until(lambda: "finished 2 of 3" not in cast.ortiz.everything())


def test_a_later_press_asks_to_withdraw_and_strikes_through(cast: Cast) -> None:
    kept = cast.lopez.types("/checkin Maya T: finished 2 of 3", channel=cast.juniper)
    head = cast.ortiz.waits_for("check-ins of the week", cast.juniper)
    cast.ortiz.waits_for("finished 2 of 3", cast.juniper, thread=head)
    cast.forward(minutes=11)
    form = cast.lopez.presses("Undo", kept.ephemerals[0]).view
    assert form is not None
    cast.lopez.submits(form)
    shown = cast.ortiz.waits_for("Withdrawn by its author", cast.juniper, thread=head)
    assert "finished 2 of 3" in cast.ortiz.text_of(shown)


def test_a_restricted_one_is_not_posted_and_its_readers_are_named(cast: Cast) -> None:
    cast.lopez.submits(
        open_form(cast), {"Student": "Maya", "Update": "A hard week at home", "Restricted": "restricted"}
    )
    told = cast.lopez.text_of(cast.lopez.waits_for("A hard week at home", cast.juniper))
    assert "Restricted: read by you and the case manager, leads, counselors and psychologists" in told
    cast.all_sent()
    assert "A hard week at home" not in cast.ortiz.everything()


def test_without_a_recorded_position_restricting_is_refused_with_another_way(cast: Cast) -> None:
    came = cast.finch.submits(
        open_form(cast, "finch"), {"Student": "Maya", "Update": "A hard week", "Restricted": "restricted"}
    )
    assert came.view is not None
    assert "Only members whose position is recorded" in came.text
    assert "A hard week" in came.text
    cast.finch.presses("Tell the counselor", came.view)
    cast.ortiz.waits_for("asks you to talk with them")
    assert "A hard week" not in cast.ortiz.everything()
    with cast.bot.database.read() as session:
        assert checkins.list_own(session, cast.people["finch"].id) == []


def test_where_no_counselor_is_recorded_the_author_is_told_before_it_is_kept(cast: Cast) -> None:
    cast.set_position(cast.team_of(cast.juniper), "ortiz", PositionName.NURSE)
    came = cast.lopez.submits(open_form(cast), {"Student": "Maya", "Update": "A hard week", "Restricted": "restricted"})
    assert came.view is not None
    assert "No counselor or psychologist is recorded" in came.text
    cast.lopez.submits(came.view)
    assert "Restricted" in cast.lopez.text_of(cast.lopez.waits_for("A hard week", cast.juniper))


def test_save_as_check_in_prefills_the_form_with_the_message(cast: Cast) -> None:
    cast.hale.types("Maya used the break card twice this morning", channel=cast.juniper)
    message = cast.lopez.waits_for("break card twice", cast.juniper)
    form = cast.lopez.uses_shortcut("checkin_from_message", message).view
    assert form is not None
    cast.lopez.submits(form, {"Student": "Maya"})
    head = cast.ortiz.waits_for("check-ins of the week", cast.juniper)
    cast.ortiz.waits_for("break card twice", cast.juniper, thread=head)


def test_the_global_shortcut_opens_the_form(cast: Cast) -> None:
    form = cast.lopez.uses_shortcut("new_checkin").view
    assert form is not None
    cast.lopez.submits(form, {"Student": "Fen", "Update": "Shared the ball"})
    assert "Kept." in cast.lopez.text_of(cast.lopez.waits_for("Shared the ball"))
