"""Hears Slack over Socket Mode, and notices within seconds when the line has gone deaf."""

import logging
import socket
import threading
import time

from slack_bolt import App
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
from slack_sdk.socket_mode.builtin.client import SocketModeClient

from bot import apologies

log = logging.getLogger("roundtable")

CONCURRENCY = 20
PING_SECONDS = 3.0
DEAF_AFTER_SECONDS = 10.0
LOOK_EVERY_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 30.0


class Line:
    """The connection and its watchdog. The SDK's client alone stays deaf for a minute after a bare FIN."""

    def __init__(self, app: App, app_token: str) -> None:
        self._handler = SocketModeHandler(app, app_token, concurrency=CONCURRENCY, ping_interval=PING_SECONDS)
        self._client: SocketModeClient = self._handler.client
        self._stopping = threading.Event()
        self._watch = threading.Thread(target=self._keep_watch, name="watchdog", daemon=True)

    @property
    def is_connected(self) -> bool:
        return self._client.is_connected() and not self._is_deaf()

    def open(self) -> None:
        """Connect; raises what Slack says when it will not have us. Then keep watch."""
        self._client.connect_to_new_endpoint(force=True)
        self._watch.start()

    def close(self) -> None:
        """Hear nothing more, and finish what was heard."""
        self._stopping.set()
        self._client.close()

    def _keep_watch(self) -> None:
        wait = LOOK_EVERY_SECONDS
        while not self._stopping.wait(wait):
            if self._client.is_connected() and not self._is_deaf():
                wait = LOOK_EVERY_SECONDS
                continue
            wait = self._reconnect(wait)

    def _reconnect(self, wait: float) -> float:
        """Returns the seconds to wait before looking again, longer after each failure."""
        log.warning("the line to Slack is down; connecting anew")
        try:
            self._client.connect_to_new_endpoint(force=True)
        except Exception as error:  # whatever it is, the next look tries again
            log.warning("no line yet: %s", apologies.name_of(error))
            return min(LONGEST_WAIT_SECONDS, wait * 2)
        return LOOK_EVERY_SECONDS

    def _is_deaf(self) -> bool:
        session = self._client.current_session
        if session is None or session.sock is None:
            return True
        pong = session.last_ping_pong_time
        return _has_ended(session.sock) or (pong is not None and time.time() - pong > DEAF_AFTER_SECONDS)


def _has_ended(sock: socket.socket) -> bool:
    """Whether the other side has closed: a peek that finds the end instead of bytes.

    The peek goes to the plain socket below TLS, which refuses flags of its own.
    """
    try:
        return socket.socket.recv(sock, 1, socket.MSG_PEEK | getattr(socket, "MSG_DONTWAIT", 0)) == b""
    except (BlockingIOError, TimeoutError):
        return False
    except OSError:
        return True
