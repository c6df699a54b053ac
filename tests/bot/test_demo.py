"""The demo around its page: its port, its folder, its environment, and the days its school has lived."""

import socket
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo import HOST, OPEN, alone_in, bot_environment, free_port
from bot.sample_school import next_time
from bot.sample_week import SET_UP, TEAMS, TODAY, WEEK
from bot.settings import CannotStart
from sandbox.demo_school import ADULTS, ZONE
from sandbox.demo_school import TEAMS as CHANNELS
from sandbox.server import Sandbox
from tests.cast import MANIFEST


def test_a_taken_port_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        wanted = taken.getsockname()[1]
        assert wanted < free_port(wanted) < wanted + 20


def test_a_second_demo_in_the_same_folder_is_refused_in_words(tmp_path: Path) -> None:
    with (
        alone_in(tmp_path),
        pytest.raises(CannotStart, match="already running in this folder"),
        alone_in(tmp_path),
    ):
        pass
    with alone_in(tmp_path):
        assert (tmp_path / "demo-lock").exists()


def test_an_opening_that_was_cut_short_begins_anew_and_a_whole_one_stays(tmp_path: Path) -> None:
    memory = tmp_path / "workspace.db"
    memory.touch()
    with alone_in(tmp_path):
        assert not memory.exists()
        memory.touch()
        (tmp_path / OPEN).touch()
    with alone_in(tmp_path):
        assert memory.exists()


def test_the_demos_bot_hears_nothing_of_a_real_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "of a real workspace")
    monkeypatch.setenv("ROUNDTABLE_KEY", "of a real workspace")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///real.db")
    given = bot_environment(tmp_path, Sandbox(MANIFEST))
    assert "of a real workspace" not in given.values()
    assert given["DATABASE_URL"] == f"sqlite:///{tmp_path / 'roundtable-demo.db'}"


@given(st.integers(1_800_000_000, 2_000_000_000))
def test_the_schools_days_lie_ahead_and_follow_each_other_within_a_week(second: int) -> None:
    now = start = datetime.fromtimestamp(second, UTC)
    for moment in (SET_UP, *WEEK, TODAY):
        there = next_time(moment, now)
        assert there >= now
        assert (there.weekday(), there.astimezone(ZoneInfo(ZONE)).strftime("%H:%M")) == (moment.weekday, moment.at)
        now = there
    assert (now - start).total_seconds() < 10 * 86_400


def test_everybody_writes_where_they_belong() -> None:
    for typed in (each for moment in (*WEEK, TODAY) for each in moment.typed):
        assert typed.who in CHANNELS.get(typed.channel, [adult.handle for adult in ADULTS])
    for team in TEAMS:
        assert team.positions.keys() == set(CHANNELS[team.channel])
        assert team.lead in team.positions
