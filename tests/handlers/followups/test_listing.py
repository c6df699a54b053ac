"""`/followup list`, and what a reader sees of a follow-up: only their students, and no name of anybody else's."""

from sandbox.wire import Json
from storage import followups
from tests.cast import Cast


def test_one_lists_ones_own_a_students_a_colleagues_and_those_overdue(cast: Cast) -> None:
    cast.hale.types("/followup Maya T: send the log @lopez tomorrow", channel=cast.juniper)
    cast.hale.types("/followup Fen: call home by friday", channel=cast.juniper)
    mine = cast.hale.types("/followup list", channel=cast.juniper).text
    assert "call home" in mine
    assert "send the log" not in mine
    theirs = cast.hale.types("/followup list @lopez", channel=cast.juniper)
    assert "send the log" in theirs.text
    assert "send the log" in cast.ortiz.types("/followup list maya", channel=cast.juniper).text
    assert "Nothing is overdue" in cast.ortiz.types("/followup list overdue", channel=cast.juniper).text
    cast.forward(minutes=60 * 24 * 9)
    assert "*overdue*" in cast.ortiz.types("/followup list overdue", channel=cast.juniper).text
    cast.hale.presses("Done", theirs.ephemerals[0])
    cast.lopez.waits_for("has done this")
    assert ("followups.list", cast.people["ortiz"].id) in cast.audited()


def test_an_outsiders_lists_are_as_empty_as_anybodys(cast: Cast) -> None:
    cast.hale.types("/followup Maya T: send the log @lopez tomorrow", channel=cast.juniper)
    assert "no open follow-ups" in cast.pell.types("/followup list @lopez", channel=cast.birch).text
    assert "Nothing is overdue" in cast.pell.types("/followup list overdue", channel=cast.birch).text
    real = cast.pell.types("/followup list Maya Tern", channel=cast.birch).text
    made_up = cast.pell.types("/followup list Bram Holt", channel=cast.birch).text
    assert real.replace("Maya Tern", "") == made_up.replace("Bram Holt", "")


def test_a_student_of_another_team_who_is_named_in_it_is_nobody_to_this_one(cast: Cast) -> None:
    cast.sandbox.invite(cast.birch, cast.people["hale"])
    cast.waits_until(lambda: "Zadie" in cast.hale.types("/student", channel=cast.birch).text)
    cast.hale.types("/followup Maya T: read in a pair with Zadie Pike @lopez by friday", channel=cast.juniper)
    direct = cast.lopez.waits_for("gave you a follow-up")
    assert "another student" in cast.lopez.text_of(direct)
    head = cast.ortiz.waits_for("Maya T.", cast.juniper)
    cast.ortiz.waits_for("another student", cast.juniper, thread=head)
    assert "Zadie" not in cast.lopez.everything() + cast.ortiz.everything()
    assert "Zadie Pike" in cast.hale.types("/followup list maya", channel=cast.juniper).text


def test_a_follow_up_promised_in_the_form_of_a_check_in_stands_under_its_confirmation(cast: Cast) -> None:
    form = cast.lopez.types("/checkin", channel=cast.juniper).view
    assert form is not None
    filled: Json = {"Student": "Maya", "Update": "used the break card", "Follow-up needed?": "print another card"}
    cast.lopez.submits(form, filled)
    kept = cast.lopez.waits_for("print another card", cast.juniper)
    over = cast.lopez.presses("Hand over", kept).view
    assert over is not None
    cast.lopez.submits(over, {"To whom?": cast.people["ortiz"].id})
    cast.ortiz.waits_for("gave you a follow-up")
    with cast.bot.database.read() as session:
        (row,) = followups.list_open(session, cast.key_to(1))
    assert row.checkin_id is not None


def test_an_answer_leads_to_the_check_in_it_was_promised_under_while_that_stands(cast: Cast) -> None:
    form = cast.lopez.types("/checkin", channel=cast.juniper).view
    assert form is not None
    filled: Json = {"Student": "Maya", "Update": "used the break card", "Follow-up needed?": "print another card"}
    cast.lopez.submits(form, filled)
    posted = cast.hale.waits_for(
        "used the break card", cast.juniper, thread=cast.hale.waits_for("Maya T.", cast.juniper)
    )
    cast.all_sent()
    link = f"archives/{cast.juniper.id}/p{posted['ts'].replace('.', '')}?thread_ts={posted['thread_ts']}"
    for question in ("Maya", "what is new on Maya", "how is Maya doing"):
        assert link in str(cast.hale.types(f"/whoowns {question}", channel=cast.juniper))
    edit = cast.lopez.presses("Edit", cast.lopez.waits_for("Undo", cast.juniper)).view
    assert edit is not None
    cast.lopez.submits(edit, {"Update": "he wants to kill himself"})  # now it is restricted, and its post goes
    cast.all_sent()
    assert "print another card" in cast.hale.types("/whoowns Maya", channel=cast.juniper).text
    assert "archives" not in str(cast.hale.types("/whoowns Maya", channel=cast.juniper))
