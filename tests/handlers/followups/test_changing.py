"""What becomes of a follow-up: done, undone, asleep, handed over, given back, edited; always one clear sentence."""

from datetime import timedelta

import pytest

from sandbox.wire import Json
from storage import followups
from storage.followups import Asking, Changed, Followup
from tests.cast import Cast

STORY = "/followup Maya T: send home the reading log @lopez by friday"


def only(cast: Cast, student_id: int = 1) -> Followup:
    with cast.bot.database.read() as session:
        (row,) = followups.list_open(session, cast.key_to(student_id))
        return row


def kinds(cast: Cast) -> list[Changed]:
    """What its history says, oldest first."""
    with cast.bot.database.read() as session:
        listed = followups.list_history(session, cast.key_to(1))
        return [change.kind for _, change in reversed(listed)]


@pytest.fixture
def given(cast: Cast) -> Json:
    """Hale gave Lopez a follow-up; this is Lopez's message."""
    cast.hale.types(STORY, channel=cast.juniper)
    return cast.lopez.waits_for("gave you a follow-up")


def in_thread(cast: Cast) -> Json:
    """The team's message about it."""
    head = cast.finch.waits_for("Maya T.", cast.juniper)
    return cast.finch.waits_for("send home the reading log", cast.juniper, thread=head)


def test_done_twice_is_done_once_and_undo_opens_it_for_ten_minutes(cast: Cast, given: Json) -> None:
    listed = cast.finch.types("/followup list maya", channel=cast.juniper).ephemerals[0]
    cast.lopez.presses("Done", given)
    cast.hale.waits_for("has done this")
    assert "done already" in cast.finch.presses("Done", listed).text
    cast.lopez.presses("Undo", cast.lopez.waits_for("has done this"))
    assert only(cast).done_at is None
    cast.hale.waits_for("has this, due")  # who heard that it was done reads that it is open
    cast.lopez.presses("Done", cast.lopez.waits_for("gave you a follow-up"))
    done = cast.lopez.waits_for("has done this")
    cast.forward(minutes=11)
    assert "more than ten minutes ago" in cast.lopez.presses("Undo", done).text
    assert kinds(cast) == [Changed.ADDED, Changed.DONE, Changed.UNDONE, Changed.DONE]


def test_who_may_not_see_the_student_changes_nothing_and_learns_nothing(cast: Cast, given: Json) -> None:
    cast.lopez.leaves(cast.juniper)
    cast.hale.waits_for("asks for a new owner")
    came = cast.lopez.presses("Done", given)
    assert "could not find that student" in came.text
    assert "reading log" not in came.text
    assert only(cast).done_at is None


def test_it_sleeps_until_the_day_its_owner_chose_and_stays_due(cast: Cast, given: Json) -> None:
    due = only(cast).due_on
    form = cast.lopez.presses("Snooze", given).view
    assert form is not None
    assert "Choose the day" in str(cast.lopez.submits(form, {"Say nothing of it until": "Another day"}).errors)
    cast.lopez.submits(form, {"Say nothing of it until": "Next week"})
    cast.lopez.waits_for("asleep until Monday")
    assert (only(cast).due_on, only(cast).snoozed_until is not None) == (due, True)


def test_handed_over_with_a_word_the_new_owner_hears_and_of_two_at_once_the_first_counts(
    cast: Cast, given: Json
) -> None:
    mine = cast.lopez.presses("Hand over", given).view
    theirs = cast.hale.presses("Hand over", in_thread(cast)).view
    assert mine is not None
    assert theirs is not None
    cast.lopez.submits(mine, {"To whom?": cast.people["ortiz"].id, "A word with it": "You see dad on Tuesday."})
    cast.ortiz.waits_for("You see dad on Tuesday.")
    late = cast.hale.submits(theirs, {"To whom?": cast.people["finch"].id})
    assert "Somebody was quicker" in str(late.errors)
    assert only(cast).owner_id == cast.people["ortiz"].id
    cast.lopez.waits_for("has this, due")
    assert "Only its owner" in cast.finch.presses("Hand over", in_thread(cast)).text


def test_not_me_shows_the_giver_until_somebody_takes_it(cast: Cast, given: Json) -> None:
    cast.lopez.presses("Not me", given)
    told = cast.hale.waits_for("was given back")
    assert (only(cast).owner_id, only(cast).asks_for_owner) == (cast.people["hale"].id, Asking.NOT_ME)
    assert "until somebody takes it" in cast.hale.text_of(told)
    cast.waits_until(lambda: "I'll take it" in str(in_thread(cast)))
    cast.ortiz.presses("I'll take it", in_thread(cast))
    assert (only(cast).owner_id, only(cast).asks_for_owner) == (cast.people["ortiz"].id, None)
    assert kinds(cast) == [Changed.ADDED, Changed.NOT_ME, Changed.OWNER]


def test_an_edit_keeps_what_it_was_and_everybody_reads_the_new_words(cast: Cast, given: Json) -> None:
    form = cast.lopez.presses("Edit", given).view
    assert form is not None
    assert "That day is over" in str(cast.lopez.submits(form, {"Due": "2020-01-06"}).errors)
    day = (cast.sandbox.now() + timedelta(days=14)).date()
    changed = {"What is promised?": "send home two logs", "Due": day.isoformat(), "Comes again": "every friday"}
    cast.lopez.submits(form, changed)
    cast.waits_until(lambda: only(cast).text == "send home two logs")
    head = cast.finch.waits_for("Maya T.", cast.juniper)
    cast.finch.waits_for("send home two logs", cast.juniper, thread=head)
    assert sorted(kinds(cast)) == sorted([Changed.ADDED, Changed.TEXT, Changed.DUE, Changed.REPEATS])
    assert [row for row in cast.audited() if row[0] == "followups.change"] != []


def test_of_two_who_edit_at_once_the_second_puts_nothing_back(cast: Cast, given: Json) -> None:
    listed = cast.hale.types("/followup list Maya T").ephemerals[0]
    mine, theirs = cast.lopez.presses("Edit", given).view, cast.hale.presses("Edit", listed).view
    assert mine is not None
    assert theirs is not None
    day = (cast.sandbox.now() + timedelta(days=14)).date()
    cast.lopez.submits(mine, {"Due": day.isoformat()})
    late = cast.hale.submits(theirs, {"What is promised?": "send home two logs"})
    assert "Somebody changed it while your form was open" in str(late.errors)
    assert (only(cast).text, only(cast).due_on) == ("send home the reading log", day)


def test_what_comes_again_comes_again_when_it_is_done_and_not_when_that_is_undone(cast: Cast) -> None:
    came = cast.lopez.types("/followup Maya T: collect the behavior data every friday", channel=cast.juniper)
    assert "comes again every Friday" in came.text
    first = only(cast).due_on
    done = cast.lopez.presses("Done", came.ephemerals[0])
    assert "The next one is due" in done.text
    assert only(cast).due_on == first + timedelta(days=7)
    cast.lopez.presses("Undo", done.ephemerals[0])
    assert only(cast).due_on == first


def test_who_leaves_the_team_leaves_nothing_undone_unseen(cast: Cast, given: Json) -> None:
    cast.lopez.leaves(cast.juniper)
    told = cast.hale.waits_for("asks for a new owner")
    assert only(cast).asks_for_owner is Asking.OWNER_LEFT
    assert sum("asks for a new owner" in cast.hale.text_of(one) for one in cast.hale.sees()) == 1
    cast.hale.presses("I'll take it", told)
    assert only(cast).owner_id == cast.people["hale"].id
    assert "asks for a new owner" not in cast.ortiz.everything()


def test_whose_account_is_closed_has_nothing_any_more(cast: Cast, given: Json) -> None:
    cast.sandbox.change_person(cast.people["lopez"], deleted=True)
    cast.hale.waits_for("asks for a new owner")
    assert only(cast).owner_id == ""


def test_the_other_reading_of_a_day_is_one_click_away(cast: Cast) -> None:
    came = cast.lopez.types("/followup Maya T: send the log next thurs", channel=cast.juniper)
    first = only(cast).due_on
    other = next(one for one in came.ephemerals[0]["blocks"][-1]["elements"] if "instead" in str(one))
    kept = cast.lopez.presses(other["text"]["text"], came.ephemerals[0])
    assert abs(only(cast).due_on - first) == timedelta(days=7)
    back = next(one for one in kept.ephemerals[0]["blocks"][-1]["elements"] if "instead" in str(one))
    cast.lopez.presses(back["text"]["text"], kept.ephemerals[0])
    assert only(cast).due_on == first


def test_what_was_taken_back_is_nowhere_and_its_owner_reads_so(cast: Cast) -> None:
    came = cast.hale.types(STORY, channel=cast.juniper)
    cast.lopez.waits_for("gave you a follow-up")
    in_thread(cast)
    back = cast.hale.presses("Undo", came.ephemerals[0])
    assert "send home the reading log" in back.text
    cast.lopez.waits_for("There is nothing to do")
    cast.all_sent()
    assert "reading log" not in cast.finch.everything()


def test_words_of_danger_are_passed_on_with_no_follow_up(cast: Cast, given: Json) -> None:
    form = cast.lopez.presses("Hand over", given).view
    assert form is not None
    word = "he told me he wants to kill himself"
    refused = cast.lopez.submits(form, {"To whom?": cast.people["ortiz"].id, "A word with it": word})
    assert "act now" in str(refused.errors)
    guest = cast.lopez.submits(form, {"To whom?": cast.people["gray"].id, "A word with it": ""})
    assert "Choose somebody of the team" in str(guest.errors)
    assert only(cast).owner_id == cast.people["lopez"].id


def test_what_is_promised_under_a_restricted_check_in_is_posted_nowhere(cast: Cast) -> None:
    form = cast.lopez.types("/checkin", channel=cast.juniper).view
    assert form is not None
    filled = {"Student": "Maya", "Update": "a hard morning", "Restricted": ["restricted"]}
    cast.lopez.submits(form, {**filled, "Follow-up needed?": "talk with the family", "Owner": cast.people["hale"].id})
    cast.hale.waits_for("gave you a follow-up")
    cast.all_sent()
    assert "talk with the family" not in cast.finch.everything()


def test_the_same_command_delivered_twice_promises_once(cast: Cast) -> None:
    cast.hale.types(STORY, channel=cast.juniper)
    cast.sandbox.redeliver()
    cast.sandbox.settle()
    assert only(cast).text == "send home the reading log"
