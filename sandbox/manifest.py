"""What the app's manifest promises: its commands, shortcuts, events and scopes."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sandbox.wire import Json

# The C loader reads a manifest in a tenth of the time; every test starts a workspace.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Command:
    command: str
    description: str
    usage_hint: str
    should_escape: bool


@dataclass(frozen=True)
class Shortcut:
    callback_id: str
    name: str
    type: str
    description: str


@dataclass(frozen=True)
class Manifest:
    app_name: str
    bot_name: str
    commands: dict[str, Command]
    shortcuts: dict[str, Shortcut]
    events: frozenset[str]
    scopes: tuple[str, ...]
    has_home: bool
    socket_mode: bool
    request_url: str | None


def read_manifest(path: Path) -> Manifest:
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _read(path: Path, _changed_at: int) -> Manifest:
    return manifest_from(yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader))  # noqa: S506 - safe loaders


def manifest_from(written: Json) -> Manifest:
    features = written.get("features", {})
    settings = written.get("settings", {})
    subscriptions = settings.get("event_subscriptions", {})
    app_name = written["display_information"]["name"]
    return Manifest(
        app_name=app_name,
        bot_name=features.get("bot_user", {}).get("display_name", app_name),
        commands={each["command"]: _command(each) for each in features.get("slash_commands", [])},
        shortcuts={each["callback_id"]: _shortcut(each) for each in features.get("shortcuts", [])},
        events=frozenset(subscriptions.get("bot_events", [])),
        scopes=tuple(written.get("oauth_config", {}).get("scopes", {}).get("bot", [])),
        has_home=bool(features.get("app_home", {}).get("home_tab_enabled", False)),
        socket_mode=bool(settings.get("socket_mode_enabled", False)),
        request_url=subscriptions.get("request_url") or settings.get("interactivity", {}).get("request_url"),
    )


def _command(written: Json) -> Command:
    return Command(
        command=written["command"],
        description=written.get("description", ""),
        usage_hint=written.get("usage_hint", ""),
        should_escape=bool(written.get("should_escape", False)),
    )


def _shortcut(written: Json) -> Shortcut:
    return Shortcut(
        callback_id=written["callback_id"],
        name=written["name"],
        type=written["type"],
        description=written.get("description", ""),
    )
