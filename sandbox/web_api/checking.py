"""Blocks and views held against Slack's rules before they are taken."""

from typing import Any

from sandbox import checks
from sandbox.wire import Json, Refused


def check_message(blocks: list[Json] | None, text: str, attachments: Any = None) -> None:
    _refuse(checks.faults_in_message(blocks or [], text, attachments))


def check_view(view: Json) -> None:
    _refuse(checks.faults_in_view(view))


def _refuse(faults: list[str]) -> None:
    """Slack names the faults twice: plainly in `errors`, and marked in the metadata."""
    if faults:
        plain = [each.removeprefix("[ERROR] ") for each in faults]
        raise Refused(checks.error_for(faults), errors=plain, response_metadata={"messages": faults})
