"""Says one row of the outbox in Slack: makes its words from the record now, looks whether Slack has it, sends."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient
from sqlmodel import Session

from bot import slack, views
from bot.channels import Channels
from bot.members import Members
from handlers import table
from handlers.conversation import Home, Refusal, Reply, Request
from handlers.rules.channel_safety import Unfit
from storage import outbox
from storage.database import Database
from storage.outbox import Act, Post, State

METADATA = "roundtable_post"
# Where Slack says one of these, trying again will not help.
FINAL = {
    "account_inactive", "cannot_dm_bot", "cant_delete_message", "cant_update_message", "channel_not_found",
    "edit_window_closed", "ekm_access_denied", "invalid_arguments", "invalid_auth", "invalid_blocks",
    "is_archived", "message_not_found", "missing_scope", "msg_blocks_too_long", "msg_too_long", "no_permission",
    "not_authed", "not_in_channel", "restricted_action", "thread_not_found", "token_revoked", "user_disabled",
    "user_is_bot", "user_not_found", "user_not_in_channel", "view_too_large",
}  # fmt: skip
# Nobody needs to hear that a message somebody deleted could not be changed.
NOT_WORTH_A_WORD = {"message_not_found", "cant_update_message", "cant_delete_message", "edit_window_closed"}
UNSURE_FOR = timedelta(minutes=2)
HELD_FOR = timedelta(days=1)
HELD_SECONDS = 60.0


class Undeliverable(Exception):
    """This row will never be sent. `error` is the short reason; empty where there was nothing left to say."""

    def __init__(self, error: str = "") -> None:
        super().__init__(error)
        self.error = error


class Deliverer:
    """Turns rows into calls of the Web API. Raises Undeliverable for good, slack.SlackSilent for another try."""

    def __init__(
        self, database: Database, client: WebClient, members: Members, channels: Channels, bot_id: str
    ) -> None:
        self._database = database
        self._client = client
        self._members = members
        self._channels = channels
        self._bot_id = bot_id
        self._direct: dict[str, str] = {}
        self._acts: Mapping[Act, Callable[[Post, datetime, bool], tuple[str, str]]] = {
            Act.SAY: self._say,
            Act.DIRECT: self._say,
            Act.WHISPER: self._whisper,
            Act.UPDATE: self._update,
            Act.DELETE: self._delete,
            Act.HOME: self._home,
            Act.WORK: self._work,
        }
        self.works: dict[str, Callable[[Request], None]] = {}

    def deliver(self, post: Post, now: datetime, *, uncertain: bool) -> tuple[str, str]:
        """Do what the row says; returns Slack's channel and ts. `uncertain`: an earlier try may have arrived."""
        try:
            return self._acts[post.act](post, now, uncertain)
        except slack.SlackSilent as silence:
            if silence.error in FINAL:
                raise Undeliverable(silence.error) from None
            raise

    def tell_of_failure(self, session: Session, post: Post, failure: Undeliverable, now: datetime) -> None:
        """Queue a word to whoever can mend it, once a day for each channel and reason."""
        if failure.error not in NOT_WORTH_A_WORD and post.act in {Act.SAY, Act.UPDATE}:
            request = Request(
                person="",
                now=now,
                channel=post.channel_id,
                ids={"error": failure.error, "post": post.id},
                bot=self._bot_id,
            )
            table.EVENTS["undelivered"].run(request, session)

    def _say(self, post: Post, now: datetime, uncertain: bool) -> tuple[str, str]:
        channel_id = self._open_direct(post.person_id) if post.act == Act.DIRECT else post.channel_id
        thread_ts = self._thread_of(post)
        if uncertain:
            found = self._find_sent(post, channel_id, thread_ts)
            if found:
                return channel_id, found
        self._check_channel(post, now)
        answer = slack.ask(
            self._client,
            "chat.postMessage",
            channel=channel_id,
            thread_ts=thread_ts or None,
            unfurl_links=False,
            unfurl_media=False,
            metadata={"event_type": METADATA, "event_payload": {"post": post.id}},
            **views.message(self._words(post, now)),
        )
        return channel_id, str(answer["ts"])

    def _whisper(self, post: Post, now: datetime, uncertain: bool) -> tuple[str, str]:
        """For one person's eyes; where the bot or the person is not in that channel, a direct message."""
        words = self._words(post, now)
        try:
            answer = slack.ask(
                self._client,
                "chat.postEphemeral",
                channel=post.channel_id,
                user=post.person_id,
                **views.message(words),
            )
        except slack.SlackSilent as silence:
            if silence.error not in {"not_in_channel", "channel_not_found", "user_not_in_channel", "is_archived"}:
                raise
            return self._say(Post(**{**post.model_dump(), "act": Act.DIRECT}), now, uncertain)
        return post.channel_id, str(answer.get("message_ts", ""))

    def _update(self, post: Post, now: datetime, uncertain: bool) -> tuple[str, str]:
        target = self._target_of(post)
        self._check_channel(post, now)
        words = views.message(self._words(post, now))
        slack.ask(self._client, "chat.update", channel=target.sent_to, ts=target.ts, **words)
        return target.sent_to, target.ts

    def _delete(self, post: Post, now: datetime, uncertain: bool) -> tuple[str, str]:
        target = self._target_of(post)
        slack.ask(self._client, "chat.delete", channel=target.sent_to, ts=target.ts)
        return target.sent_to, target.ts

    def _home(self, post: Post, now: datetime, uncertain: bool) -> tuple[str, str]:
        self._members.refresh(post.person_id, now)
        with self._database.read() as session:
            made = table.SPEECHES[post.about].run(self._request(post, now), session)
        if not isinstance(made, Home):
            raise Undeliverable
        slack.ask(self._client, "views.publish", user_id=post.person_id, view=views.home(made))
        return "", ""

    def _work(self, post: Post, now: datetime, uncertain: bool) -> tuple[str, str]:
        if post.person_id:
            self._members.refresh(post.person_id, now)
        self.works[post.about](self._request(post, now))
        return "", ""

    def _words(self, post: Post, now: datetime) -> Reply:
        """The words, from the record as it stands now, for who may hear them now."""
        if post.person_id:
            self._members.refresh(post.person_id, now)
        try:
            with self._database.read() as session:
                made = table.SPEECHES[post.about].run(self._request(post, now), session)
        except Refusal:
            raise Undeliverable from None
        if not isinstance(made, Reply):
            raise Undeliverable
        return made

    def _request(self, post: Post, now: datetime) -> Request:
        return Request(person=post.person_id, now=now, channel=post.channel_id, ids=post.ids, bot=self._bot_id)

    def _check_channel(self, post: Post, now: datetime) -> None:
        """Student facts wait while the channel is not fit for them; after a day they are dropped (PRV-10, PRV-11)."""
        if not post.tells_of_students:
            return
        reason = self._channels.why_not(post.channel_id, now)
        if reason is None:
            return
        with self._database.write() as session:
            request = Request(
                person="", now=now, channel=post.channel_id, ids={"error": reason.value}, bot=self._bot_id
            )
            table.EVENTS["unfit"].run(request, session)
        if reason in {Unfit.GONE, Unfit.ARCHIVED} or now - post.made_at > HELD_FOR:
            raise Undeliverable(reason.value)
        raise slack.SlackSilent(reason.value, retry_after=HELD_SECONDS)

    def _thread_of(self, post: Post) -> str:
        if post.under_id is None:
            return ""
        with self._database.read() as session:
            return outbox.get_post(session, post.under_id).ts

    def _target_of(self, post: Post) -> Post:
        if post.target_id is None:
            raise Undeliverable
        with self._database.read() as session:
            target = outbox.get_post(session, post.target_id)
        if target.state != State.SENT:
            raise Undeliverable
        return target

    def _find_sent(self, post: Post, channel_id: str, thread_ts: str) -> str:
        """The ts of this very row's message, if Slack has it: our metadata says which row it is."""
        since = (post.claimed_at or post.made_at) - UNSURE_FOR
        arguments: dict[str, Any] = {
            "channel": channel_id,
            "oldest": f"{min(since, post.made_at).timestamp():.6f}",
            "include_all_metadata": True,
        }
        method = "conversations.replies" if thread_ts else "conversations.history"
        if thread_ts:
            arguments["ts"] = thread_ts
        for message in slack.pages(self._client, method, "messages", **arguments):
            metadata = message.get("metadata") or {}
            payload = metadata.get("event_payload") or {}
            if metadata.get("event_type") == METADATA and payload.get("post") == post.id:
                return str(message["ts"])
        return ""

    def _open_direct(self, person_id: str) -> str:
        if person_id not in self._direct:
            opened = slack.ask(self._client, "conversations.open", users=person_id)
            self._direct[person_id] = opened["channel"]["id"]
        return self._direct[person_id]
