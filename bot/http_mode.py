"""Serves Slack over HTTP: granian in front, and one worker process in which the whole bot lives."""

import contextlib
import multiprocessing
import socket
import sys
import threading
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from granian import Granian
from granian.constants import Interfaces

from bot import logs
from bot.settings import CannotStart, Settings

HOST = "127.0.0.1"  # a proxy that speaks TLS stands in front; --host says otherwise
THREADS = 20
STOP_SECONDS = 20


def serve(settings: Settings, ready: str, host: str = HOST) -> None:
    """Serve until told to stop. Prints the ready line once the worker answers. Raises CannotStart."""
    _claim_address(host, settings.port)
    multiprocessing.set_start_method("spawn", force=True)  # a fork would copy this process's threads half-alive
    heard, said = multiprocessing.Pipe(duplex=False)
    report = _Report(heard, ready)
    try:
        _granian(settings, host).serve(target_loader=partial(start_worker, settings, host, said), wrap_loader=False)
    except SystemExit:
        raise CannotStart(report.reason or "The web worker ended by itself; the log says where.") from None


def _claim_address(host: str, port: int) -> None:
    """Raises CannotStart where somebody else listens there: granian would share the port, or break."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CannotStart(f"Roundtable cannot listen on port {port} of {host}: {error.strerror}.") from None


def start_worker(settings: Settings, host: str, said: Connection) -> Any:
    """In the worker: engine, lock, outbox and clock begin here, never in the parent, and end with this process."""
    logs.set_up(settings.log_level)
    try:
        from bot import http_worker

        return http_worker.start(settings, host, said)
    except CannotStart as reason:
        said.send(str(reason))
    except Exception as error:
        said.send(f"Roundtable could not start: {logs.name_of(error)}.")
    sys.exit(1)


class _Report:
    """What the worker has to say to its parent: why it cannot start, or, with no word, that it is ready."""

    def __init__(self, heard: Connection, ready: str) -> None:
        self.reason = ""
        self._heard = heard
        self._ready = ready
        threading.Thread(target=self._listen, name="worker's word", daemon=True).start()

    def _listen(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            self.reason = self._heard.recv()
            if not self.reason:
                sys.stdout.write(f"{self._ready}\n")
                sys.stdout.flush()


def _granian(settings: Settings, host: str) -> Any:
    return Granian(
        "roundtable",
        address=host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        log_enabled=False,  # it writes to standard output; what matters of it is said below
        workers_kill_timeout=STOP_SECONDS,
    )
