"""Reads the app manifest, and derives the other mode's from it."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.settings import CannotStart
from bot.tokens import refuse_in_file

# In an installed package it lies beside the code; in a checkout, at the top.
PLACES = (Path(__file__).parent / "manifest.yml", Path(__file__).parent.parent / "manifest.yml")


def find_manifest() -> Path:
    """Raises CannotStart where this is only half an installation."""
    found = next((place for place in PLACES if place.is_file()), None)
    if found is None:
        raise CannotStart("manifest.yml is missing. Install Roundtable again.")
    return found


def read_manifest(http_url: str = "") -> str:
    """The manifest as YAML; with an address, for HTTP mode there."""
    path = find_manifest()
    refuse_in_file(path)
    if not http_url:
        return path.read_text(encoding="utf-8")
    import yaml

    made = over_http(yaml.safe_load(path.read_text(encoding="utf-8")), address_of(http_url))
    return yaml.safe_dump(made, sort_keys=False, allow_unicode=True)


def over_http(made: dict[str, Any], address: str) -> dict[str, Any]:
    """The same app, heard over HTTP: Slack wants the address with each command, event and button."""
    features, settings = made["features"], made["settings"]
    commands = [{**one, "url": address} for one in features["slash_commands"]]
    interactivity = {**settings["interactivity"], "request_url": address, "message_menu_options_url": address}
    events = {"request_url": address, **settings["event_subscriptions"]}
    changed = {"event_subscriptions": events, "interactivity": interactivity, "socket_mode_enabled": False}
    return {**made, "features": {**features, "slash_commands": commands}, "settings": {**settings, **changed}}


def list_scopes() -> list[str]:
    """What the bot asks an administrator for."""
    import yaml

    made = yaml.safe_load(find_manifest().read_text(encoding="utf-8"))
    scopes: list[str] = made["oauth_config"]["scopes"]["bot"]
    return scopes


def address_of(url: str) -> str:
    """Where Slack delivers, below the public address of this machine. Raises CannotStart."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise CannotStart(f"{url} is no public address. Slack delivers to https only: https://bot.example.org")
    return f"https://{parts.netloc}{parts.path.rstrip('/').removesuffix('/slack/events')}/slack/events"
