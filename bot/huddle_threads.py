"""Reads a huddle's own thread when it closes: what people wrote there, and nothing of any other message."""

from collections.abc import Mapping
from typing import Any

from slack_sdk import WebClient

from bot import slack
from bot.deliver import NotYet
from handlers.conversation import Request
from handlers.huddles import close
from handlers.huddles.close import Said
from storage import huddles, outbox
from storage.database import Database
from storage.outbox import Post, State

BY_PEOPLE = {None, "thread_broadcast", "file_share"}
SOON_SECONDS = 2.0


class HuddleThreads:
    """The work of closing. Done again after a crash, it finds what was kept, and keeps nothing twice."""

    def __init__(self, client: WebClient, database: Database) -> None:
        self._client = client
        self._database = database

    def close(self, request: Request) -> None:
        """Raises slack.SlackSilent where Slack may answer another time, NotYet while the post is on its way."""
        head = self._find_head(request)
        if head is not None and head.state == State.SENDING:
            raise NotYet("being_sent", SOON_SECONDS)
        said = self._read(head) if head is not None and head.state == State.SENT else None
        with self._database.write() as session:
            if said is None:
                close.end_unposted(request, session)
            else:
                close.finish(request, session, said)

    def _find_head(self, request: Request) -> Post | None:
        with self._database.read() as session:
            huddle = huddles.find_huddle(session, request.number("huddle"))
            if huddle is None or huddle.post_id is None:
                return None
            return outbox.get_post(session, huddle.post_id)

    def _read(self, head: Post) -> list[Said]:
        """A thread that somebody deleted, or a channel that is gone, has nothing to keep."""
        try:
            messages = list(
                slack.pages(self._client, "conversations.replies", "messages", channel=head.sent_to, ts=head.ts)
            )
        except slack.SlackSilent as silence:
            if silence.is_passing and silence.error not in slack.SHUT_OUT:
                raise
            return []
        return [_said(message) for message in messages if _is_reply(message, head.ts)]


def _is_reply(message: Mapping[str, Any], head_ts: str) -> bool:
    """By a person: bots, and what was deleted, are left out."""
    by_person = bool(message.get("user")) and not message.get("bot_id") and message.get("subtype") in BY_PEOPLE
    return by_person and message.get("ts") != head_ts and bool(str(message.get("text", "")).strip())


def _said(message: Mapping[str, Any]) -> Said:
    return Said(str(message["ts"]), str(message["user"]), str(message.get("text", "")))
