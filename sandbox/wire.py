"""Slack's JSON as Python sees it, and the one way the practice workspace says no."""

from typing import Any

Json = dict[str, Any]


class Refused(Exception):
    """A Web API call that Slack would answer with `ok: false` and this error name."""

    def __init__(self, error: str, **more: Any) -> None:
        super().__init__(error)
        self.error = error
        self.more = more

    def as_answer(self) -> Json:
        return {"ok": False, "error": self.error, **self.more}


def wrong_arguments(*messages: str) -> Refused:
    """Slack's answer to arguments it cannot use, with its reasons spelled out."""
    told = [f"[ERROR] {message}" for message in messages]
    return Refused("invalid_arguments", response_metadata={"messages": told})
