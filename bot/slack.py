"""Asks Slack about people and channels, and says why when Slack does not answer."""

import functools
import http.client
import json
import logging
import re
import ssl
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse

from storage.people import Channel, Person

PAGE = 200
SHORT_WORD = re.compile(r"[a-z0-9_]{1,60}")
# Slack warns that a call answered with one of these may have been done all the same.
PERHAPS_DONE = {"fatal_error", "internal_error", "request_timeout", "service_unavailable", "unreadable"}
PASSING = PERHAPS_DONE | {"ratelimited", "team_added_to_org"}
# The bot itself is not let in: nothing is wrong with what it wanted to say, and an administrator can mend it.
SHUT_OUT = {
    "account_inactive", "ekm_access_denied", "invalid_auth", "missing_scope", "no_permission", "not_allowed_token_type",
    "not_authed", "org_login_required", "team_access_not_granted", "token_expired", "token_revoked",
}  # fmt: skip


class SlackSilent(Exception):
    """Slack could not be asked. `error` is Slack's short word, or the kind of trouble on the way.

    `unsure` says that the call may have been done although no proper answer came.
    """

    def __init__(self, error: str, retry_after: float = 0, *, unsure: bool = False) -> None:
        super().__init__(error)
        self.error = error
        self.retry_after = retry_after
        self.unsure = unsure

    @property
    def is_passing(self) -> bool:
        """Whether the same call may succeed another time."""
        return self.unsure or self.error in PASSING or self.error in SHUT_OUT


def make_client(token: str, base_url: str, seconds: float) -> WebClient:
    """Slack's client. It never tries again by itself: after a broken connection the message may be there already."""
    return WebClient(
        token=token or None,
        base_url=base_url,
        timeout=seconds,  # type: ignore[arg-type]  # urllib takes fractions
        ssl=_trust(),
        retry_handlers=[],
        logger=logging.getLogger("slack_sdk"),
    )


def ask(client: WebClient, method: str, **arguments: Any) -> dict[str, Any]:
    """One call of the Web API. Raises SlackSilent for any failure, refusals included."""
    found: dict[str, Any] = call(client, method, **arguments).data  # type: ignore[assignment]
    return found


def call(client: WebClient, method: str, **arguments: Any) -> SlackResponse:
    """The whole answer, headers and all. Raises SlackSilent."""
    try:
        return client.api_call(method, params=_as_form(arguments))
    except SlackApiError as error:
        raise _refused(error) from None
    # A broken answer is an HTTPException, and one that is no text a ValueError.
    except (SlackClientError, OSError, http.client.HTTPException, ValueError) as error:
        raise SlackSilent(type(error).__name__, unsure=True) from None


def pages(client: WebClient, method: str, key: str, **arguments: Any) -> Iterator[Any]:
    """Everything a listing holds, page after page."""
    cursor: str | None = None
    while True:
        answer = ask(client, method, cursor=cursor, **{"limit": PAGE, **arguments})
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
    is_private = bool(channel.get("is_private"))
    return Channel(
        id=channel["id"],
        name=channel.get("name", ""),
        is_private=is_private,
        is_shared=any(channel.get(name) for name in shared),
        is_archived=bool(channel.get("is_archived")),
        # Where Slack leaves it out: the bot sees a private channel only as its member.
        has_bot=bool(channel.get("is_member", is_private)),
        checked_at=now,
    )


@functools.cache
def _trust() -> ssl.SSLContext:
    """The certificates this machine trusts, read once: the SDK would read them anew for every call, for 30 ms."""
    return ssl.create_default_context()


def _as_form(arguments: dict[str, Any]) -> dict[str, Any]:
    """Every method takes a form, with structures as JSON inside it; not every one takes a JSON body."""
    given = {name: value for name, value in arguments.items() if value is not None}
    return {name: json.dumps(value) if isinstance(value, dict | list) else value for name, value in given.items()}


def _refused(error: SlackApiError) -> SlackSilent:
    status = error.response.status_code
    if status == 429:
        return SlackSilent("ratelimited", _seconds(error.response.headers))
    word = str(error.response.get("error", ""))
    if not SHORT_WORD.fullmatch(word):
        word = "unreadable"  # a page of some proxy, perhaps with somebody's words in it
    return SlackSilent(word, unsure=status >= 500 or word in PERHAPS_DONE)


def _seconds(headers: Any) -> float:
    """What Retry-After says, in whatever case it comes; 1 where it says nothing usable."""
    named = {str(name).lower(): value for name, value in dict(headers).items()}
    try:
        return max(1.0, float(named.get("retry-after", 1)))
    except (TypeError, ValueError):
        return 1.0
