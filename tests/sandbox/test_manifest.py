"""What is read from an app's manifest."""

from pathlib import Path

from sandbox.manifest import manifest_from, read_manifest
from tests.sandbox.conftest import MANIFEST


def test_commands_shortcuts_events_and_scopes_are_read() -> None:
    manifest = read_manifest(MANIFEST)
    assert (manifest.app_name, manifest.bot_name) == ("Bell Tower", "Belltower")
    assert manifest.commands["/ring"].should_escape
    assert not manifest.commands["/raw"].should_escape
    assert manifest.shortcuts["ring"].type == "global"
    assert "message.im" in manifest.events
    assert "chat:write" in manifest.scopes
    assert manifest.socket_mode


def test_an_app_over_http_says_where_it_is() -> None:
    settings = {"event_subscriptions": {"request_url": "https://app.example/slack/events"}}
    manifest = manifest_from({"display_information": {"name": "Far"}, "settings": settings})
    assert manifest.request_url == "https://app.example/slack/events"
    assert (manifest.socket_mode, manifest.has_home, manifest.bot_name) == (False, False, "Far")


def test_a_manifest_that_changes_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "manifest.yml"
    path.write_text("display_information: {name: One}")
    assert read_manifest(path).app_name == "One"
    path.write_text("display_information: {name: Another}")
    assert read_manifest(path).app_name == "Another"
