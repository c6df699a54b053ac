"""The floor over HTTP: a Bolt app whose one command makes one durable insert, on the server the bot itself uses."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable
from typing import Any

from slack_bolt import Ack, App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient


def make_app(database: str) -> App:
    """`/checkin` answers after one insert with SQLite's settings as the bot has them."""
    app = App(
        client=WebClient(token="xoxb-practice", base_url=os.environ["SLACK_API_URL"]),
        signing_secret=os.environ["SLACK_SIGNING_SECRET"],
        process_before_response=True,
        token_verification_enabled=False,
    )
    keep = durable_insert(database)

    def checkin(ack: Ack, body: dict[str, Any]) -> None:
        keep(body["text"])
        ack("Kept.")

    app.command("/checkin")(checkin)
    return app


def durable_insert(database: str) -> Callable[[str], None]:
    """One row, one commit that survives power loss, one writer at a time."""
    connection = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, text TEXT)")
    queue = threading.Lock()

    def keep(text: str) -> None:
        with queue:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO bare (text) VALUES (?)", (text,))
            connection.execute("COMMIT")

    return keep


def serve(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The WSGI application, made in the worker at its first request."""
    global _handler  # noqa: PLW0603  (a server imports a name, and this one must not open its database on import)
    if _handler is None:
        _handler = SlackRequestHandler(make_app(os.environ["BARE_DATABASE"]), path="/slack/events")
    answer: Iterable[bytes] = _handler(environ, start_response)
    return answer


_handler: SlackRequestHandler | None = None
