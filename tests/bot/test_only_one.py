"""One process at a time has a SQLite database."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.only_one import lock_path, only_one
from bot.settings import CannotStart

HOLD = """
import sys
from bot.only_one import only_one
with only_one(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_refused_by_name_until_the_first_is_gone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'roundtable.db'}"
    first = subprocess.Popen(
        [sys.executable, "-c", HOLD, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with pytest.raises(CannotStart, match=f"Process {first.pid} already runs Roundtable"), only_one(url):
            pass
        first.kill()
        first.wait()
        with only_one(url):
            pass


def test_the_same_database_is_free_again_afterwards(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'roundtable.db'}"
    for _ in range(2):
        with only_one(url), pytest.raises(CannotStart), only_one(url):
            pass


@pytest.mark.parametrize("url", ["postgresql://db/roundtable", "sqlite://", "sqlite:///:memory:"])
def test_databases_that_several_may_share_or_that_die_with_their_process_need_no_lock(url: str) -> None:
    assert lock_path(url) is None


def test_the_lock_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'roundtable.db'}"
    with only_one(url):
        path = lock_path(url)
        assert path is not None
        assert path.stat().st_mode & 0o077 == 0
