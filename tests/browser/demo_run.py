"""`roundtable demo` as a newcomer has it: a process of its own in a folder of its own, killed and started again."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from bot.demo import free_port

FIRST_PORT_TRIED = 18_765
LAST_WORDS = "Stop it with Ctrl-C"


class Demo:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = free_port(FIRST_PORT_TRIED + os.getpid() % 20_000)
        self._child: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> str:
        """Until the page can be opened; returns what stands in the terminal then."""
        command = [sys.executable, "-m", "bot", "demo", "--no-browser", "--port", str(self._port)]
        self._child = subprocess.Popen(
            command,
            cwd=self._folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,  # so that bot and workspace can be killed with one blow
        )
        said = []
        for line in self._child.stdout:  # type: ignore[union-attr]  # piped above
            said.append(line)
            if line.startswith(LAST_WORDS):
                return "".join(said)
        raise AssertionError(f"the demo did not start: {''.join(said)}")

    def kill(self) -> None:
        """SIGKILL for the workspace and the bot at once: neither can write another word."""
        if self._child is not None:
            self._end(signal.SIGKILL)

    def press_ctrl_c(self) -> int:
        """As the terminal does it, to both; returns the exit code."""
        return self._end(signal.SIGINT)

    def _end(self, number: signal.Signals) -> int:
        child, self._child = self._child, None
        assert child is not None
        os.killpg(child.pid, number)
        child.communicate()
        return child.returncode
