"""The two addresses of HTTP mode: where Slack delivers, and where a monitor asks how the bot is."""

import json
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse

from bot.health import Pulse
from bot.logs import log, name_of
from bot.replays import Replays

EVENTS_PATH = "/slack/events"
HEALTH_PATH = "/healthz"
LONGEST_BODY = 2 << 20  # far more than Slack ever sends
# All of a request's headers that Bolt reads; Bolt's own adapter carries the others too, at twice the price.
HEADERS = {
    "content-type": "CONTENT_TYPE",
    "x-slack-request-timestamp": "HTTP_X_SLACK_REQUEST_TIMESTAMP",
    "x-slack-signature": "HTTP_X_SLACK_SIGNATURE",
}

Environ = dict[str, Any]
Start = Callable[[str, list[tuple[str, str]]], object]


class Web:
    """A WSGI application. Bolt checks the signature and Slack's five minutes; replays are refused before that."""

    def __init__(self, app: App, pulse: Pulse) -> None:
        self._app = app
        self._pulse = pulse
        self._replays = Replays()

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        try:
            return self._answer(environ, start)
        except Exception as error:  # what cannot even be read, from whomever
            log.warning("web: %s", name_of(error))
            return _say(start, HTTPStatus.BAD_REQUEST, {"error": "unreadable"})

    def _answer(self, environ: Environ, start: Start) -> Iterable[bytes]:
        where = (environ.get("REQUEST_METHOD"), environ.get("PATH_INFO"))
        if where == ("POST", EVENTS_PATH):
            return self._hear(environ, start)
        if where == ("GET", HEALTH_PATH):
            health = self._pulse.look()
            return _say(start, HTTPStatus.OK if health["ok"] else HTTPStatus.SERVICE_UNAVAILABLE, health)
        return _say(start, HTTPStatus.NOT_FOUND, {"error": "not_found"})

    def _hear(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if int(environ.get("CONTENT_LENGTH") or 0) > LONGEST_BODY:
            return _say(start, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, {"error": "too_long"})
        signature = environ.get("HTTP_X_SLACK_SIGNATURE", "")
        if self._replays.knows(signature):
            return _say(start, HTTPStatus.UNAUTHORIZED, {"error": "replayed"})
        answer = self._app.dispatch(_read(environ))
        if answer.status == HTTPStatus.OK:  # anything else Slack may deliver again, signed alike within a second
            self._replays.remember(signature)
        return _pass_on(start, answer)


def _read(environ: Environ) -> BoltRequest:
    """Raises UnicodeDecodeError, and what else Bolt raises on a body that is none of Slack's."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode()
    return BoltRequest(body=body, headers={name: environ[place] for name, place in HEADERS.items() if place in environ})


def _pass_on(start: Start, answer: BoltResponse) -> list[bytes]:
    headers = [(name, value) for name, values in answer.headers.items() for value in values]
    return _send(start, answer.status, headers, answer.body.encode())


def _say(start: Start, status: HTTPStatus, words: dict[str, Any]) -> list[bytes]:
    return _send(start, status, [("content-type", "application/json")], json.dumps(words).encode())


def _send(start: Start, status: int, headers: list[tuple[str, str]], body: bytes) -> list[bytes]:
    start(_STATUS[status], [*headers, ("content-length", str(len(body)))])
    return [body]


_STATUS = {status.value: f"{status.value} {status.phrase}" for status in HTTPStatus}
