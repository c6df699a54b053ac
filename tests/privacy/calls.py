"""Notes what the bot asks of Slack, call by call, on its way there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot import slack

Call = tuple[str, dict[str, Any]]


@contextmanager
def noted() -> Iterator[list[Call]]:
    """The calls made while the block runs, in whatever thread."""
    made: list[Call] = []
    real: Callable[..., SlackResponse] = slack.call

    def call(client: WebClient, method: str, **arguments: Any) -> SlackResponse:
        made.append((method, arguments))
        return real(client, method, **arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slack, "call", call)
        yield made
