"""`roundtable demo`: the practice workspace in the browser, and the real bot in it as a process of its own."""

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.manifest import find_manifest
from bot.only_one import only_one
from bot.run import READY
from bot.settings import CannotStart

if TYPE_CHECKING:
    from sandbox.server import Sandbox

HOST = "127.0.0.1"
FOLDER = Path("demo-data")
OPEN = "school-is-open"
WELCOME = """
Roundtable's demo: {url}

  Type in #team-juniper:  /checkin Maya T: finished 2 of 3 tasks with the timer #win
  Then be somebody else:  switch person at the top right
  Move the school's time: press the clock in the middle

Stop it with Ctrl-C; all of it is there next time.
"""
TRIED_PORTS = 20
LOCK_SECONDS = 20.0
STOP_SECONDS = 15.0
ADMINISTRATOR = "dean@juniperhollow.example"
OURS = ("SLACK_", "ROUNDTABLE_", "DATABASE_")


def show(port: int, *, open_browser: bool, folder: Path = FOLDER) -> None:
    """Show the demo until Ctrl-C. Raises CannotStart."""
    folder.mkdir(exist_ok=True)
    with alone_in(folder), _workspace(folder, port) as sandbox, Bot(folder.absolute(), sandbox) as bot:
        bot.wait_until_ready()
        _open_school(sandbox, folder)
        with contextlib.suppress(KeyboardInterrupt):
            typer.echo(WELCOME.format(url=sandbox.url))
            if open_browser:
                threading.Thread(target=_open_browser, args=(sandbox.url,), daemon=True).start()
            bot.wait_until_stopped()


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Nobody else shows this folder, and what stands in it is whole: an opening that was cut short begins anew."""
    with contextlib.ExitStack() as held:
        try:
            held.enter_context(only_one(f"sqlite:///{folder / 'demo'}"))
        except CannotStart:
            raise CannotStart("The demo is already running in this folder. Stop that one first.") from None
        _wait_for_last_bot(_database_url(folder))
        if not (folder / OPEN).exists():
            for left in folder.glob("*.db*"):
                left.unlink()
        yield


def _wait_for_last_bot(url: str) -> None:
    """A demo that was killed may leave its bot a moment of life."""
    until = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            with only_one(url):
                return
        except CannotStart:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


class Bot:
    """The real bot, connected to the practice workspace over real Socket Mode; it stops when this process ends."""

    def __init__(self, folder: Path, sandbox: "Sandbox") -> None:
        self._folder = folder
        self._log = folder / "roundtable.log"
        self._environment = bot_environment(folder, sandbox)

    def __enter__(self) -> "Bot":
        with self._log.open("ab") as log:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "bot", "run", "--with-parent"],
                cwd=self._folder,  # a .env for a real workspace lies elsewhere
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        return self

    def __exit__(self, *_: object) -> None:
        self._child.stdin.close()  # type: ignore[union-attr]  # made above
        try:
            self._child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._child.stdout.close()  # type: ignore[union-attr]

    def wait_until_ready(self) -> None:
        """Raises CannotStart with what the bot said."""
        line = self._child.stdout.readline()  # type: ignore[union-attr]
        if line.decode().strip() != READY:
            self._child.wait(STOP_SECONDS)
            raise CannotStart(f"The bot did not start. {self._last_words()}")

    def wait_until_stopped(self) -> None:
        """Raises CannotStart where the bot ends by itself."""
        code = self._child.wait()
        raise CannotStart(f"The bot stopped (exit code {code}). {self._last_words()}")

    def _last_words(self) -> str:
        lines = self._log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return f"{lines[-1] if lines else ''} (More in {self._log}.)"


def bot_environment(folder: Path, sandbox: "Sandbox") -> dict[str, str]:
    """Nothing of a real workspace's settings, and a database of its own."""
    from sandbox.identity import APP_TOKEN, BOT_TOKEN

    others = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return {
        **others,
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_API_URL": sandbox.api_url,
        "DATABASE_URL": _database_url(folder),
        "ROUNDTABLE_CLOCK_URL": f"{sandbox.url}/clock",
        "ROUNDTABLE_ADMINS": ADMINISTRATOR,
    }


def _database_url(folder: Path) -> str:
    return f"sqlite:///{folder / 'roundtable-demo.db'}"


@contextlib.contextmanager
def _workspace(folder: Path, port: int) -> Iterator["Sandbox"]:
    try:
        from sandbox.demo_school import NAME
        from sandbox.server import Sandbox
    except ModuleNotFoundError as error:
        if error.name != "aiohttp":
            raise
        raise CannotStart("The demo needs one more package. Run: pip install 'roundtable[demo]'") from None
    sandbox = Sandbox(find_manifest(), memory=folder / "workspace.db", port=free_port(port), name=NAME).start()
    try:
        yield sandbox
    finally:
        sandbox.stop()


def free_port(wanted: int) -> int:
    """The wanted port or the next free one; any at all for 0. Raises CannotStart."""
    if wanted == 0:
        return 0
    for port in range(wanted, wanted + TRIED_PORTS):
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, port))
            return port
    raise CannotStart(f"Ports {wanted} to {wanted + TRIED_PORTS - 1} are taken. Choose: roundtable demo --port 9000")


def _open_school(sandbox: "Sandbox", folder: Path) -> None:
    """Once, as the school's own people do it."""
    if not (folder / OPEN).exists():
        from bot.sample_school import live_first_days

        typer.echo("Opening Juniper Hollow School for the first time: some 20 seconds.")
        live_first_days(sandbox)
        (folder / OPEN).touch()


def _open_browser(url: str) -> None:
    """Only where there is a screen: a browser in the terminal would take it over."""
    has_screen = sys.platform in {"darwin", "win32"} or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    if has_screen:
        with contextlib.suppress(Exception):
            webbrowser.open(url)
