"""Faults, broken lines and redelivery, asked for from the page."""

import json
import urllib.request

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.server import Sandbox
from sandbox.wire import Json


def ask(sandbox: Sandbox, name: str, body: Json, method: str = "POST") -> Json:
    request = urllib.request.Request(f"{sandbox.url}/page/{name}", json.dumps(body).encode(), method=method)
    with urllib.request.urlopen(request) as answer:
        return dict(json.load(answer))


def test_a_fault_is_ordered_and_called_off(sandbox: Sandbox, api: WebClient) -> None:
    order = {"kind": "error", "method": "auth.test", "error": "internal_error", "times": 5}
    assert ask(sandbox, "faults", order)["ok"]
    with pytest.raises(SlackApiError, match="internal_error"):
        api.auth_test()
    assert ask(sandbox, "faults", {}, method="DELETE")["ok"]
    assert api.auth_test()["ok"]


@pytest.mark.parametrize(
    ("name", "body"), [("faults", {"kind": "earthquake"}), ("socket_trouble", {"kind": "earthquake"}), ("faults", {})]
)
def test_an_unknown_trouble_is_refused_with_those_there_are(sandbox: Sandbox, name: str, body: Json) -> None:
    answer = ask(sandbox, name, body)
    assert answer["error"] == "invalid_arguments"
    assert "There are" in answer["why"]


def test_what_was_never_sent_cannot_be_sent_again(sandbox: Sandbox) -> None:
    assert ask(sandbox, "redeliver", {"count": 3})["count"] == 0


def test_a_body_that_is_no_json_is_an_empty_question(sandbox: Sandbox) -> None:
    request = urllib.request.Request(f"{sandbox.url}/page/say", b"{broken", method="POST")
    with urllib.request.urlopen(request) as answer:
        assert json.load(answer)["error"] == "no_text"


def test_the_clock_moves_to_a_moment_and_wants_one_it_can_read(sandbox: Sandbox) -> None:
    assert ask(sandbox, "clock", {"to": "2099-01-04T09:00:00+00:00"})["now"].startswith("2099-01-04T09:00")
    assert ask(sandbox, "clock", {"to": "next tuesday"})["error"] == "only_forward"
