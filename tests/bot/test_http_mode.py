"""HTTP mode as people run it: granian in front, the bot in one worker, both there and gone together."""

import contextlib
import json
import os
import random
import signal
import socket
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.http_worker import health_address
from bot.run import READY
from sandbox.server import Sandbox
from tests.bot.processes import environment, read_line, run_to_end, running
from tests.cast import MANIFEST, Cast, fill


@pytest.fixture
def cast(database_url: str) -> Iterator[Cast]:
    with Sandbox(MANIFEST, rate_limits=False) as sandbox:
        made = Cast(sandbox, database_url)
        fill(made)
        yield made


def free_port() -> int:
    """Below the ports that outgoing connections take: one of those could be gone again before the bot is there."""
    while True:
        port = random.randrange(20_000, 30_000)
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port


def healthz(port: int) -> dict[str, object]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
        made: dict[str, object] = json.load(answer)
        return made


def worker_of(cast: Cast) -> int:
    """The process that holds the database."""
    return int(Path(f"{cast.database_path}-lock").read_text())


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until_gone(pid: int) -> None:
    pause = threading.Event()
    for _ in range(500):
        if not is_alive(pid):
            return
        pause.wait(0.05)
    raise AssertionError("the worker outlived its parent")


@pytest.mark.usefixtures("database_path")
def test_a_day_in_its_life(cast: Cast, tmp_path: Path) -> None:
    port = free_port()
    with running(tmp_path, environment(cast, PORT=str(port)), "run", "--http") as child:
        assert read_line(child) == f"{READY}\n"
        assert worker_of(cast) != child.pid
        cast.sandbox.deliver_over_http(f"http://127.0.0.1:{port}/slack/events")
        assert cast.hale.types("/checkin", cast.juniper).ok
        health = healthz(port)
        assert health["ok"]
        assert health["last_event_seconds"] is not None

        second = run_to_end(tmp_path, environment(cast, PORT=str(free_port())), "run", "--http")
        assert (second.returncode, second.stdout) == (1, "")
        assert "already runs Roundtable" in second.stderr

        worker = worker_of(cast)
        child.send_signal(signal.SIGTERM)
        assert child.wait() == 0
        assert read_line(child) == ""
    wait_until_gone(worker)


@pytest.mark.usefixtures("database_path")
def test_the_worker_does_not_outlive_a_parent_that_is_killed(cast: Cast, tmp_path: Path) -> None:
    with running(tmp_path, environment(cast, PORT=str(free_port())), "run", "--http") as child:
        assert read_line(child) == f"{READY}\n"
        worker = worker_of(cast)
        child.kill()
        child.wait()
        wait_until_gone(worker)


def test_without_a_signing_secret_there_is_no_start(cast: Cast, tmp_path: Path) -> None:
    ended = run_to_end(tmp_path, environment(cast, SLACK_SIGNING_SECRET=""), "run", "--http")
    assert ended.returncode == 1
    assert "SLACK_SIGNING_SECRET: api.slack.com/apps" in ended.stderr


def test_what_keeps_the_worker_from_starting_is_said_by_its_parent(cast: Cast, tmp_path: Path) -> None:
    given = environment(cast, SLACK_BOT_TOKEN="xoxb-somebody-elses", PORT=str(free_port()))
    ended = run_to_end(tmp_path, given, "run", "--http")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "Slack does not accept SLACK_BOT_TOKEN (invalid_auth)" in ended.stderr


def test_a_taken_port_is_a_sentence(cast: Cast, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = run_to_end(tmp_path, environment(cast, PORT=str(taken.getsockname()[1])), "run", "--http")
    assert ended.returncode == 1
    assert "cannot listen on port" in ended.stderr


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:3000/healthz"),
        ("0.0.0.0", "http://127.0.0.1:3000/healthz"),
        ("::", "http://[::1]:3000/healthz"),
        ("bot.juniper.example", "http://bot.juniper.example:3000/healthz"),
    ],
)
def test_its_own_address_is_one_this_machine_can_reach(host: str, address: str) -> None:
    assert health_address(host, 3000) == address
