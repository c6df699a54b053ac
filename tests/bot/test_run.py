"""`roundtable run` as people run it: one line when it is ready, one bot for one database, a clean end."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.run import READY
from sandbox.server import Sandbox
from tests.bot.processes import environment, read_line, run_to_end, running
from tests.cast import MANIFEST, Cast, fill
from tests.databases import is_postgres

CANARY = "Quillerina Canary-Byrd"


@pytest.fixture
def cast(database_url: str) -> Iterator[Cast]:
    """The workspace without a bot: the test starts one as a process."""
    with Sandbox(MANIFEST, rate_limits=False) as sandbox:
        made = Cast(sandbox, database_url)
        fill(made)
        yield made


def test_a_day_in_its_life(cast: Cast, tmp_path: Path) -> None:
    given = environment(cast, SLACK_CLIENT_ID="1.2", SLACK_CLIENT_SECRET="s")
    with running(tmp_path, given, "run") as child:
        assert read_line(child) == f"{READY}\n"
        assert cast.sandbox.practice.sockets.connected
        answer = cast.hale.types(f"/checkin {CANARY}: bit a pencil", cast.juniper)
        assert CANARY in answer.text

        if not is_postgres():  # there, two may: tests/bot/test_two_bots.py
            second = run_to_end(tmp_path, given, "run")
            assert (second.returncode, second.stdout) == (1, "")
            assert f"Process {child.pid} already runs Roundtable" in second.stderr

        child.send_signal(signal.SIGTERM)
        assert child.wait() == 0
        assert read_line(child) == ""
    log = (tmp_path / "log").read_text()
    assert "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are ignored" in log
    assert not any(word in log for word in (*CANARY.split(), "pencil", "Hale"))
    assert is_postgres() or cast.database_path.stat().st_mode & 0o077 == 0


def test_it_ends_with_the_parent_that_started_it(cast: Cast, tmp_path: Path) -> None:
    with running(tmp_path, environment(cast), "run", "--with-parent") as child:
        assert read_line(child) == f"{READY}\n"
        assert child.stdin is not None
        child.stdin.close()
        assert child.wait() == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-somebody-elses"}, "Slack does not accept SLACK_BOT_TOKEN (invalid_auth)"),
        ({"SLACK_APP_TOKEN": "xapp-somebody-elses"}, "Slack opens no connection for SLACK_APP_TOKEN (invalid_auth)"),
        ({"SLACK_API_URL": "http://127.0.0.1:9/api/", "ROUNDTABLE_CLOCK_URL": ""}, "Slack cannot be reached"),
    ],
)
def test_what_keeps_it_from_starting_is_one_sentence(
    cast: Cast, tmp_path: Path, changed: dict[str, str], said: str
) -> None:
    ended = run_to_end(tmp_path, environment(cast, **changed), "run")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "somebody" not in ended.stderr
