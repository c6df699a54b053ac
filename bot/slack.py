"""Asks Slack about people and channels, and says why when Slack does not answer."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from storage.people import Channel, Person

PAGE = 200


class SlackSilent(Exception):
    """Slack could not be asked. `error` is Slack's short word, or the kind of trouble on the way."""

    def __init__(self, error: str, retry_after: float = 0) -> None:
        super().__init__(error)
        self.error = error
        self.retry_after = retry_after


def ask(client: WebClient, method: str, **arguments: Any) -> dict[str, Any]:
    """One call of the Web API. Raises SlackSilent for any failure, refusals included."""
    try:
        answer = client.api_call(method, params={name: one for name, one in arguments.items() if one is not None})
    except SlackApiError as error:
        wait = error.response.headers.get("Retry-After", 0) if error.response.status_code == 429 else 0
        raise SlackSilent(str(error.response.get("error", "")), float(wait)) from None
    except (SlackClientError, OSError) as error:
        raise SlackSilent(type(error).__name__) from None
    found: dict[str, Any] = answer.data  # type: ignore[assignment]
    return found


def pages(client: WebClient, method: str, key: str, **arguments: Any) -> Iterator[Any]:
    """Everything a listing holds, page after page."""
    cursor: str | None = None
    while True:
        answer = ask(client, method, limit=PAGE, cursor=cursor, **arguments)
        yield from answer.get(key, ())
        cursor = (answer.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return


def read_person(user: dict[str, Any], workspace_id: str, now: datetime) -> Person:
    """Slack's user as we remember people. Who is of another workspace is a stranger here."""
    profile = user.get("profile") or {}
    home = user.get("team_id") or workspace_id
    return Person(
        id=user["id"],
        workspace_id=home,
        handle=user.get("name", ""),
        real_name=user.get("real_name") or profile.get("real_name", ""),
        email=(profile.get("email") or "").casefold(),
        time_zone=user.get("tz") or "",
        is_guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
        is_stranger=bool(user.get("is_stranger")) or home != workspace_id,
        is_bot=bool(user.get("is_bot") or user.get("is_connector_bot") or user.get("is_workflow_bot")),
        is_deactivated=bool(user.get("deleted")),
        checked_at=now,
    )


def read_channel(channel: dict[str, Any], now: datetime) -> Channel:
    shared = ("is_ext_shared", "is_pending_ext_shared", "is_org_shared")
    return Channel(
        id=channel["id"],
        name=channel.get("name", ""),
        is_private=bool(channel.get("is_private")),
        is_shared=any(channel.get(name) for name in shared),
        is_archived=bool(channel.get("is_archived")),
        has_bot=bool(channel.get("is_member", True)),
        checked_at=now,
    )
