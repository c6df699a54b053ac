"""What every conversation of these tests may count on: a busy machine is not a silent Slack."""

import pytest


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app.HURRIED_SECONDS", 10.0)
    monkeypatch.setattr("bot.way_back.SECONDS_IN_ALL", 10.0)
    monkeypatch.setattr("sandbox.triggers.LIFE_SECONDS", 10.0)
