"""Over HTTP only Slack is heard, once, and within its five minutes (PRV-40); a monitor hears numbers."""

import io
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.health import Pulse
from bot.web import LONGEST_BODY, Web
from sandbox.identity import SIGNING_SECRET
from tests.bot import payload_shapes as shapes
from tests.bot import verbs
from tests.bot.conftest import Desk

Put = Callable[..., None]


@dataclass
class Answer:
    status: int = 0
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""

    def json(self) -> dict[str, Any]:
        made: dict[str, Any] = json.loads(self.body)
        return made


@pytest.fixture
def web(desk: Desk) -> Web:
    return Web(desk.bot.app, Pulse(desk.bot))


def ask(web: Web, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
    answer = Answer()
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "wsgi.input": io.BytesIO(body),
        **headers,
    }

    def start(status: str, given: list[tuple[str, str]]) -> None:
        answer.status, answer.headers = int(status.split()[0]), given

    answer.body = b"".join(web(environ, start))
    return answer


def deliver(
    web: Web, payload: dict[str, Any], *, secret: str = SIGNING_SECRET, ago: float = 0, times: int = 1
) -> list[int]:
    """The statuses of one signed request, delivered so many times."""
    body = urlencode(payload).encode()
    stamp = str(int(time.time() - ago))
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body) or ""
    signed = {"HTTP_X_SLACK_SIGNATURE": signature, "HTTP_X_SLACK_REQUEST_TIMESTAMP": stamp}
    return [ask(web, "POST", "/slack/events", body, **signed).status for _ in range(times)]


def test_slack_is_heard(web: Web, put: Put, desk: Desk) -> None:
    heard = verbs.Remembering()
    put("COMMANDS", "/checkin", heard)
    assert deliver(web, shapes.command("hello", user=desk.hale.id)) == [200]
    assert [request.words for request in heard.requests] == ["hello"]


@pytest.mark.parametrize("ago", [301, -301])
def test_prv_40_a_request_outside_five_minutes_is_refused(web: Web, ago: float) -> None:
    assert deliver(web, shapes.command(), ago=ago) == [401]


def test_prv_40_a_request_signed_by_somebody_else_is_refused(web: Web) -> None:
    assert deliver(web, shapes.command(), secret="guessed") == [401]


def test_prv_40_an_unsigned_request_is_refused(web: Web) -> None:
    assert ask(web, "POST", "/slack/events", urlencode(shapes.command()).encode()).status == 401


def test_prv_40_a_replay_is_refused(web: Web, desk: Desk, put: Put) -> None:
    heard = verbs.Remembering()
    put("COMMANDS", "/checkin", heard)
    assert deliver(web, shapes.command(user=desk.hale.id), times=3) == [200, 401, 401]
    assert len(heard.requests) == 1


def test_what_the_bot_could_not_take_may_come_again_as_it_was(web: Web, desk: Desk, put: Put) -> None:
    desk.sandbox.fail("users.info", "500")
    put("EVENTS", "direct_message", verbs.is_quiet, write=True)
    told = shapes.event(
        "message", user=desk.hale.id, channel="D1", channel_type="im", text="hi", ts="1790000000.000100"
    )
    body = json.dumps(told).encode()
    stamp = str(int(time.time()))
    signature = SignatureVerifier(SIGNING_SECRET).generate_signature(timestamp=stamp, body=body) or ""
    signed = {"HTTP_X_SLACK_SIGNATURE": signature, "HTTP_X_SLACK_REQUEST_TIMESTAMP": stamp}
    signed["CONTENT_TYPE"] = "application/json"
    assert [ask(web, "POST", "/slack/events", body, **signed).status for _ in range(3)] == [503, 200, 401]


@pytest.mark.parametrize(("method", "path"), [("GET", "/slack/events"), ("GET", "/"), ("POST", "/healthz")])
def test_there_is_nothing_else(web: Web, method: str, path: str) -> None:
    assert ask(web, method, path).status == 404


def test_a_body_longer_than_slack_ever_sends_is_not_read(web: Web) -> None:
    assert ask(web, "POST", "/slack/events", CONTENT_LENGTH=str(LONGEST_BODY + 1)).status == 413


@pytest.mark.parametrize("headers", [{}, {"CONTENT_LENGTH": "many"}])
def test_what_cannot_be_read_is_said_to_be_so(web: Web, headers: dict[str, str]) -> None:
    assert ask(web, "POST", "/slack/events", b"\xff\xfe\xff", **headers).status == 400


def test_health_is_numbers_and_yes_or_no_and_names_nobody(web: Web, desk: Desk) -> None:
    desk.bot.schedule.start()
    desk.queue(verbs.post("C1"))
    desk.hears(shapes.event("app_home_opened", user=desk.hale.id, tab="messages"))
    answer = ask(web, "GET", "/healthz")
    health = answer.json()
    assert answer.status == 200
    assert health.pop("last_event_seconds") >= 0
    assert health == {"ok": True, "connected": True, "outbox_waiting": 1, "schedule_running": True}


def test_before_anything_is_heard_there_is_no_age(web: Web) -> None:
    assert ask(web, "GET", "/healthz").json()["last_event_seconds"] is None


def test_a_schedule_that_does_not_run_is_no_health(web: Web) -> None:
    answer = ask(web, "GET", "/healthz")
    assert (answer.status, answer.json()["schedule_running"]) == (503, False)


def test_slacks_silence_is_no_health_until_it_speaks_again(desk: Desk) -> None:
    pulse = Pulse(desk.bot)
    desk.bot.schedule.start()
    desk.sandbox.fail("auth.test", "error", error="token_revoked")
    pulse.beat()
    assert not pulse.look()["ok"]
    pulse.beat()
    assert pulse.look()["ok"]
