"""A huddle is six messages in one channel: here Slack takes them as fast as they come."""

import pytest

from bot import rates


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "BURST", 100.0)
