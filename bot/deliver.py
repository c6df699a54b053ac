"""Says one row of the outbox in Slack: makes its words from the record now, looks whether Slack has it, sends."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from slack_sdk import WebClient

from bot import slack, traces, views
from bot.channels import Channels
from bot.complaints import Complaints
from bot.speeches import NothingToSay, Speeches
from handlers.conversation import Request
from handlers.huddles.queueing import PROMPT, STEP
from handlers.rules.channel_safety import Unfit
from storage import outbox
from storage.database import Database
from storage.outbox import Act, Post, State

NO_WAY_IN = {"not_in_channel", "channel_not_found", "user_not_in_channel", "is_archived"}
SCHEDULED = {PROMPT, STEP}  # their channels were looked at before, see bot/huddle_channels.py
HELD_FOR = timedelta(days=1)
HELD_SECONDS = 60.0
PARENT_SECONDS = 1.0


class Undeliverable(Exception):
    """This row will never be sent. `error` is the short reason; empty where there was nothing left to say."""

    def __init__(self, error: str = "") -> None:
        super().__init__(error)
        self.error = error


class NotYet(Exception):
    """Something has to happen first; nothing was tried."""

    def __init__(self, because: str, seconds: float) -> None:
        super().__init__(because)
        self.because = because
        self.seconds = seconds


class Deliverer:
    """Turns rows into calls of the Web API. Raises Undeliverable for good, NotYet or slack.SlackSilent for later."""

    def __init__(
        self, database: Database, client: WebClient, speeches: Speeches, channels: Channels, complaints: Complaints
    ) -> None:
        self._database = database
        self._client = client
        self._speeches = speeches
        self._channels = channels
        self._complaints = complaints
        self._direct: dict[str, str] = {}
        self._acts: Mapping[Act, Callable[[Post, datetime, bool], tuple[str, str]]] = {
            Act.SAY: self._say,
            Act.DIRECT: self._say,
            Act.WHISPER: self._whisper,
            Act.UPDATE: self._update,
            Act.DELETE: self._delete,
            Act.REACT: self._react,
            Act.HOME: self._home,
            Act.WORK: self._work,
        }
        self.works: Mapping[str, Callable[[Request], None]] = {}

    def deliver(self, post: Post, now: datetime, *, uncertain: bool) -> tuple[str, str]:
        """Do what the row says; returns Slack's channel and ts. `uncertain`: an earlier try may have arrived."""
        try:
            return self._acts[post.act](post, now, uncertain)
        except NothingToSay:
            raise Undeliverable from None
        except slack.SlackSilent as silence:
            if silence.is_passing and not self._is_about_receiver(post, silence):
                raise
            raise Undeliverable(silence.error) from None

    def _say(self, post: Post, now: datetime, uncertain: bool) -> tuple[str, str]:
        channel_id = self._open_direct(post.person_id) if post.act == Act.DIRECT else post.channel_id
        thread_ts = self._sent(post.under_id).ts if post.under_id else post.thread_ts or ""
        found = self._find_sent(post, channel_id, thread_ts) if uncertain else ""
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
            metadata=traces.mark(post),
            **views.message(self._speeches.reply(post, now)),
        )
        return channel_id, str(answer["ts"])

    def _whisper(self, post: Post, now: datetime, uncertain: bool) -> tuple[str, str]:
        """For one person's eyes; where the bot or the person is not in that channel, a direct message."""
        words = views.message(self._speeches.reply(post, now))
        try:
            place = {"channel": post.channel_id, "thread_ts": post.thread_ts}
            answer = slack.ask(self._client, "chat.postEphemeral", user=post.person_id, **place, **words)
        except slack.SlackSilent as silence:
            if silence.error not in NO_WAY_IN:
                raise
            directly = {"act": Act.DIRECT, "under_id": None, "thread_ts": None}
            return self._say(Post(**{**post.model_dump(), **directly}), now, uncertain)
        return post.channel_id, str(answer.get("message_ts", ""))

    def _update(self, post: Post, now: datetime, uncertain: bool) -> tuple[str, str]:
        target = self._sent(post.target_id)
        self._check_channel(post, now)
        words = views.message(self._speeches.reply(post, now))
        slack.ask(self._client, "chat.update", channel=target.sent_to, ts=target.ts, **words)
        return target.sent_to, target.ts

    def _delete(self, post: Post, now: datetime, uncertain: bool) -> tuple[str, str]:
        target = self._sent(post.target_id)
        slack.ask(self._client, "chat.delete", channel=target.sent_to, ts=target.ts)
        return target.sent_to, target.ts

    def _react(self, post: Post, now: datetime, uncertain: bool) -> tuple[str, str]:
        """There already is as good as put there."""
        ts = str(post.ids.get("ts", ""))
        try:
            slack.ask(self._client, "reactions.add", channel=post.channel_id, timestamp=ts, name=post.about)
        except slack.SlackSilent as silence:
            if silence.error != "already_reacted":
                raise
        return post.channel_id, ts

    def _home(self, post: Post, now: datetime, uncertain: bool) -> tuple[str, str]:
        made = views.home(self._speeches.home(post, now))
        slack.ask(self._client, "views.publish", user_id=post.person_id, view=made)
        return "", ""

    def _work(self, post: Post, now: datetime, uncertain: bool) -> tuple[str, str]:
        self.works[post.about](self._speeches.request(post, now))
        return "", ""

    def _check_channel(self, post: Post, now: datetime) -> None:
        """Student facts wait while the channel is not fit for them; after a day they are dropped (PRV-10, PRV-11)."""
        if not post.tells_of_students or post.act == Act.DIRECT:
            return
        is_scheduled = post.act == Act.SAY and post.about in SCHEDULED
        reason = self._channels.why_not_post(post.channel_id, now, is_scheduled=is_scheduled)
        if reason is None:
            return
        self._complaints.unfit(post.channel_id, reason, now)
        if reason in {Unfit.GONE, Unfit.ARCHIVED} or now - post.made_at > HELD_FOR:
            raise Undeliverable(reason.value)
        raise NotYet(reason.value, HELD_SECONDS)

    def _sent(self, post_id: int | None) -> Post:
        """The row this one hangs on, once it has been sent; one that never will be takes this one with it."""
        if post_id is None:
            raise Undeliverable
        with self._database.read() as session:
            parent = outbox.get_post(session, post_id)
        if parent.state == State.DROPPED:
            raise Undeliverable
        if parent.state != State.SENT:
            raise NotYet("waits_for_parent", PARENT_SECONDS)
        return parent

    def _find_sent(self, post: Post, channel_id: str, thread_ts: str) -> str:
        try:
            return traces.find_sent(self._client, post, channel_id, thread_ts)
        except slack.SlackSilent as silence:
            if silence.error != "missing_scope":
                raise
        if post.tells_of_students:  # cannot look: rather told to the lead than said twice
            raise Undeliverable("unsure")
        return ""

    def _is_about_receiver(self, post: Post, silence: slack.SlackSilent) -> bool:
        """Slack has one word, account_inactive, for a receiver who has left and for a bot that was thrown out."""
        if silence.error != "account_inactive" or not post.person_id:
            return False
        try:
            slack.ask(self._client, "auth.test")
        except slack.SlackSilent:
            return False
        return True

    def _open_direct(self, person_id: str) -> str:
        if person_id not in self._direct:
            opened = slack.ask(self._client, "conversations.open", users=person_id)
            self._direct[person_id] = opened["channel"]["id"]
        return self._direct[person_id]
