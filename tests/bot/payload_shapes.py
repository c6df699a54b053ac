"""Payloads as Slack sends them, small but whole."""

import itertools
from typing import Any

from sandbox.identity import APP_ID, TEAM_ID

_numbers = itertools.count(1)


def command(text: str = "", *, name: str = "/checkin", user: str = "U0", channel: str = "C0", **more: Any) -> Any:
    return {
        "command": name,
        "text": text,
        "user_id": user,
        "user_name": "somebody",
        "channel_id": channel,
        "team_id": TEAM_ID,
        "api_app_id": APP_ID,
        "trigger_id": f"trigger-{next(_numbers)}",
        **more,
    }


def press(action_id: str, *, value: str = "{}", user: str = "U0", **more: Any) -> Any:
    action = {"type": "button", "action_id": action_id, "block_id": "b", "value": value}
    return {**_interaction("block_actions", user), "actions": [action], **more}


def submission(name: str, values: dict[str, Any], *, user: str = "U0", blocks: Any = (), **more: Any) -> Any:
    view = {
        "id": f"V{next(_numbers)}",
        "hash": "h1",
        "type": "modal",
        "callback_id": name,
        "private_metadata": "{}",
        "blocks": list(blocks),
        "state": {"values": values},
        **more,
    }
    return {**_interaction("view_submission", user), "view": view}


def typed(name: str, value: str) -> dict[str, Any]:
    """One filled-in box of a form."""
    return {name: {name: {"type": "plain_text_input", "value": value}}}


def box(name: str) -> dict[str, Any]:
    return {"type": "input", "block_id": name, "element": {"type": "plain_text_input", "action_id": name}}


def event(kind: str, **more: Any) -> Any:
    number = next(_numbers)
    return {
        "type": "event_callback",
        "team_id": TEAM_ID,
        "api_app_id": APP_ID,
        "event_id": f"Ev{number}",
        "event_time": 1_790_000_000,
        "event": {"type": kind, "event_ts": f"1790000000.{number:06d}", **more},
    }


def _interaction(kind: str, user: str) -> dict[str, Any]:
    return {
        "type": kind,
        "user": {"id": user, "username": "somebody", "team_id": TEAM_ID},
        "team": {"id": TEAM_ID, "domain": "practice"},
        "api_app_id": APP_ID,
        "trigger_id": f"trigger-{next(_numbers)}",
    }
