"""One connection to Slack's Socket Mode, from its hello to its end. A broken one is not mended but replaced."""

import contextlib
import json
import logging
import selectors
import socket
import threading
import time
from collections.abc import Callable

from slack_sdk import WebClient
from slack_sdk.socket_mode.builtin.client import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot import slack

CONCURRENCY = 20
PING_SECONDS = 3.0
DEAF_AFTER_SECONDS = 10.0
HELLO_SECONDS = 10.0
RECEIVED_AT_ONCE = 16_384
LONGEST_OF_OURS = 1_000  # Slack's hello and goodbye are short; what people write is read elsewhere

Hear = Callable[[BaseSocketModeClient, SocketModeRequest], None]


class NoLine(Exception):
    """Slack took the token, and then no connection came about."""


class Call(SocketModeClient):
    """The SDK's client, with its own reconnecting switched off: it stays deaf for a minute after a bare FIN."""

    def __init__(self, web_client: WebClient, hear: Hear) -> None:
        super().__init__(
            app_token=web_client.token or "",
            web_client=web_client,
            logger=logging.getLogger("slack_sdk"),
            proxy=web_client.proxy,
            auto_reconnect_enabled=False,
            ping_interval=PING_SECONDS,
            receive_buffer_size=RECEIVED_AT_ONCE,
            concurrency=CONCURRENCY,
        )
        self.socket_mode_request_listeners.append(hear)
        self.is_ending = False  # Slack has said that it will hang up soon
        self._greeted = threading.Event()
        self._began = time.time()

    @property
    def is_well(self) -> bool:
        """Whether anything can come through: open, and a ping answered within the last ten seconds."""
        session = self.current_session
        if session is None or session.sock is None or has_ended(session.sock):
            return False
        return time.time() - max(self._began, session.last_ping_pong_time or 0.0) < DEAF_AFTER_SECONDS

    def dial(self) -> None:
        """Connect and wait for Slack's hello. Raises slack.SlackSilent or NoLine."""
        self.connect_to_new_endpoint(force=True)
        if not self.is_connected() or not self._greeted.wait(HELLO_SECONDS) or self.is_ending:
            raise NoLine

    def hang_up(self) -> None:
        """Hear nothing more, and answer what was heard before the line goes."""
        self.closed = True
        self.message_queue.put(None)  # wakes the thread that waits for a message
        self.message_processor.shutdown()  # type: ignore[no-untyped-call]
        self.message_workers.shutdown()
        self.cut()
        self.close()

    def cut(self) -> None:
        """Let go of the line at once; what was heard is still worked on, and answered on another one."""
        self.current_session_state.terminated = True
        session = self.current_session
        if session is not None and session.sock is not None:
            with contextlib.suppress(OSError):  # wakes the thread that reads: it may sit there for 3 s
                socket.socket.shutdown(session.sock, socket.SHUT_RDWR)

    def issue_new_wss_url(self) -> str:
        """Asked without the SDK's own waiting, which sleeps as long as Slack says."""
        return str(slack.ask(self.web_client, "apps.connections.open")["url"])

    def enqueue_message(self, message: str) -> None:
        kind = json.loads(message).get("type") if _may_be_slacks_own(message) else ""
        self.is_ending |= kind == "disconnect"
        if kind in {"hello", "disconnect"}:  # where there are too many lines, Slack's first word is goodbye
            self._greeted.set()
        else:
            super().enqueue_message(message)

    def disconnect(self) -> None:
        with contextlib.suppress(AttributeError):  # the reading thread may close the socket at the same moment
            super().disconnect()


def has_ended(sock: socket.socket) -> bool:
    """Whether the other side has closed: a peek that finds the end instead of bytes.

    The peek goes to the plain socket below TLS, which refuses flags of its own.
    """
    try:
        return _is_readable(sock) and socket.socket.recv(sock, 1, socket.MSG_PEEK) == b""
    except (BlockingIOError, TimeoutError):
        return False
    except (OSError, ValueError):  # closed under our hands
        return True


def _is_readable(sock: socket.socket) -> bool:
    with selectors.DefaultSelector() as selector:
        selector.register(sock, selectors.EVENT_READ)
        return bool(selector.select(0))


def _may_be_slacks_own(message: str) -> bool:
    return len(message) < LONGEST_OF_OURS and message.startswith("{") and '"envelope_id"' not in message
