"""The manifest, as it stands and as HTTP mode needs it."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.manifest import address_of, list_scopes, read_manifest
from bot.settings import CannotStart

ADDRESS = "https://bot.juniper.example/slack/events"


@pytest.fixture(scope="module")
def over_http() -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load(read_manifest("https://bot.juniper.example/"))
    return made


def test_without_an_address_it_is_printed_as_it_stands() -> None:
    made = yaml.safe_load(read_manifest())
    assert made["settings"]["socket_mode_enabled"] is True
    assert "request_url" not in made["settings"]["event_subscriptions"]


def test_over_http_slack_is_told_where_to_deliver_everything(over_http: dict[str, Any]) -> None:
    settings = over_http["settings"]
    assert settings["socket_mode_enabled"] is False
    assert settings["event_subscriptions"]["request_url"] == ADDRESS
    assert settings["interactivity"] == {
        "is_enabled": True,
        "request_url": ADDRESS,
        "message_menu_options_url": ADDRESS,
    }
    assert {command["url"] for command in over_http["features"]["slash_commands"]} == {ADDRESS}


def test_nothing_else_differs(over_http: dict[str, Any]) -> None:
    made = yaml.safe_load(read_manifest())
    assert over_http["oauth_config"] == made["oauth_config"]
    assert over_http["features"]["shortcuts"] == made["features"]["shortcuts"]
    assert (
        over_http["settings"]["event_subscriptions"]["bot_events"]
        == made["settings"]["event_subscriptions"]["bot_events"]
    )


@given(st.sampled_from(["", "/", "/slack/events", "/slack/events/"]), st.sampled_from(["", "/roundtable"]))
def test_the_address_may_be_given_with_its_ending_or_without(ending: str, folder: str) -> None:
    assert address_of(f"https://bot.juniper.example{folder}{ending}") == (
        f"https://bot.juniper.example{folder}/slack/events"
    )


@pytest.mark.parametrize("url", ["http://bot.juniper.example", "bot.juniper.example", "https://", ""])
def test_slack_delivers_to_https_alone(url: str) -> None:
    with pytest.raises(CannotStart, match="https"):
        address_of(url)


def test_prv_16_the_scopes_are_the_ones_it_lists() -> None:
    assert "chat:write" in list_scopes()
    assert "chat:write.public" not in list_scopes()
