"""Every word a person can see, and none they cannot."""

import pytest

from sandbox.visible import visible_text
from sandbox.wire import Json

SHOWN: list[tuple[Json, str]] = [
    ({"text": "Ding"}, "Ding"),
    ({"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "*Ding*"}}]}, "*Ding*"),
    ({"blocks": [{"type": "image", "alt_text": "A bell", "image_url": "https://bellwether.example"}]}, "A bell"),
    ({"elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "rich"}]}]}, "rich"),
    ({"attachments": [{"pretext": "before", "fallback": "instead"}]}, "before\ninstead"),
    ({"options": [{"text": {"type": "plain_text", "text": "Alto"}, "value": "hidden"}]}, "Alto"),
    ({"rows": [[{"type": "raw_text", "text": "cell"}]]}, "cell"),
    ({"files": [{"id": "F1", "name": "bells.csv"}]}, "bells.csv"),
    ({"element": {"initial_value": "as always"}}, "as always"),
]
HIDDEN: list[Json] = [
    {"metadata": {"event_type": "text", "event_payload": {"text": "hidden"}}},
    {"private_metadata": "hidden", "callback_id": "hidden", "type": "hidden"},
    {"elements": [{"type": "button", "value": "hidden", "action_id": "hidden"}]},
    {"state": {"values": {"a": {"b": {"text": "hidden"}}}}},
    {"bot": {"name": "hidden"}, "reactions": [{"name": "hidden"}], "user": "hidden"},
]


@pytest.mark.parametrize(("shown", "words"), SHOWN)
def test_what_stands_on_the_screen_is_read(shown: Json, words: str) -> None:
    assert visible_text(shown) == words


@pytest.mark.parametrize("shown", HIDDEN)
def test_what_only_the_app_knows_is_not(shown: Json) -> None:
    assert visible_text(shown) == ""
