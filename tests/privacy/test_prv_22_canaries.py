"""PRV-22: no name and no word about a student in a log, an error, an id, or anything that is carried along unseen."""

import logging
from typing import Any

import pytest
import sqlalchemy as sa
from slack_bolt import BoltRequest

from bot import logs
from handlers.questions.question import Asked
from sandbox.identity import APP_TOKEN, BOT_TOKEN
from storage.outbox import Act, Post
from tests.bot import payload_shapes as shapes
from tests.cast import Cast
from tests.privacy import canaries
from tests.privacy.calls import noted
from tests.privacy.canaries import FIRST, LAST, PROMISED, SAID
from tests.privacy.day import live_a_day


@pytest.fixture
def watched(cast: Cast, caplog: pytest.LogCaptureFixture) -> Cast:
    """The cast with canaries for students, every logger at its most talkative as far as the bot lets it."""
    logs.quiet_others()
    caplog.set_level(logging.DEBUG)
    canaries.add_students(cast)
    return cast


def dispatch(cast: Cast, body: Any) -> None:
    cast.bot.app.dispatch(BoltRequest(mode="socket_mode", body=body))


def meet_trouble(cast: Cast) -> None:
    """Slack fails in each of its ways, the memory loses a table, and payloads come broken."""
    say = f"/checkin {FIRST}: {SAID}"
    for number, kind in enumerate(("500", "429", "lost_answer", "error")):
        cast.sandbox.fail("chat.postMessage", kind)
        cast.lopez.types(f"{say} {number}", channel=cast.juniper)
    cast.sandbox.fail("users.conversations", "error", error="internal_error")
    cast.forward(minutes=2)
    cast.lopez.types(say, channel=cast.juniper)
    for broken in ({"text": None}, {"user_id": {"otter": FIRST}}, {"channel_id": [LAST]}):
        dispatch(cast, {**shapes.command(say, user=cast.people["lopez"].id), **broken})
    dispatch(cast, shapes.submission("checkins.keep", {FIRST: LAST}, user=cast.people["lopez"].id))
    dispatch(cast, shapes.event("message", user=cast.people["lopez"].id, text=SAID, channel_type="im", files=FIRST))
    for trouble in ("ALTER TABLE followups RENAME TO lost", "DROP TABLE checkin_revisions"):
        with cast.bot.database.write() as session:  # one at a time: whoever reads both waits for neither for ever
            session.execute(sa.text(trouble))
    for name in ("checkins.keep", "checkins.change", "followups.promise"):
        filled = {**shapes.typed("text", SAID), **shapes.typed("follow_up", PROMISED), **shapes.typed("student", "4")}
        more = {"user": cast.people["lopez"].id, "private_metadata": '{"checkin":1}'}
        dispatch(cast, shapes.submission(name, filled, **more))


def test_prv_22_a_whole_day_and_all_its_trouble_leave_no_name_in_a_log_or_on_the_terminal(
    watched: Cast, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    live_a_day(watched)
    meet_trouble(watched)
    written = "\n".join(f"{one.getMessage()} {one.exc_text or ''} {one.exc_info or ''}" for one in caplog.records)
    written += "".join(capfd.readouterr())
    assert written.count("trouble ") >= 3  # else nothing went wrong, and the rest proves little
    assert canaries.found_in(written) == []
    assert BOT_TOKEN not in written
    assert APP_TOKEN not in written


def test_prv_22_the_log_as_it_is_written_repeats_no_words_of_others(capfd: pytest.CaptureFixture[str]) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logs.Discreet())
    for name in (*logs.OTHERS, "sqlalchemy.engine", "slack_bolt.App", "roundtable"):
        record = logging.LogRecord(name, logging.ERROR, "there.py", 3, "oh: %s", (ValueError(SAID),), None)
        handler.emit(record)
    try:
        raise ValueError(SAID)
    except ValueError as error:
        given = (type(error), error, error.__traceback__)
        handler.emit(logging.LogRecord("slack_sdk", logging.ERROR, "there.py", 3, SAID, None, given))
    shown = capfd.readouterr().err
    assert shown.count("ValueError") >= 2
    assert canaries.found_in(shown) == []


def test_prv_22_names_and_words_stand_in_no_column_but_those_made_for_them(watched: Cast) -> None:
    live_a_day(watched)
    watched.all_sent()
    found = {column: canaries.found_in(held) for column, held in canaries.plain_columns(watched.bot.database)}
    assert {column: names for column, names in found.items() if names} == {}
    assert canaries.found_in(canaries.all_columns(watched.bot.database)) != []


def test_prv_22_messages_forms_and_buttons_carry_ids_and_no_words(watched: Cast) -> None:
    with noted() as calls:
        forms = live_a_day(watched)
        watched.all_sent()
    seen = [one for name in ("lopez", "hale", "ortiz") for one in getattr(watched, name).sees(watched.juniper)]
    carried = " ".join(canaries.carried_in([forms, seen, [arguments for _, arguments in calls]]))
    assert canaries.found_in(carried) == []
    marks = [arguments["metadata"]["event_payload"] for _, arguments in calls if "metadata" in arguments]
    assert marks
    assert all(set(mark) <= {"post", "made_at", "step", "file", "team"} for mark in marks)


def test_prv_22_a_row_of_the_outbox_holds_ids_moments_and_words_of_our_own(watched: Cast) -> None:
    live_a_day(watched)
    with watched.bot.database.read() as session:
        rows = session.execute(sa.select(Post)).scalars().all()
    held = [one for row in rows for one in row.ids.values() if isinstance(one, str)]
    assert {row.act for row in rows} >= {Act.SAY, Act.DIRECT, Act.HOME, Act.WORK}
    assert [one for one in held if " " in one and one not in {"special education", *Asked}] == []
