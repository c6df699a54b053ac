"""The process behind granian: the bot itself, which begins and ends here."""

import contextlib
import multiprocessing
import os
import signal
import threading
import time
import urllib.error
import urllib.request
from multiprocessing.connection import Connection
from multiprocessing.util import Finalize

from bot.app import build, warm_up
from bot.health import Pulse
from bot.only_one import only_one
from bot.prepare import prepare
from bot.settings import Settings
from bot.web import HEALTH_PATH, Web

LOOK_SECONDS = 0.02


def start(settings: Settings, host: str, said: Connection) -> Web:
    """Start the bot and answer its addresses. Raises CannotStart."""
    held = contextlib.ExitStack()
    held.enter_context(only_one(settings.database_url))
    prepare(settings.database_url)
    roundtable = build(settings)
    web = Web(roundtable.app, Pulse(roundtable))
    roundtable.start()
    warm_up()
    held.callback(roundtable.stop)
    Finalize(None, held.close, exitpriority=100)
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
    threading.Thread(target=_say_ready, args=(host, settings.port, said), name="ready", daemon=True).start()
    return web


def health_address(host: str, port: int) -> str:
    """Where this machine itself reaches what listens on `host`."""
    named = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  (asked, not bound)
    return f"http://[{named}]:{port}{HEALTH_PATH}" if ":" in named else f"http://{named}:{port}{HEALTH_PATH}"


def _say_ready(host: str, port: int, said: Connection) -> None:
    """Once the address answers, well or not: until then Slack would find nobody there."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while True:
        try:
            opener.open(health_address(host, port), timeout=2).close()
            break
        except urllib.error.HTTPError:
            break
        except OSError:
            time.sleep(LOOK_SECONDS)
    said.send("")


def _end_with_parent() -> None:
    """A worker whose parent was killed would keep the port and the database for itself."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
