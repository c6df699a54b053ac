"""Something fails while a person waits: they read a sentence with their own words in it, and nothing is half done."""

import pytest
from sqlmodel import SQLModel, col, func, select

from storage.checkins import Checkin
from storage.drafts import Draft
from tests.cast import Cast
from tests.faults.holding import write_lock
from tests.faults.looking import list_words

TYPED = "Maya T: drew a map of the school"


def count_rows(cast: Cast) -> dict[str, int]:
    """How many rows each table has. What the bot knows of people and channels says nothing of what was done."""
    with cast.bot.database.read() as session:
        tables = [table for table in SQLModel.metadata.sorted_tables if table.name not in {"people", "channels"}]
        return {table.name: session.exec(select(func.count()).select_from(table)).one() for table in tables}


def drafts_of(cast: Cast, name: str) -> list[str]:
    with cast.bot.database.read() as session:
        mine = select(Draft.text).where(col(Draft.author_id) == cast.people[name].id)
        return list(session.exec(mine).all())


@pytest.mark.parametrize("is_known", [True, False])
def test_a_busy_memory_is_said_with_the_words_and_nothing_is_half_done(cast: Cast, is_known: bool) -> None:
    if is_known:  # else Slack is asked about the person first, and that cannot be noted either
        cast.lopez.types("/checkin Fen O: shared the ball", channel=cast.juniper)
        cast.all_sent()
    before = count_rows(cast)
    with write_lock(cast.database_url):
        came = cast.lopez.types(f"/checkin {TYPED}", channel=cast.juniper)
    assert "I am busy for a moment and kept nothing" in came.text
    assert TYPED in came.text
    assert count_rows(cast) == before
    assert "Kept." in cast.lopez.types(f"/checkin {TYPED}", channel=cast.juniper).text


def test_a_form_sent_to_a_busy_memory_stays_open_as_it_was_filled_in(cast: Cast) -> None:
    form = cast.lopez.types("/checkin", channel=cast.juniper).view
    assert form is not None
    with write_lock(cast.database_url):
        came = cast.lopez.submits(form, {"Student": "Maya", "Update": "drew a map of the school"})
    assert "I am busy for a moment" in came.text
    assert cast.lopez.view() is not None
    cast.lopez.submits(form, {"Student": "Maya", "Update": "drew a map of the school"})
    cast.lopez.waits_for("Kept.", cast.juniper)
    with cast.bot.database.read() as session:
        assert session.exec(select(Checkin.text)).all() == ["drew a map of the school"]


@pytest.mark.parametrize("workspace", [3.0], indirect=True)
def test_an_event_that_met_a_busy_memory_comes_again_and_is_answered_once(cast: Cast) -> None:
    lounge = cast.sandbox.add_channel("lounge", members=[cast.people["lopez"]])
    with write_lock(cast.database_url):
        cast.lopez.types("@Roundtable hello", channel=lounge)
        cast.sandbox.settle()
    cast.forward(minutes=2)
    cast.lopez.waits_for("Set up this team", lounge)
    cast.forward(minutes=6)
    cast.all_sent()
    assert sum("Set up this team" in words for words in list_words(cast.sandbox, lounge)) == 1


@pytest.mark.parametrize(("method", "kind"), [("users.info", "500"), ("users.conversations", "timeout")])
def test_words_typed_while_slack_cannot_say_who_one_is_become_a_draft(cast: Cast, method: str, kind: str) -> None:
    cast.sandbox.fail(method, kind)
    came = cast.lopez.types(f"/checkin {TYPED}", channel=cast.juniper)
    assert "cannot check which students are yours" in came.text
    assert "Your words are kept for a day." in came.text
    assert TYPED in came.text
    assert drafts_of(cast, "lopez") == [TYPED]
    with cast.bot.database.read() as session:
        assert session.exec(select(Checkin.id)).all() == []


def test_words_typed_for_a_form_that_came_too_late_come_back(cast: Cast) -> None:
    cast.sandbox.fail("views.open", "error", error="expired_trigger_id")
    came = cast.lopez.types("/checkin Maya T", channel=cast.juniper)
    assert "Slack was too slow to open the form" in came.text
    assert "Maya T" in came.text
