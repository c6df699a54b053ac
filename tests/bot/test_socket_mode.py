"""The line to Slack comes back by itself, whatever broke it, and loses nothing that was heard."""

import json
import threading
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt import BoltResponse

from bot import call, slack
from bot import socket_mode as line_module
from bot.socket_mode import LONGEST_FRAME, Line, envelope
from sandbox.identity import APP_TOKEN
from tests.bot import verbs
from tests.bot.conftest import Desk
from tests.cast import Cast

Put = Callable[..., None]


def wait_until(fits: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(1500):
        if fits():
            return
        pause.wait(0.02)
    raise AssertionError("it never came true")


@pytest.mark.parametrize("kind", ["disconnect", "refresh", "fin", "silent"])
def test_after_any_trouble_the_bot_hears_again(
    workspace: Cast, put: Put, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(call, "DEAF_AFTER_SECONDS", 1.0)
    monkeypatch.setattr(call, "PING_SECONDS", 0.2)
    put("COMMANDS", "/checkin", verbs.says("heard"))
    before = workspace.line._call
    workspace.sandbox.trouble_line(kind)
    wait_until(lambda: workspace.line._call is not before and workspace.sandbox.practice.sockets.connected)
    assert workspace.hale.types("/checkin", workspace.juniper).text == "heard"


def test_a_line_that_works_is_left_alone(workspace: Cast, put: Put) -> None:
    put("COMMANDS", "/checkin", verbs.says("heard"))
    before = workspace.line._call
    for _ in range(3):
        assert workspace.hale.types("/checkin", workspace.juniper).ok
    assert workspace.line._call is before
    assert workspace.line.is_connected


def test_it_keeps_trying_while_slack_will_not_have_it(
    workspace: Cast, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_module, "LOOK_EVERY_SECONDS", 0.02)
    put("COMMANDS", "/checkin", verbs.says("heard"))
    for kind in ("500", "error", "429"):
        workspace.sandbox.fail("apps.connections.open", kind)
    before = workspace.line._call
    workspace.sandbox.trouble_line("fin")
    wait_until(lambda: workspace.line._call is not before)
    assert workspace.hale.types("/checkin", workspace.juniper).text == "heard"


def test_what_was_heard_on_a_line_that_broke_meanwhile_is_answered_on_the_next(workspace: Cast, put: Put) -> None:
    replaced = threading.Event()

    def slow(*_: object) -> object:
        replaced.wait(10)
        return verbs.says("heard")(*_)  # type: ignore[arg-type]

    put("COMMANDS", "/checkin", slow)
    came: list[str] = []
    asking = threading.Thread(target=lambda: came.append(workspace.hale.types("/checkin", workspace.juniper).text))
    before = workspace.line._call
    asking.start()
    wait_until(lambda: bool(workspace.sandbox.practice.sockets._waiting))
    workspace.sandbox.trouble_line("fin")
    wait_until(lambda: workspace.line._call is not before)
    replaced.set()
    asking.join()
    assert came == ["heard"]


def test_slacks_refusal_is_told_at_the_start(desk: Desk) -> None:
    with pytest.raises(slack.SlackSilent, match="invalid_auth"):
        Line(desk.bot.app, "xapp-somebody-elses").open()


def test_a_line_that_does_not_come_about_is_told_at_the_start(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(call, "HELLO_SECONDS", 0.1)
    monkeypatch.setattr(desk.sandbox.practice.sockets, "_hello", lambda: {"type": "nothing"})
    with pytest.raises(call.NoLine):
        Line(desk.bot.app, APP_TOKEN).open()


def test_where_there_are_too_many_lines_slacks_goodbye_is_understood(desk: Desk) -> None:
    lines = [Line(desk.bot.app, APP_TOKEN) for _ in range(10)]
    for one in lines:
        one.open()
    with pytest.raises(call.NoLine):
        Line(desk.bot.app, APP_TOKEN).open()
    for one in lines:
        one.close()


def test_after_closing_no_thread_of_the_line_lives_on(desk: Desk) -> None:
    before = set(threading.enumerate())
    line = Line(desk.bot.app, APP_TOKEN)
    line.open()
    line.close()
    wait_until(lambda: not {one for one in threading.enumerate() if "members" not in one.name} - before)


def carried(body: str | dict[str, Any]) -> Any:
    return json.loads(envelope("e1", BoltResponse(status=200, body=body)))


@given(st.text(min_size=1, max_size=200).filter(lambda words: not words.lstrip().startswith("{")))
def test_an_envelope_carries_every_character_as_it_is(words: str) -> None:
    assert carried(words) == {"envelope_id": "e1", "payload": {"text": words}}
    assert carried({"text": words}) == {"envelope_id": "e1", "payload": {"text": words}}


def test_an_empty_answer_is_an_acknowledgement() -> None:
    assert carried("") == {"envelope_id": "e1"}


def test_an_answer_too_long_for_the_line_is_at_least_an_acknowledgement() -> None:
    assert carried({"text": "ש" * LONGEST_FRAME}) == {"envelope_id": "e1"}


def test_a_hundred_names_in_another_script_fit() -> None:
    option = {"text": {"type": "plain_text", "text": "ש" * 75}, "value": "9" * 150}
    assert len(carried({"options": [option] * 100})["payload"]["options"]) == 100
