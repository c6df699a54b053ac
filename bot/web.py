"""The two addresses of HTTP mode: where Slack delivers, and where a monitor asks how the bot is."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler

from bot.health import Pulse
from bot.logs import log, name_of
from bot.replays import Replays

EVENTS_PATH = "/slack/events"
HEALTH_PATH = "/healthz"
LONGEST_BODY = 2 << 20  # far more than Slack ever sends

Environ = dict[str, Any]
Start = Callable[[str, list[tuple[str, str]]], object]


class Web:
    """A WSGI application. Bolt checks the signature and Slack's five minutes; replays are refused before that."""

    def __init__(self, app: App, pulse: Pulse) -> None:
        self._slack = SlackRequestHandler(app, EVENTS_PATH)
        self._pulse = pulse
        self._replays = Replays()

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        try:
            return self._answer(environ, start)
        except Exception as error:  # what cannot even be read, from whomever
            log.warning("web: %s", name_of(error))
            return _say(start, "400 Bad Request", {"error": "unreadable"})

    def _answer(self, environ: Environ, start: Start) -> Iterable[bytes]:
        where = (environ.get("REQUEST_METHOD"), environ.get("PATH_INFO"))
        if where == ("POST", EVENTS_PATH):
            return self._hear(environ, start)
        if where == ("GET", HEALTH_PATH):
            health = self._pulse.look()
            return _say(start, "200 OK" if health["ok"] else "503 Service Unavailable", health)
        return _say(start, "404 Not Found", {"error": "not_found"})

    def _hear(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if int(environ.get("CONTENT_LENGTH") or 0) > LONGEST_BODY:
            return _say(start, "413 Content Too Large", {"error": "too_long"})
        signature = environ.get("HTTP_X_SLACK_SIGNATURE", "")
        if self._replays.knows(signature):
            return _say(start, "401 Unauthorized", {"error": "replayed"})
        answered: list[str] = []

        def note(status: str, headers: list[tuple[str, str]]) -> object:
            answered.append(status)
            return start(status, headers)

        body = self._slack(environ, note)  # type: ignore[arg-type]
        if answered[0].startswith("200"):  # anything else Slack may deliver again, signed alike within a second
            self._replays.remember(signature)
        return body


def _say(start: Start, status: str, words: dict[str, Any]) -> list[bytes]:
    body = json.dumps(words).encode()
    start(status, [("content-type", "application/json"), ("content-length", str(len(body)))])
    return [body]
