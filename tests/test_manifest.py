"""The manifest, the table and the page of the app say the same: nothing is missing, nothing promised is dead."""

from typing import Any

import pytest
import yaml

from bot.events import Events
from handlers import table
from tests.cast import MANIFEST


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    return made


def test_every_command_of_the_manifest_has_its_verbs_and_no_other_exists(manifest: dict[str, Any]) -> None:
    assert {one["command"] for one in manifest["features"]["slash_commands"]} == set(table.COMMANDS)


def test_every_command_answers_any_words_and_none(manifest: dict[str, Any]) -> None:
    for verbs in table.COMMANDS.values():
        assert {"", table.ANYTHING} <= set(verbs)


def test_commands_are_escaped_so_that_mentions_carry_ids(manifest: dict[str, Any]) -> None:
    assert all(one["should_escape"] for one in manifest["features"]["slash_commands"])


def test_shortcuts_are_the_ones_in_the_table(manifest: dict[str, Any]) -> None:
    assert {one["callback_id"] for one in manifest["features"]["shortcuts"]} == set(table.SHORTCUTS)


def test_every_event_subscribed_is_heard_and_every_one_heard_is_subscribed(manifest: dict[str, Any]) -> None:
    subscribed = set(manifest["settings"]["event_subscriptions"]["bot_events"])
    assert {name.partition(".")[0] for name in subscribed} == Events.KINDS


def test_every_speech_a_button_or_form_names_is_in_the_table() -> None:
    for verbs in (table.BUTTONS, table.FORMS, table.SPEECHES, table.EVENTS):
        assert all(name == name.strip() and name for name in verbs)
