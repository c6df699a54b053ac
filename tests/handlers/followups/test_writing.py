"""/followup with words: promised at once, said back in full, and nothing typed is ever lost."""

from datetime import timedelta

from storage import followups
from storage.followups import Followup
from tests.cast import Cast

STORY = "/followup Maya T: send home the reading log @lopez by friday"


def open_of(cast: Cast, student_id: int = 1) -> list[Followup]:
    with cast.bot.database.read() as session:
        return list(followups.list_open(session, cast.key_to(student_id)))


def test_a_promise_is_said_back_its_owner_told_and_the_team_sees_it(cast: Cast) -> None:
    came = cast.hale.types(STORY, channel=cast.juniper)
    assert "Promised." in came.text
    assert "send home the reading log" in came.text
    (kept,) = open_of(cast)
    assert (kept.text, kept.owner_id) == ("send home the reading log", cast.people["lopez"].id)
    direct = cast.lopez.waits_for("gave you a follow-up")
    assert "due Friday" in cast.lopez.text_of(direct)
    head = cast.ortiz.waits_for("Maya T.", cast.juniper)
    cast.ortiz.waits_for("send home the reading log", cast.juniper, thread=head)
    assert all("Maya" not in words for words in cast.lopez.notifications())
    cast.lopez.presses("Done", direct)
    cast.hale.waits_for("has done this")
    assert open_of(cast) == []


def test_who_gives_no_owner_and_no_day_reads_what_was_taken(cast: Cast) -> None:
    came = cast.lopez.types("/followup Maya T: 🎉 أرسل السجل", channel=cast.juniper)
    assert "You named no owner, so it is yours" in came.text
    assert "due at the team's next huddle" in came.text
    (kept,) = open_of(cast)
    assert (kept.text, kept.owner_id) == ("🎉 أرسل السجل", cast.people["lopez"].id)
    again = cast.lopez.types("/followup Maya T: 🎉 أرسل السجل", channel=cast.juniper)
    assert "kept them once" in again.text
    back = cast.lopez.presses("Undo", came.ephemerals[0])
    assert "Taken back." in back.text
    assert open_of(cast) == []


def test_somebody_in_general_is_nobody_yet_and_anybody_can_take_it(cast: Cast) -> None:
    came = cast.hale.types("/followup Maya T: someone should call home tomorrow", channel=cast.juniper)
    assert "nobody has it yet" in came.text
    head = cast.ortiz.waits_for("Maya T.", cast.juniper)
    shown = cast.ortiz.waits_for("call home", cast.juniper, thread=head)
    listed = cast.finch.types("/followup list maya", channel=cast.juniper).ephemerals[0]
    assert "yours now" in cast.ortiz.presses("I'll take it", shown).text
    assert "has it by now" in cast.finch.presses("I'll take it", listed).text
    (kept,) = open_of(cast)
    assert kept.owner_id == cast.people["ortiz"].id
    cast.waits_until(lambda: "I'll take it" not in str(cast.finch.sees(cast.juniper, thread=head)))


def test_a_role_is_its_holder_and_is_said_back(cast: Cast) -> None:
    came = cast.lopez.types("/followup Maya T: case mgr to call the clinic by friday", channel=cast.juniper)
    assert "I took “case manager” to be" in came.text
    nobody = cast.lopez.types("/followup Maya T: print the chart - speech", channel=cast.juniper)
    assert "Nobody is recorded for “speech”" in nobody.text
    assert [row.owner_id for row in open_of(cast)] in ([cast.people["hale"].id, ""], ["", cast.people["hale"].id])


def test_an_owner_who_may_not_see_the_student_is_refused_and_the_words_wait(cast: Cast) -> None:
    for name in ("gray", "pell"):
        came = cast.hale.types(f"/followup Maya T: call home @{name} by friday", channel=cast.juniper)
        assert "not on this student's team" in came.text
        assert "call home" in came.text
    assert open_of(cast) == []
    form = cast.hale.presses("Choose an owner", came.ephemerals[0]).view
    assert form is not None
    cast.hale.submits(form, {"Owner": cast.people["lopez"].id})
    cast.lopez.waits_for("gave you a follow-up")
    (kept,) = open_of(cast)
    assert (kept.text, kept.owner_id) == ("call home", cast.people["lopez"].id)


def test_neither_a_guest_nor_an_app_of_the_channel_can_have_it_typed_or_chosen(cast: Cast) -> None:
    cast.people["helper"] = cast.sandbox.add_person("helper", "Helper App", is_bot=True)
    for name, why in (("gray", "a guest here"), ("helper", "an app, not a person")):
        cast.sandbox.invite(cast.juniper, cast.people[name], by=cast.people["hale"])
        cast.sandbox.settle()
        cast.all_sent()  # by then Slack has said who came
        typed = cast.hale.types(f"/followup Maya T: call home @{name} by friday", channel=cast.juniper)
        assert why in typed.text
        assert "call home" in typed.text
        form = cast.hale.presses("Choose an owner", typed.ephemerals[0]).view
        assert form is not None
        assert why in str(cast.hale.submits(form, {"Owner": cast.people[name].id}).errors)
    assert open_of(cast) == []


def test_a_day_that_is_not_clear_is_asked_for_with_the_words_kept(cast: Cast) -> None:
    came = cast.hale.types("/followup Maya T: send the log by 31 feb", channel=cast.juniper)
    assert "When is it due?" in came.text
    assert "send the log" in came.text
    form = cast.hale.presses("Pick a day", came.ephemerals[0]).view
    assert form is not None
    day = (cast.sandbox.now() + timedelta(days=10)).date()
    refused = cast.hale.submits(form, {"Due": "2020-01-06"})
    assert "That day is over" in str(refused.errors)
    cast.hale.submits(form, {"Due": day.isoformat()})
    cast.waits_until(lambda: [(row.text, row.due_on) for row in open_of(cast)] == [("send the log", day)])


def test_two_students_who_fit_are_asked_about_and_the_rest_is_understood_as_before(cast: Cast) -> None:
    cast.add_student("Maya Rook", cast.team_of(cast.juniper), grade="05")
    came = cast.hale.types("/followup Maya: send the log @lopez by friday", channel=cast.juniper)
    assert "2 students fit" in came.text
    kept = cast.hale.presses("Maya T., grade 3", came.ephemerals[0])
    assert "Promised." in kept.text
    assert [(row.text, row.owner_id) for row in open_of(cast)] == [("send the log", cast.people["lopez"].id)]


def test_words_of_danger_and_words_too_long_are_kept_nowhere_and_come_back(cast: Cast) -> None:
    came = cast.hale.types("/followup Maya T: he said he wants to kill himself, call home", channel=cast.juniper)
    assert "Write it as a check-in" in came.text
    assert "act now" in came.text
    long = cast.hale.types("/followup Maya T: " + "a" * 3001, channel=cast.juniper)
    assert "3,001 characters" in long.text
    assert open_of(cast) == []


def test_an_outsider_reads_the_same_words_for_a_student_who_does_not_exist(cast: Cast) -> None:
    real = cast.pell.types("/followup Maya Tern: send the log", channel=cast.birch).text
    made_up = cast.pell.types("/followup Bram Holt: send the log", channel=cast.birch).text
    assert real.replace("Maya Tern", "") == made_up.replace("Bram Holt", "")
    assert open_of(cast) == []
