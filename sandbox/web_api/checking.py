"""Blocks and views held against Slack's rules before they are taken."""

from typing import Any

from sandbox import checks
from sandbox.wire import Json, Refused


def check_message(blocks: list[Json] | None, text: str, attachments: Any = None) -> None:
    faults = checks.faults_in_message(blocks or [], text, attachments)
    if faults:
        raise _told(_error_for(faults), faults)


def check_view(view: Json) -> None:
    faults = checks.faults_in_view(view)
    if faults:
        raise _told("invalid_arguments", faults)


def _error_for(faults: list[str]) -> str:
    return "msg_blocks_too_long" if any("msg_blocks_too_long" in each for each in faults) else "invalid_blocks"


def _told(error: str, faults: list[str]) -> Refused:
    messages = [each if each.startswith("[ERROR]") else f"[ERROR] {each}" for each in faults]
    return Refused(error, errors=faults, response_metadata={"messages": messages})
