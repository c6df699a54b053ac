"""The line to Slack breaks in every way it can while people write: nothing confirmed is lost, nothing comes twice."""

import random
import time

import pytest

from bot import call
from tests.cast import Cast
from tests.faults.looking import is_there_once
from tests.faults.school import open_school
from tests.faults.writers import Writers

TROUBLES = ("fin", "silent", "disconnect", "refresh")


def test_what_people_write_while_the_line_breaks_is_kept_once(botless: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(call, "PING_SECONDS", 0.5)
    monkeypatch.setattr(call, "DEAF_AFTER_SECONDS", 2.0)
    places = open_school(botless, teams=6)
    botless.start_bot()
    try:
        with Writers(botless, places, pause=1.0) as writers:
            for trouble in random.sample(TROUBLES, k=len(TROUBLES)):
                time.sleep(random.uniform(0.0, 0.5))
                botless.sandbox.trouble_line(trouble)
                writers.write_on(6)
            confirmed = writers.finish()
        botless.waits_until(lambda: botless.unsent() == 0, seconds=60.0)
        is_there_once(botless.sandbox, botless.bot.database, places, confirmed)
    finally:
        botless.stop_bot()
