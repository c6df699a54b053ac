"""The bot as a process of its own, the way people run it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sandbox.identity import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from tests.cast import Cast

OURS = ("SLACK_", "ROUNDTABLE_", "DATABASE_", "PORT")


def environment(cast: Cast, **more: str) -> dict[str, str]:
    others = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    ours = {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SLACK_API_URL": cast.sandbox.api_url,
        "DATABASE_URL": cast.database_url,
        "ROUNDTABLE_CLOCK_URL": f"{cast.sandbox.url}/clock",
    }
    return {**others, **ours, **more}


@contextmanager
def running(folder: Path, given: dict[str, str], *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """`roundtable` with these arguments; killed at the end, if it still lives. Its log lies in the folder."""
    with (folder / "log").open("w") as log:
        child = subprocess.Popen(
            [sys.executable, "-m", "bot", *arguments],
            cwd=folder,
            env=given,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    with child:
        try:
            yield child
        finally:
            child.kill()


def read_line(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline()


def run_to_end(folder: Path, given: dict[str, str], *arguments: str) -> Any:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=given,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
