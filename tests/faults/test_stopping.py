"""Asked to stop, the bot finishes what is under way; and only one of it runs on a database."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sandbox.faults import Fault, Faults
from tests.cast import Cast
from tests.databases import is_postgres
from tests.faults.child import Child
from tests.faults.holding import write_lock
from tests.faults.looking import count_half_sent
from tests.faults.school import open_school


class Watching(Faults):
    """A good day, on which every call is noted."""

    def __init__(self) -> None:
        super().__init__()
        self.called: list[str] = []

    def next_for(self, method: str) -> Fault | None:
        self.called.append(method)
        return super().next_for(method)


def test_the_command_that_is_under_way_at_sigterm_is_kept_and_confirmed(botless: Cast, tmp_path: Path) -> None:
    (place,) = open_school(botless, teams=1)
    watch = botless.sandbox.practice.faults = Watching()
    with Child(botless, tmp_path) as child, ThreadPoolExecutor() as typing:
        child.start()
        child.waits_until_ready()
        with write_lock(botless.database_url):
            typed = f"/checkin {place.student}: read aloud"
            came = typing.submit(botless.lopez.types, typed, channel=place.channel)
            botless.waits_until(lambda: "users.info" in watch.called)
            child.asks_to_stop()
            time.sleep(0.1)
        assert "Kept." in came.result().text
        assert child.waits_until_gone() == 0, child.log()
    assert is_postgres() or count_half_sent(botless.database_path) == 0


@pytest.mark.usefixtures("database_path")  # on PostgreSQL a second one is welcome
def test_a_second_bot_refuses_the_same_database_and_the_first_goes_on(botless: Cast, tmp_path: Path) -> None:
    (place,) = open_school(botless, teams=1)
    (tmp_path / "second").mkdir()
    with Child(botless, tmp_path) as first, Child(botless, tmp_path / "second") as second:
        first.start()
        first.waits_until_ready()
        second.start()
        assert second.waits_until_gone() == 1
        assert f"Process {first.process.pid} already runs Roundtable" in second.log()
        typed = f"/checkin {place.student}: read aloud"
        assert "Kept." in botless.lopez.types(typed, channel=place.channel).text
