"""Fetches a file that somebody dropped into the bot's direct messages: only the dropper's own, and only so large."""

import ssl
from collections.abc import Mapping
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from slack_sdk import WebClient

from bot import slack
from bot.settings import Settings
from handlers.rosters.csv_files import LARGEST_CSV
from handlers.rosters.rows import FileRefused

SECONDS = 30
GONE = {"file_not_found", "file_deleted"}
NOT_THERE = "I do not find that file in Slack any more. Drop it once more, if it is still to be read."
NO_PERMISSION = "Slack does not let me read files. Ask an administrator to install me again with the files:read scope."
TOO_LARGE = f"This file is larger than {LARGEST_CSV // 1024 // 1024} MB. Split it and send the parts."


class _StayHere(HTTPRedirectHandler):
    """Slack redirects whoever may not read to its login page; the token is carried nowhere."""

    def redirect_request(self, *_: Any) -> None:
        return None


def fetch(client: WebClient, settings: Settings, file_id: str, person_id: str) -> bytes:
    """Raises FileRefused, with what to do, and slack.SlackSilent where another try may succeed."""
    file = describe(client, file_id)
    if file.get("user") != person_id:
        raise FileRefused(NOT_THERE)
    if int(file.get("size") or 0) > LARGEST_CSV:
        raise FileRefused(TOO_LARGE)
    address = str(file.get("url_private_download") or file.get("url_private") or "")
    if not is_slacks(address, settings):
        raise FileRefused(
            "This file is not kept by Slack itself, so I cannot read it. Drop the file, not a link to it."
        )
    content = download(address, settings)
    if len(content) > LARGEST_CSV:
        raise FileRefused(TOO_LARGE)
    return content


def is_slacks(address: str, settings: Settings) -> bool:
    """Whether the bot's token may be sent there."""
    place = urlsplit(address)
    if settings.is_practice:
        return place.netloc == urlsplit(settings.api_url).netloc
    return place.scheme == "https" and place.hostname is not None and f".{place.hostname}".endswith(".slack.com")


def describe(client: WebClient, file_id: str) -> Mapping[str, Any]:
    """What Slack says of it. Raises FileRefused and slack.SlackSilent."""
    try:
        found: Mapping[str, Any] = slack.ask(client, "files.info", file=file_id)["file"]
    except slack.SlackSilent as silence:
        if silence.error in GONE:
            raise FileRefused(NOT_THERE) from None
        if silence.error == "missing_scope":
            raise FileRefused(NO_PERMISSION) from None
        raise
    return found


def download(address: str, settings: Settings) -> bytes:
    """From an address that `is_slacks`. Raises FileRefused and slack.SlackSilent."""
    opener = build_opener(_StayHere, HTTPSHandler(context=ssl.create_default_context()))
    asked = Request(address, headers={"Authorization": f"Bearer {settings.bot_token}"})  # noqa: S310  (checked above)
    try:
        with opener.open(asked, timeout=SECONDS) as answer:
            content: bytes = answer.read(LARGEST_CSV + 1)
    except HTTPError as error:
        if error.code >= 500 or error.code == 429:
            raise slack.SlackSilent("service_unavailable") from None
        raise FileRefused(NO_PERMISSION if 300 <= error.code < 400 else NOT_THERE) from None
    except OSError as error:
        raise slack.SlackSilent(type(error).__name__, unsure=True) from None
    return content
