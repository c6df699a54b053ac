"""Reads the settings once, from the environment and `.env`, and names all that are missing together."""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values

SLACK_API_URL = "https://slack.com/api/"
DATABASE_URL = "sqlite:///roundtable.db"
WHERE_TO_GET = {
    "SLACK_BOT_TOKEN": "api.slack.com/apps, your app, OAuth & Permissions, Bot User OAuth Token (xoxb-…)",
    "SLACK_APP_TOKEN": "api.slack.com/apps, your app, Basic Information, App-Level Tokens (xapp-…, connections:write)",
    "SLACK_SIGNING_SECRET": "api.slack.com/apps, your app, Basic Information, Signing Secret",
}
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
SECRETS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "ROUNDTABLE_KEY")


class CannotStart(Exception):
    """A sentence for the person at the machine: what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the environment decides. `repr` leaves the secrets out."""

    bot_token: str = field(repr=False)
    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    api_url: str = SLACK_API_URL
    database_url: str = DATABASE_URL
    admins: tuple[str, ...] = ()
    log_level: str = "INFO"
    mode: str = "socket"
    clock_url: str = ""
    port: int = 3000

    @property
    def is_practice(self) -> bool:
        """Whether Slack is a practice workspace on this machine."""
        return urlsplit(self.api_url).hostname in {"localhost", "127.0.0.1"}

    @property
    def names_by_email(self) -> bool:
        """Whether an administrator is named by an e-mail, which has to be looked up."""
        return any("@" in one for one in self.admins)

    def is_administrator(self, person_id: str, email: str) -> bool:
        return person_id in self.admins or (bool(email) and email.casefold() in self.admins)


def gather(environment: Mapping[str, str] | None = None, env_file: Path = Path(".env")) -> dict[str, str]:
    """The environment over the `.env` file. Raises CannotStart where others may read that file (PRV-42)."""
    from_file = {name: value for name, value in dotenv_values(env_file).items() if value} if env_file.exists() else {}
    if any(name in from_file for name in SECRETS) and _others_may_read(env_file):
        raise CannotStart(f"{env_file} holds secrets and others on this machine may read it. Run: chmod 600 {env_file}")
    given = os.environ if environment is None else environment
    return {**from_file, **{name: value for name, value in given.items() if value}}


def read_settings(values: Mapping[str, str], *, mode: str = "") -> Settings:
    """Settings from gathered values. Raises CannotStart naming everything missing, and where to get it."""
    mode = mode or values.get("ROUNDTABLE_MODE", "") or "socket"
    if mode not in {"socket", "http"}:
        raise CannotStart(f"ROUNDTABLE_MODE is {mode!r}; it is either socket or http.")
    wanted = ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET" if mode == "http" else "SLACK_APP_TOKEN"]
    missing = [name for name in wanted if not values.get(name)]
    if missing:
        lines = [f"  {name}: {WHERE_TO_GET[name]}" for name in missing]
        raise CannotStart("\n".join(["Missing settings. Put them into the environment or into .env:", *lines]))
    settings = Settings(
        bot_token=values["SLACK_BOT_TOKEN"],
        app_token=values.get("SLACK_APP_TOKEN", ""),
        signing_secret=values.get("SLACK_SIGNING_SECRET", ""),
        api_url=values.get("SLACK_API_URL", "") or SLACK_API_URL,
        database_url=database_url(values),
        admins=read_admins(values.get("ROUNDTABLE_ADMINS", "")),
        log_level=_read_log_level(values.get("ROUNDTABLE_LOG", "") or "INFO"),
        mode=mode,
        clock_url=values.get("ROUNDTABLE_CLOCK_URL", ""),
        port=_read_port(values.get("PORT", "") or "3000"),
    )
    if settings.clock_url and not settings.is_practice:
        raise CannotStart("ROUNDTABLE_CLOCK_URL is for the practice workspace. Remove it, or set SLACK_API_URL to one.")
    return settings


def database_url(values: Mapping[str, str]) -> str:
    return values.get("DATABASE_URL", "") or DATABASE_URL


def read_admins(words: str) -> tuple[str, ...]:
    """Slack user ids as they stand, e-mails in lower case; parted by commas or blanks."""
    names = words.replace(",", " ").split()
    return tuple(name.casefold() if "@" in name else name for name in names)


def _read_log_level(words: str) -> str:
    if words.upper() not in LOG_LEVELS:
        raise CannotStart(f"ROUNDTABLE_LOG is {words!r}; it is one of {', '.join(LOG_LEVELS)}.")
    return words.upper()


def _read_port(words: str) -> int:
    if not words.isdecimal() or not 0 <= int(words) <= 65535:
        raise CannotStart(f"PORT is {words!r}; it is a number such as 3000.")
    return int(words)


def _others_may_read(path: Path) -> bool:
    return os.name == "posix" and bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))
