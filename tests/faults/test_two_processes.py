"""Two bots on one PostgreSQL, one of them killed again and again: the other goes on, and nothing is said twice."""

import random
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from sandbox.server import Sandbox
from storage.outbox import State
from tests.cast import MANIFEST, Cast, fill
from tests.faults.child import Child
from tests.faults.looking import count_posts, is_there_once, opened
from tests.faults.school import Place, open_school
from tests.faults.writers import Writers

KILLS = 20
LONGEST_LIFE_SECONDS = 1.5
SETTLED_SECONDS = 300.0  # what a killed one was sending is taken back after a minute


@pytest.fixture
def cast(server: str, database_url: str) -> Iterator[Cast]:
    """The cast without a bot. Slack waits one second instead of three, so that more is typed between two kills."""
    with Sandbox(MANIFEST, rate_limits=False, answer_within=1.0) as sandbox:
        made = Cast(sandbox, database_url)
        fill(made)
        yield made


@pytest.mark.faults
@pytest.mark.timeout(1800)
def test_of_two_bots_one_is_killed_again_and_again(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places, cut = open_school(cast), 0
    with ExitStack() as ending:
        staying, dying = (ending.enter_context(_child(cast, tmp_path / name)) for name in ("staying", "dying"))
        writers = ending.enter_context(Writers(cast, places))
        staying.start()
        staying.waits_until_ready()
        for _ in range(KILLS):
            cut += _live_and_die(cast, dying)
        confirmed = writers.finish()
        _all_sent(cast)
        staying.asks_to_stop()
        assert staying.waits_until_gone() == 0, staying.log()
    _is_there_once(cast, places, confirmed)
    with capsys.disabled():
        sys.stdout.write(f"\n{KILLS} kills of one of two bots: {len(confirmed)} check-ins confirmed, ")
        sys.stdout.write(f"every one kept once and posted once; {cut} posts were being sent at a kill\n")


def _child(cast: Cast, folder: Path) -> Child:
    folder.mkdir()
    return Child(cast, folder)


def _live_and_die(cast: Cast, dying: Child) -> int:
    """One life of the bot; returns how many posts either bot was just sending."""
    dying.start()
    dying.waits_until_ready()
    time.sleep(random.uniform(0.0, LONGEST_LIFE_SECONDS))
    dying.kill()
    with opened(cast.database_url) as database:
        return count_posts(database, State.SENDING)


def _all_sent(cast: Cast) -> None:
    with opened(cast.database_url) as database:
        cast.waits_until(lambda: count_posts(database, State.WAITING, State.SENDING) == 0, seconds=SETTLED_SECONDS)


def _is_there_once(cast: Cast, places: list[Place], confirmed: dict[str, Place]) -> None:
    with opened(cast.database_url) as database:
        is_there_once(cast.sandbox, database, places, confirmed)
