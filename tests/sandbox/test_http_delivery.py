"""The app behind a request URL: signed requests, as Slack sends them without Socket Mode."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from slack_sdk.signature import SignatureVerifier

from sandbox.identity import SIGNING_SECRET
from sandbox.server import Sandbox
from sandbox.wire import Json
from tests.sandbox.conftest import MANIFEST


class HttpApp:
    """A server that keeps what it was sent and answers with a status and words."""

    def __init__(self) -> None:
        self.heard: list[tuple[dict[str, str], str]] = []
        self.answers: dict[str, tuple[int, str]] = {}  # by words in the request's body
        self._came = threading.Condition()
        self._breath = threading.Event()
        self._breath.set()
        app = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                status, words = app.take(dict(self.headers), body)
                self.send_response(status)
                self.end_headers()
                self.wfile.write(words.encode())

            def log_message(self, *_: object) -> None:
                """Says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/slack/events"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    @contextmanager
    def holding_its_breath(self) -> Iterator[None]:
        """It answers nothing until this is over."""
        self._breath.clear()
        yield
        self._breath.set()

    def take(self, headers: dict[str, str], body: str) -> tuple[int, str]:
        assert self._breath.wait(timeout=5)
        with self._came:
            self.heard.append((headers, body))
            self._came.notify_all()
            return next((answer for words, answer in self.answers.items() if words in body), (200, ""))

    def waits_for(self, count: int) -> None:
        with self._came:
            assert self._came.wait_for(lambda: len(self.heard) >= count, timeout=5)

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def http_app() -> Iterator[HttpApp]:
    app = HttpApp()
    yield app
    app.close()


@pytest.fixture
def sandbox(http_app: HttpApp) -> Iterator[Sandbox]:
    with Sandbox(MANIFEST, answer_within=0.5) as made:
        made.deliver_over_http(http_app.url)
        yield made


def test_a_command_comes_as_a_signed_form(sandbox: Sandbox, http_app: HttpApp) -> None:
    ash = sandbox.add_person("ash")
    http_app.answers["command="] = (200, json.dumps({"text": "Dïng"}))
    assert sandbox.visitor(ash).types("/ring loudly & long").ephemerals[0]["text"] == "Dïng"
    headers, body = http_app.heard[-1]
    assert SignatureVerifier(SIGNING_SECRET).is_valid_request(body, headers)
    assert parse_qs(body)["text"] == ["loudly &amp; long"]


def test_plain_words_are_an_answer_too(sandbox: Sandbox, http_app: HttpApp) -> None:
    http_app.answers["command="] = (200, "Ding")
    assert sandbox.visitor(sandbox.add_person("ash")).types("/ring").ephemerals[0]["text"] == "Ding"


def test_an_interaction_comes_as_json_in_a_form(sandbox: Sandbox, http_app: HttpApp) -> None:
    sandbox.visitor(sandbox.add_person("ash")).uses_shortcut("ring")
    payload: Json = json.loads(parse_qs(http_app.heard[-1][1])["payload"][0])
    assert (payload["type"], payload["callback_id"]) == ("shortcut", "ring")


def test_an_event_that_fails_comes_again_with_number_and_reason(sandbox: Sandbox, http_app: HttpApp) -> None:
    http_app.answers["Ding"] = (500, "ouch")
    sandbox.visitor(sandbox.add_person("ash")).types("Ding")
    http_app.waits_for(3)
    (first, body), (second, again) = (each for each in http_app.heard if "Ding" in each[1])
    assert "X-Slack-Retry-Num" not in first
    assert (second["X-Slack-Retry-Num"], second["X-Slack-Retry-Reason"]) == ("1", "http_error")
    assert body == again
    assert json.loads(body)["event"]["text"] == "Ding"


def test_an_app_that_takes_too_long_fails_the_command(http_app: HttpApp) -> None:
    with Sandbox(MANIFEST, answer_within=0.05) as sandbox, http_app.holding_its_breath():
        sandbox.deliver_over_http(http_app.url)
        came = sandbox.visitor(sandbox.add_person("ash")).types("/ring")
    assert came.error == "/ring failed because the app did not respond."


def test_an_app_that_is_away_fails_the_command(sandbox: Sandbox) -> None:
    sandbox.deliver_over_http("http://127.0.0.1:9/slack/events")
    came = sandbox.visitor(sandbox.add_person("ash")).types("/ring")
    assert came.error == "/ring failed because the app is not connected."


def test_an_error_page_fails_the_command(sandbox: Sandbox, http_app: HttpApp) -> None:
    http_app.answers["command="] = (500, "ouch")
    assert (
        sandbox.visitor(sandbox.add_person("ash")).types("/ring").error
        == '/ring failed with the error "dispatch_failed".'
    )
