"""Reads a huddle's own thread when it closes: what people wrote there, and nothing of any other message."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from slack_sdk import WebClient

from bot import slack
from bot.deliver import NotYet
from handlers.conversation import Request
from handlers.huddles import close
from handlers.huddles.close import Said
from storage import huddles, outbox
from storage.database import Database
from storage.huddles import Huddle
from storage.outbox import Post, State

BY_PEOPLE = {None, "thread_broadcast", "file_share"}
SOON_SECONDS = 2.0
UNREAD_AFTER = timedelta(hours=12)  # after its day; after one whole day the outbox would give the closing up


class HuddleThreads:
    """The work of closing. Done again after a crash, it finds what was kept, and keeps nothing twice."""

    def __init__(self, client: WebClient, database: Database) -> None:
        self._client = client
        self._database = database

    def close(self, request: Request) -> None:
        """Raises slack.SlackSilent where Slack may answer another time, NotYet while the post is on its way."""
        huddle, head = self._find(request)
        if head is not None and head.state == State.SENDING:
            raise NotYet("being_sent", SOON_SECONDS)
        if huddle is None or head is None or head.state != State.SENT:
            end = close.end_unposted
        else:
            end = partial(close.finish, said=self._read(huddle, head, request.now))
        with self._database.write() as session:
            end(request, session)

    def _find(self, request: Request) -> tuple[Huddle | None, Post | None]:
        """The huddle, and the post that heads its thread."""
        with self._database.read() as session:
            huddle = huddles.find_huddle(session, request.number("huddle"))
            if huddle is None or huddle.post_id is None:
                return huddle, None
            return huddle, outbox.get_post(session, huddle.post_id)

    def _read(self, huddle: Huddle, head: Post, now: datetime) -> list[Said] | None:
        """A thread that somebody deleted, or a channel that is gone, has nothing to keep. None where Slack has not
        shown the thread for so long that the huddle closes without it."""
        try:
            messages = list(
                slack.pages(self._client, "conversations.replies", "messages", channel=head.sent_to, ts=head.ts)
            )
        except slack.SlackSilent as silence:
            if not silence.is_passing or silence.error in slack.SHUT_OUT:
                return []
            if huddle.ends_at is None or now < huddle.ends_at + UNREAD_AFTER:
                raise
            return None
        return [_said(message) for message in messages if _is_reply(message, head.ts)]


def _is_reply(message: Mapping[str, Any], head_ts: str) -> bool:
    """By a person: bots, and what was deleted, are left out."""
    by_person = bool(message.get("user")) and not message.get("bot_id") and message.get("subtype") in BY_PEOPLE
    return by_person and message.get("ts") != head_ts and bool(str(message.get("text", "")).strip())


def _said(message: Mapping[str, Any]) -> Said:
    return Said(str(message["ts"]), str(message["user"]), str(message.get("text", "")))
