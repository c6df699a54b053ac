"""A huddle closes: replies are kept, dangerous ones restricted, deleted ones left out; a recap says the rest."""

from sqlmodel import select

from sandbox.wire import Json
from storage.audit import AuditRow
from storage.huddle_notes import HuddleNote
from storage.huddles import HuddleState
from tests.cast import Cast
from tests.handlers.huddles.steps import forward, go_to, hold_huddle, list_huddles, said

CRISIS = "If a child may be in danger, act now"
DANGER = "he said he wants to kill himself"


def notes_of(cast: Cast) -> list[tuple[str, bool]]:
    """(words, whether restricted) of what was kept, in order."""
    with cast.bot.database.read() as session:
        rows = session.exec(select(HuddleNote)).all()
    return sorted((row.text, row.is_restricted) for row in rows)


def close(cast: Cast, post: Json) -> Json:
    """By button; returns the recap."""
    came = cast.lopez.presses("Close huddle", post)
    assert "Closing" in came.text
    cast.all_sent()
    return cast.lopez.waits_for("Recap", cast.juniper, post)


def test_closing_keeps_the_replies_and_posts_a_recap(cast: Cast) -> None:
    post = hold_huddle(cast)
    cast.lopez.types("she read the whole page & asked @ortiz for more", cast.juniper, post)
    cast.ortiz.types("Decided: the timer in art as well", cast.juniper, post)
    cast.finch.types("a slip of the thumb", cast.juniper, post)
    cast.finch.deletes(cast.finch.waits_for("a slip", cast.juniper, post))
    cast.ortiz.types(DANGER, cast.juniper, post)
    cast.finch.types("not about this at all", cast.juniper)
    form = cast.hale.presses("Add update", post).view
    assert form is not None
    cast.hale.submits(form, {"text": "waited for her turn"})
    form = cast.finch.presses("Add follow-up", post).view
    assert form is not None
    cast.finch.submits(form, {"What is promised?": "ask the art room"})
    cast.all_sent()
    recap = cast.lopez.text_of(close(cast, post))
    assert notes_of(cast) == [
        ("Decided: the timer in art as well", False),
        (DANGER, True),
        ("she read the whole page & asked @Dr. Ortiz for more", False),
    ]
    took_part = ", ".join(f"<@{cast.people[name].id}>" for name in ("lopez", "ortiz", "hale", "finch"))
    assert f"Took part: {took_part}." in recap
    assert "*Decided*" in recap
    assert "the timer in art as well" in recap
    assert "Next: " in recap
    assert DANGER not in recap
    assert "Closed." in cast.hale.text_of(cast.hale.waits_for("Student Focus Huddle", cast.juniper))
    assert list_huddles(cast)[0].state == HuddleState.CLOSED


def test_words_in_another_thread_are_not_read(cast: Cast) -> None:
    hold_huddle(cast)
    cast.finch.types("a thread of our own", cast.juniper)
    other = cast.finch.waits_for("a thread of our own", cast.juniper)
    cast.ortiz.types(DANGER, cast.juniper, other)
    cast.sandbox.settle()
    cast.all_sent()
    assert not any(CRISIS in cast.ortiz.text_of(one) for one in cast.ortiz.sees(cast.juniper, other))


def test_a_member_may_keep_a_reply_out(cast: Cast) -> None:
    post = hold_huddle(cast)
    cast.lopez.types("I should not have written that", cast.juniper, post)
    recap = close(cast, post)
    (notes,) = cast.hale.presses("See the notes", recap).ephemerals
    assert "should not have written" in cast.hale.text_of(notes)
    cast.hale.presses("Keep out", notes)
    assert notes_of(cast) == [("", False)]


def test_who_reads_no_restricted_words_reads_none_among_the_notes(cast: Cast) -> None:
    post = hold_huddle(cast)
    cast.ortiz.types(DANGER, cast.juniper, post)
    recap = close(cast, post)
    assert DANGER not in cast.lopez.presses("See the notes", recap).text
    assert DANGER in cast.hale.text_of(cast.hale.presses("See the notes", recap).ephemerals[0])
    with cast.bot.database.read() as session:
        read = [row.actor for row in session.exec(select(AuditRow)) if row.action == "huddles.read_restricted"]
    assert read == [cast.people["hale"].id]


def test_a_huddle_closes_by_itself_at_the_end_of_the_day_and_once(cast: Cast) -> None:
    hold_huddle(cast)
    ends_at = list_huddles(cast)[0].ends_at
    assert ends_at is not None
    go_to(cast, ends_at)
    cast.all_sent()
    forward(cast, 30)
    cast.all_sent()
    assert said(cast, cast.juniper, "Closed by itself") == 1
    assert said(cast, cast.juniper, "Nobody wrote this time") == 1


def test_two_who_press_close_close_it_once(cast: Cast) -> None:
    post = hold_huddle(cast)
    close(cast, post)
    refused = cast.hale.types("/focus close", cast.juniper).text
    assert "No huddle of this team is open" in refused
    assert "to copy" not in refused  # nothing of hers was lost
    assert said(cast, cast.juniper, "Recap") == 1


def test_the_answers_to_the_four_questions_are_posted_and_decided(cast: Cast) -> None:
    post = hold_huddle(cast)
    view = cast.lopez.presses("Problem-solve", post).view
    assert view is not None
    cast.lopez.submits(view, {"What gets in the way?": "noise", "change": "sit by the window for two weeks"})
    cast.all_sent()
    cast.hale.waits_for("sit by the window", cast.juniper, post)
    recap = cast.hale.text_of(close(cast, post))
    assert "Decided" in recap
    assert "sit by the window for two weeks" in recap


def test_dangerous_words_are_no_answer_for_the_team(cast: Cast) -> None:
    post = hold_huddle(cast)
    view = cast.lopez.presses("Problem-solve", post).view
    assert view is not None
    came = cast.lopez.submits(view, {"change": DANGER})
    assert "act now" in str(came.errors)
    assert notes_of(cast) == []
