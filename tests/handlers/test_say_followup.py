"""How one follow-up is shown: whose it is, until when, and the buttons that make sense for whoever looks."""

from dataclasses import replace
from datetime import date

from handlers.conversation import Block
from handlers.say_followup import ShownFollowup, followup_blocks, followup_buttons, say_line, say_source
from storage.followups import Asking

PLAIN = ShownFollowup(
    id=5,
    student_id=3,
    name="Maya T.",
    text="send <!channel> the *log*",
    owner_id="ULOPEZ",
    due_on=date(2027, 2, 12),
    promised_by="UHALE",
    promised_on=date(2027, 2, 10),
)


def labels(shown: ShownFollowup, person: str = "") -> list[str]:
    return [one["text"]["text"] for one in followup_buttons(shown, person)]


def test_the_line_names_student_owner_and_day() -> None:
    assert say_line(PLAIN) == "*Maya T.*  ·  <@ULOPEZ>, due Friday, 12 February"
    assert say_line(PLAIN, named=False) == "<@ULOPEZ>, due Friday, 12 February"


def test_overdue_is_said_only_where_the_day_is_given() -> None:
    later = date(2027, 2, 15)
    assert "overdue" in say_line(PLAIN, later)
    assert "overdue" not in say_line(PLAIN)


def test_its_owner_may_put_it_off_or_give_it_back_and_others_may_not() -> None:
    assert labels(PLAIN, "ULOPEZ") == ["Done", "Snooze", "Hand over", "Not me", "Edit"]
    assert labels(PLAIN, "UHALE") == ["Done", "Hand over", "Edit"]
    assert labels(PLAIN) == ["Done", "Hand over"]


def test_who_gave_it_to_themselves_has_nobody_to_give_it_back_to() -> None:
    assert "Not me" not in labels(replace(PLAIN, owner_id="UHALE"), "UHALE")


def test_one_without_an_owner_can_be_taken_by_anybody() -> None:
    nobody = replace(PLAIN, owner_id="", asks=Asking.NOBODY_YET)
    assert "I'll take it" in labels(nobody)
    assert "I'll take it" in labels(nobody, "UFINCH")
    assert "nobody yet" in say_line(nobody)


def test_one_given_back_shows_the_giver_until_somebody_takes_it() -> None:
    back = replace(PLAIN, owner_id="UHALE", asks=Asking.NOT_ME)
    assert "<@UHALE> until somebody takes it" in say_line(back)
    assert "I'll take it" in labels(back, "UHALE")


def test_a_done_one_is_struck_through_and_offers_nothing() -> None:
    done = replace(PLAIN, done_by="UFINCH", done_on=date(2027, 2, 11))
    assert labels(done, "ULOPEZ") == []
    assert "done by <@UFINCH> on Thursday, 11 February" in say_line(done)
    assert any(block["type"] == "rich_text" for block in followup_blocks(done))


def test_what_people_typed_is_shown_as_text_and_never_fires() -> None:
    (typed,) = [one for one in followup_blocks(PLAIN) if one.get("text", {}).get("type") == "plain_text"]
    assert typed["text"]["text"] == PLAIN.text


def test_the_small_print_says_where_it_comes_from() -> None:
    told = say_source(replace(PLAIN, link="https://x.example/p1", repeats="every Friday", given_by="UFINCH"))
    assert "this message" in told
    assert "comes again every Friday" in told
    assert "handed over by <@UFINCH>" in told


def test_the_buttons_carry_ids_and_no_words() -> None:
    values: list[Block] = list(followup_buttons(PLAIN, "ULOPEZ"))
    assert {one["value"] for one in values} == {'{"followup":5,"student":3}'}
