"""The bot as a process of its own, which a test may kill at any moment."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Self

from bot.run import READY
from sandbox.identity import APP_TOKEN, BOT_TOKEN
from tests.cast import Cast

STOPS_WITHIN_SECONDS = 30.0


class Child:
    """`python -m bot run` at the practice workspace. It ends with the test, however that ends."""

    def __init__(self, cast: Cast, folder: Path) -> None:
        self._folder = folder  # a .env of the developer's lies elsewhere
        self._log = folder / "bot.log"
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "ROUNDTABLE_"))},
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "SLACK_API_URL": cast.sandbox.api_url,
            "DATABASE_URL": cast.database_url,
            "ROUNDTABLE_CLOCK_URL": f"{cast.sandbox.url}/clock",
            "ROUNDTABLE_ADMINS": cast.people["dean"].id,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self.kill()

    @property
    def process(self) -> subprocess.Popen[bytes]:
        assert self._process is not None, "it was never started"
        return self._process

    def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run", "--with-parent"],
                cwd=self._folder,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )

    def waits_until_ready(self) -> None:
        assert self.process.stdout is not None
        assert self.process.stdout.readline().decode().strip() == READY, self.log()

    def kill(self) -> None:
        """kill -9: no word, no clean-up."""
        self.process.kill()
        self._bury()

    def asks_to_stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    def waits_until_gone(self) -> int:
        """The exit code."""
        code = self.process.wait(STOPS_WITHIN_SECONDS)
        self._bury()
        return code

    def log(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    def _bury(self) -> None:
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
