"""The bot starts although another process just holds its memory."""

import time
from concurrent.futures import ThreadPoolExecutor

from bot.app import build
from storage.database import BUSY_SECONDS
from tests.cast import Cast
from tests.faults.holding import write_lock
from tests.faults.school import open_school


def test_a_memory_that_is_busy_at_the_start_is_waited_for(botless: Cast) -> None:
    open_school(botless, teams=1)
    botless.bot = build(botless.settings())
    with ThreadPoolExecutor() as pool:
        with write_lock(botless.database_url):
            starting = pool.submit(botless.bot.start)
            time.sleep(BUSY_SECONDS + 0.5)
        starting.result()
    assert botless.bot.schedule.is_running
    botless.bot.stop()
