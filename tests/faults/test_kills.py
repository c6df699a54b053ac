"""kill -9 at random moments under load: what was confirmed is there once, and its team reads it once."""

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.server import Sandbox
from storage.outbox import State
from tests.cast import MANIFEST, Cast, fill
from tests.faults.child import Child
from tests.faults.looking import count_half_sent, count_posts, is_there_once, opened
from tests.faults.school import open_school
from tests.faults.writers import Writers

DIES_STARTING = 7  # every seventh kill comes before the bot is ready
LONGEST_LIFE_SECONDS = 1.5
LONGEST_START_SECONDS = 2.0


@pytest.fixture
def cast(database_url: str) -> Iterator[Cast]:
    """The cast without a bot. Slack waits one second instead of three, so that more is typed between two kills."""
    with Sandbox(MANIFEST, rate_limits=False, answer_within=1.0) as sandbox:
        made = Cast(sandbox, database_url)
        fill(made)
        yield made


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("database_path")
def test_what_was_confirmed_survives_two_kills_and_is_said_once(cast: Cast, tmp_path: Path) -> None:
    assert live_through(cast, tmp_path, kills=2).startswith("2 kills")


@pytest.mark.faults
@pytest.mark.timeout(3600)
@pytest.mark.usefixtures("database_path")
def test_what_was_confirmed_survives_a_hundred_kills_and_is_said_once(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = live_through(cast, tmp_path, kills=100)
    with capsys.disabled():
        sys.stdout.write(f"\n{figures}\n")


def live_through(cast: Cast, folder: Path, kills: int) -> str:
    """People write while the bot is killed and started again; returns the figures in a sentence."""
    places, child = open_school(cast), Child(cast, folder)
    with Writers(cast, places) as writers, child:
        half_sent = sum(_live_and_die(child, cast.database_path, number) for number in range(1, kills + 1))
        child.start()
        child.waits_until_ready()
        confirmed = writers.finish()
        _all_sent(cast, child)
    with opened(cast.database_url) as database:
        is_there_once(cast.sandbox, database, places, confirmed)
    return (
        f"{kills} kills: {len(confirmed)} check-ins confirmed ({writers.tries} tries), every one kept once and "
        f"posted once; {half_sent} posts were cut between claim and mark"
    )


def _live_and_die(child: Child, database_path: Path, number: int) -> int:
    """One life of the bot; returns how many posts it was just sending."""
    child.start()
    if number % DIES_STARTING:
        child.waits_until_ready()
        time.sleep(random.uniform(0.0, LONGEST_LIFE_SECONDS))
    else:
        time.sleep(random.uniform(0.0, LONGEST_START_SECONDS))
    child.kill()
    return count_half_sent(database_path)


def _all_sent(cast: Cast, child: Child) -> None:
    with opened(cast.database_url) as database:
        cast.waits_until(lambda: count_posts(database, State.WAITING, State.SENDING) == 0, seconds=300.0)
    child.asks_to_stop()
    assert child.waits_until_gone() == 0, child.log()
