"""`roundtable run`: gets everything ready, says so in one line, and works until it is told to stop."""

import os
import signal
import sys
import threading
from collections.abc import Mapping
from types import FrameType

from bot import logs
from bot.settings import SECRETS, CannotStart, Settings, gather, read_settings

READY = "Roundtable is ready"
OTHER_WAY_IN = ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


def run(*, http: bool = False, host: str = "", with_parent: bool = False) -> None:
    """Run the bot. Returns when told to stop. Raises CannotStart."""
    values = gather()
    settings = read_settings(values, mode="http" if http else "")
    logs.set_up(settings.log_level)
    _ignore_other_way_in(values)
    _tidy_environment(settings)
    stop = Stop()
    if with_parent:
        stop.when_stdin_closes()
    if settings.mode == "http":
        from bot import http_mode

        http_mode.serve(settings, READY, host or http_mode.HOST)
    else:
        _serve_line(settings, stop)


class Stop:
    """The wish to stop, by signal or by a parent that has gone."""

    def __init__(self) -> None:
        self._wished = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._wish)

    def wait(self) -> None:
        # In small steps: on Windows a wait without an end hears no signal.
        while not self._wished.wait(1.0):
            pass

    def when_stdin_closes(self) -> None:
        threading.Thread(target=self._watch_stdin, name="parent", daemon=True).start()

    def _watch_stdin(self) -> None:
        # Unbuffered: a thread inside sys.stdin holds its lock, and the interpreter aborts over that on its way out.
        while os.read(sys.stdin.fileno(), 1024):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    def _wish(self, _number: int, _frame: FrameType | None) -> None:
        self._wished.set()


def _serve_line(settings: Settings, stop: Stop) -> None:
    from bot import slack
    from bot.app import build, warm_up
    from bot.call import NoLine
    from bot.only_one import only_one
    from bot.prepare import prepare
    from bot.socket_mode import Line

    with only_one(settings.database_url):
        prepare(settings.database_url)
        roundtable = build(settings)
        line = Line(roundtable.app, settings.app_token)
        try:
            line.open()
            roundtable.start()
            warm_up()
            sys.stdout.write(f"{READY}\n")
            sys.stdout.flush()
            stop.wait()
        except slack.SlackSilent as silence:
            raise _no_line(silence) from None
        except NoLine:
            raise CannotStart("Slack offers a connection, but it does not come about. Check the network.") from None
        finally:
            line.close()
            roundtable.stop()


def _no_line(silence: Exception) -> CannotStart:
    return CannotStart(
        f"Slack opens no connection for SLACK_APP_TOKEN ({silence}). "
        "It begins with xapp-, and needs the scope connections:write; Socket Mode must be on."
    )


def _ignore_other_way_in(values: Mapping[str, str]) -> None:
    """With these two in the environment Bolt would build a sign-in flow, and forget the bot's token."""
    if any(name in values for name in OTHER_WAY_IN):
        logs.log.warning("%s and %s are ignored: one Roundtable serves one workspace", *OTHER_WAY_IN)


def _tidy_environment(settings: Settings) -> None:
    """The settings are read; what libraries and children would make of the rest is not wanted."""
    for name in (*OTHER_WAY_IN, *SECRETS):
        os.environ.pop(name, None)
    if settings.is_practice:  # no proxy could reach this machine's own address
        for name in PROXIES:
            os.environ.pop(name, None)
            os.environ.pop(name.lower(), None)
