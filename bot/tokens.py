"""Keeps secrets where they belong: in the environment or `.env`, and nowhere else (PRV-42)."""

import re
from collections.abc import Sequence
from pathlib import Path

from bot.settings import CannotStart

TOKEN = re.compile(r"\b(?:xox[a-z](?:\.xox[a-z])?|xapp)-[\w-]{6,}")
LOOKED_THROUGH = 1 << 20  # a token stands at the top of a file that holds one by mistake


def refuse_on_command_line(arguments: Sequence[str]) -> None:
    """Other people on this machine can read a running program's command line. Raises CannotStart."""
    if any(TOKEN.search(one) for one in arguments):
        raise CannotStart(
            "A Slack token stands on the command line, where others can read it. "
            "Put it into .env, and make a new one at api.slack.com/apps."
        )


def refuse_in_file(path: Path) -> None:
    """Raises CannotStart where a file that is not `.env` holds a token."""
    with path.open("rb") as file:
        start = file.read(LOOKED_THROUGH)
    if TOKEN.search(start.decode("utf-8", "ignore")):
        raise CannotStart(f"{path} holds a Slack token. Take it out, put it into .env, and make a new one.")
