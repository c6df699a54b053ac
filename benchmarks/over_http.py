"""32 connections of freshly signed /checkin requests against the bot, beside a bare Bolt app on the same server."""

import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.request import urlopen

from benchmarks.figures import Figure, say_ratio, show
from benchmarks.in_process import form
from benchmarks.load import run_load
from benchmarks.school import school_with_a_year
from sandbox.identity import BOT_TOKEN, SIGNING_SECRET

CONNECTIONS = 32
REQUESTS = 500
ROUNDS = 21


def run(checkins: int = 20_000) -> None:
    """Turns of both, so that a slow spell falls on both; the middle round of each is shown."""
    with tempfile.TemporaryDirectory() as folder, school_with_a_year(Path(folder), checkins) as cast:
        cast.line.close()  # the bot under load is a process of its own, over HTTP
        cast.bot.schedule.stop()
        cast.bot.sender.stop()
        person, channel = cast.people["lopez"].id, cast.juniper.id
        environment = {
            **os.environ,
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "SLACK_API_URL": cast.sandbox.api_url,
            "BARE_DATABASE": str(Path(folder) / "bare.db"),
        }
        path = Path(folder) / "roundtable.db"
        with _bare(environment) as bare_port, _bot(environment, path) as bot_port:
            rounds = []
            for turn in range(ROUNDS):
                floor = _load(bare_port, person, channel, f"bare{turn}")
                rounds.append((floor, _load(bot_port, person, channel, f"whole{turn}")))
    rounds.sort(key=lambda pair: pair[1][1] / pair[0][1])
    (bare, bare_rate), (whole, whole_rate) = rounds[len(rounds) // 2]
    show(f"Over HTTP, {CONNECTIONS} connections, signed requests", [bare, whole])
    say_ratio("bare Bolt + one durable insert, answers a second", bare_rate, "the floor")
    say_ratio("whole /checkin, answers a second", whole_rate, "no bar")
    say_ratio("whole /checkin over bare, answers a second", whole_rate / bare_rate, "at least 0.35")


def _load(port: int, person: str, channel: str, name: str) -> tuple[Figure, float]:
    begun = time.time_ns()
    return run_load(
        port, SIGNING_SECRET, lambda number: form(person, channel, f"{name}-{begun}-{number}"), CONNECTIONS, REQUESTS
    )


@contextmanager
def _bare(environment: dict[str, str]) -> Iterator[int]:
    port = _free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
        "--workers", "1", "--blocking-threads", "20", "--no-ws", "benchmarks.bare_app:serve",
    ]  # fmt: skip
    with _child(command, environment):
        _wait_for(port)
        yield port


@contextmanager
def _bot(environment: dict[str, str], path: Path) -> Iterator[int]:
    port = _free_port()
    more = {**environment, "DATABASE_URL": f"sqlite:///{path}", "PORT": str(port), "ROUNDTABLE_LOG": "ERROR"}
    with _child([sys.executable, "-m", "bot", "run", "--http"], more):
        _wait_for(port)
        with urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
            answer.read()
        _wait_until_quiet(path)
        yield port


@contextmanager
def _child(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        child.terminate()
        child.wait(20)


def _wait_until_quiet(path: Path, seconds: float = 120) -> None:
    """A bot that starts looks into every team's channel again; that is no part of answering."""
    until = time.monotonic() + seconds
    asked = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')"
    with closing(sqlite3.connect(path)) as memory:
        while memory.execute(asked).fetchone()[0]:
            if time.monotonic() > until:
                raise TimeoutError("the bot does not come to rest")
            time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(port: int, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while True:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        if time.monotonic() > until:
            raise TimeoutError(f"nothing listens on port {port}")
        time.sleep(0.05)
