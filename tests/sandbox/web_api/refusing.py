"""Asking the Web API for something it will refuse."""

from collections.abc import Callable

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse


def refusal(call: Callable[..., SlackResponse], **given: object) -> str:
    """The error name with which Slack refuses this call."""
    with pytest.raises(SlackApiError) as raised:
        call(**given)
    return str(raised.value.response["error"])
