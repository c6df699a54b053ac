"""Reads what happened in the workspace and hands it on; what is not the bot's business is dropped unread."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot import apologies, slack
from bot.described import keep_described
from bot.members import Members
from bot.payloads import read_source
from bot.perform import Performer
from handlers import table
from handlers.conversation import Request
from handlers.huddles.queueing import PROMPT
from storage import outbox, people
from storage.database import Busy, Database

log = logging.getLogger("roundtable")
Payload = dict[str, Any]

CHANNEL_CHANGES = frozenset({
    "channel_archive", "channel_unarchive", "channel_rename", "channel_deleted", "channel_shared", "channel_unshared",
    "group_archive", "group_unarchive", "group_rename", "group_deleted",
})  # fmt: skip
CONVERTED = {"channel_convert_to_public", "channel_convert_to_private"}


class TryAgain(Exception):
    """Nothing was changed, and the same event may fare better in a while."""


class Events:
    """One method for each kind of event. A second delivery is settled by the claim, whatever id it carries."""

    KINDS = CHANNEL_CHANGES | {
        "app_home_opened", "app_mention", "member_joined_channel", "member_left_channel", "message", "user_change",
        "channel_left", "group_left",
    }  # fmt: skip

    def __init__(
        self, performer: Performer, members: Members, database: Database, workspace_id: str, bot_id: str
    ) -> None:
        self._performer = performer
        self._members = members
        self._database = database
        self._workspace_id = workspace_id
        self._bot_id = bot_id
        self._kinds: Mapping[str, Callable[[Payload, Request], None]] = {
            "app_home_opened": self._home_opened,
            "app_mention": self._mentioned,
            "message": self._message,
            "member_joined_channel": self._joined,
            "member_left_channel": self._left,
            "user_change": self._person_changed,
            # Slack tells an app of its own removal by these; others' leaving comes as member_left_channel.
            "channel_left": self._was_removed,
            "group_left": self._was_removed,
            **dict.fromkeys(CHANNEL_CHANGES, self._channel_changed),
        }

    def hear(self, body: Payload, now: datetime) -> None:
        """Act on one event. Nobody waits for an answer, so an error goes to the log, by type and place.

        Raises TryAgain: Slack is to deliver it once more.
        """
        try:
            event = body["event"]
            kind = self._kinds.get(event["type"])
            if kind is not None:
                kind(event, _read(event, body.get("event_id"), now))
        except Busy:
            raise TryAgain from None
        except Exception as error:  # the next event must still be heard
            if isinstance(error, slack.SlackSilent) and error.is_passing:
                raise TryAgain from None
            log.error("event lost: %s", apologies.shown(error))

    def _home_opened(self, event: Payload, request: Request) -> None:
        if event.get("tab") == "home":
            self._do("home_opened", request)

    def _mentioned(self, event: Payload, request: Request) -> None:
        self._answer("mentioned", event, request)

    def _message(self, event: Payload, request: Request) -> None:
        if event.get("subtype") in CONVERTED:
            self._channel_changed(event, request)
        elif event.get("channel_type") == "im" and event.get("subtype") in {None, "file_share"}:
            self._answer("direct_message", event, request)
        elif event.get("subtype") == "file_share" and event.get("thread_ts") and any(map(_is_clip, _files(event))):
            self._answer("clip_shared", event, request)  # any other message of a channel is dropped unread
        elif event.get("thread_ts") and event.get("subtype") in {None, "thread_broadcast", "file_share"}:
            self._in_thread(event, request)

    def _in_thread(self, event: Payload, request: Request) -> None:
        """Of all that is said in a channel, only replies in a huddle's own thread are read."""
        thread = str(event["thread_ts"])
        if event.get("bot_id") or not request.person:
            return
        with self._database.read() as session:
            is_huddle = any(post.about == PROMPT for post in outbox.list_in_thread(session, request.channel, thread))
        if is_huddle:
            claim = f"reply:{request.channel}:{event['ts']}"
            ids = {"ts": str(event["ts"])}
            self._do(
                "huddle_reply", replace(request, claim=claim, words=str(event.get("text", "")), thread=thread, ids=ids)
            )

    def _answer(self, name: str, event: Payload, request: Request) -> None:
        """A mention comes twice, under two event ids, where the channel's messages are subscribed too."""
        if event.get("bot_id") or not request.person:
            return
        self._members.refresh(request.person, request.now)
        claim = f"message:{request.channel}:{event['ts']}"
        clips = [file["id"] for file in _files(event) if _is_clip(file)]
        others = [file["id"] for file in _files(event) if not _is_clip(file)]
        ids = {f"clip{number}": file for number, file in enumerate(clips, 1)}
        ids |= {f"file{number}": file for number, file in enumerate(others, 1)}
        source = read_source(event, request.channel, "")
        words, thread = str(event.get("text", "")), str(event.get("thread_ts") or "")
        self._do(name, replace(request, claim=claim, words=words, thread=thread, source=source, ids=ids))

    def _joined(self, event: Payload, request: Request) -> None:
        """Who was invited, by whom: the inviter is who sets the team up."""
        self._members.forget(request.person)
        name = "bot_joined" if request.person == self._bot_id else "member_joined"
        self._do(name, replace(request, ids={"inviter": str(event.get("inviter", ""))}))

    def _left(self, event: Payload, request: Request) -> None:
        self._members.forget(request.person)
        self._do("bot_left" if request.person == self._bot_id else "member_left", request)

    def _channel_changed(self, event: Payload, request: Request) -> None:
        self._do("channel_changed", request)

    def _was_removed(self, event: Payload, request: Request) -> None:
        self._do("bot_left", replace(request, person=self._bot_id))

    def _person_changed(self, event: Payload, request: Request) -> None:
        """Of people the bot has met, what they are now: one who becomes a guest stops posts at once, and loses Home."""
        person = slack.read_person(event["user"], self._workspace_id, request.now)
        with self._database.write() as session:
            if people.find_person(session, person.id) is not None:
                keep_described(session, person, request.now)
            has_posts = "posts" in session.info
        self._members.forget(request.person)
        if has_posts:
            self._performer.on_posts()

    def _do(self, name: str, request: Request) -> None:
        self._performer.perform(table.EVENTS[name], request)


def _read(event: Payload, event_id: object, now: datetime) -> Request:
    return Request(
        person=_id_of(event.get("user")),
        now=now,
        channel=_id_of(event.get("channel")),
        claim=f"event:{event_id}" if event_id else "",
    )


def _files(event: Payload) -> list[Payload]:
    return [file for file in event.get("files") or () if "id" in file]


def _is_clip(file: Payload) -> bool:
    """Recorded in Slack, which writes down what is said in it."""
    return file.get("subtype") == "slack_audio"


def _id_of(found: object) -> str:
    """Some events name a person or channel by id, others lay the whole object in."""
    if isinstance(found, dict):
        return str(found.get("id", ""))
    return found if isinstance(found, str) else ""
