"""Looks at a channel again before anything about a student is said in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from slack_sdk import WebClient
from sqlmodel import Session

from bot import slack
from bot.described import keep_described
from handlers import table, telling
from handlers.conversation import Request
from handlers.rules.channel_safety import ChannelState, Unfit, why_not
from storage import people, teams
from storage.database import Database
from storage.people import Channel, Person

FRESH_FOR = timedelta(seconds=60)
COUNTS_FOR = timedelta(minutes=15)  # for a scheduled post, see bot/huddle_channels.py
GONE = {"channel_not_found", "not_in_channel", "method_not_supported_for_channel_type"}
DESCRIBED_FOR = timedelta(days=1)  # changes of a person come by event; one in a day may get lost
AT_ONCE = 20  # strangers described before they are stored, so that a long list is not begun again


class Channels:
    """What the bot knows of channels and everybody in them, never older than a minute when it posts."""

    def __init__(self, database: Database, client: WebClient, workspace_id: str, bot_id: str) -> None:
        self._database = database
        self._client = client
        self._workspace_id = workspace_id
        self._bot_id = bot_id
        self._began: datetime | None = None  # when this process first asked
        self.on_posts: Callable[[], object] = lambda: None

    def why_not_post(self, channel_id: str, now: datetime, *, is_scheduled: bool = False) -> Unfit | None:
        """The reason just before a post: a member may have been made a guest while nobody listened (PRV-11).

        Where Slack is asked too often, what was seen in the last quarter of an hour counts for a scheduled post, unless
        an event has told of a change since (PRV-10). Raises slack.SlackSilent.
        """
        try:
            self.refresh(channel_id, now)
            self._describe_anew(channel_id, now)
        except slack.SlackSilent as silence:
            if not is_scheduled or silence.error != "ratelimited" or not self._was_looked_at(channel_id, now):
                raise
        return self._judge(channel_id)

    def why_not(self, channel_id: str, now: datetime) -> Unfit | None:
        """The reason why no student facts go there now, or None. Raises slack.SlackSilent."""
        self.refresh(channel_id, now)
        return self._judge(channel_id)

    def _judge(self, channel_id: str) -> Unfit | None:
        """By what is known of the channel."""
        with self._database.read() as session:
            channel = people.find_channel(session, channel_id)
            if channel is None:
                return Unfit.GONE
            state = ChannelState(channel.is_private, channel.is_shared, channel.is_archived, channel.has_bot)
            outsiders = [one.id for one in people.list_described(session, channel_id) if one.is_outsider]
            admitted = teams.list_admitted(session, channel_id) if outsiders else []
        return why_not(state, outsiders, admitted)

    def refresh(self, channel_id: str, now: datetime) -> None:
        """Ask Slack about the channel and its members, unless that is less than a minute ago."""
        known = self._find(channel_id)
        if known and _is_fresh(known, now, FRESH_FOR):
            return
        try:
            described = slack.ask(self._client, "conversations.info", channel=channel_id)["channel"]
            member_ids = self._list_members(channel_id)
        except slack.SlackSilent as silence:
            if silence.error not in GONE:
                raise
            self._lose(channel_id, now)
            return
        self._meet(member_ids, now)
        self._store(slack.read_channel(described, now), member_ids, now)

    def refresh_members(self, channel_id: str, now: datetime) -> datetime:
        """Ask who is in the channel, unless that is less than a minute ago. Returns when that was."""
        known = self._find(channel_id)
        if known and known.members_checked_at and abs(now - known.members_checked_at) < FRESH_FOR:
            return known.members_checked_at
        try:
            member_ids = self._list_members(channel_id)
        except slack.SlackSilent as silence:
            if silence.error not in GONE:
                raise
            self._lose(channel_id, now)
        else:
            self._store(known or Channel(id=channel_id), member_ids, now)
        return now

    def _was_looked_at(self, channel_id: str, now: datetime) -> bool:
        known = self._find(channel_id)
        return known is not None and _is_fresh(known, now, COUNTS_FOR)

    def _find(self, channel_id: str) -> Channel | None:
        with self._database.read() as session:
            return people.find_channel(session, channel_id)

    def _list_members(self, channel_id: str) -> list[str]:
        return list(slack.pages(self._client, "conversations.members", "members", channel=channel_id))

    def _meet(self, member_ids: list[str], now: datetime) -> None:
        """Have Slack describe the members nobody has asked about yet: one of them may be a guest."""
        with self._database.read() as session:
            known = people.find_people(session, member_ids)
        self._describe_all([person_id for person_id in member_ids if person_id not in known], now)

    def _describe_anew(self, channel_id: str, now: datetime) -> None:
        """Those last described before this process began, or longer than a day ago."""
        self._began = self._began or now
        since = max(self._began, now - DESCRIBED_FOR)
        with self._database.read() as session:
            members = people.list_described(session, channel_id)
        self._describe_all([one.id for one in members if one.checked_at is None or one.checked_at < since], now)

    def _describe_all(self, strangers: list[str], now: datetime) -> None:
        for start in range(0, len(strangers), AT_ONCE):
            met = [self._describe(person_id, now) for person_id in strangers[start : start + AT_ONCE]]
            with self._noticing() as session:
                for person in met:
                    keep_described(session, person, now)

    def _describe(self, person_id: str, now: datetime) -> Person:
        user = slack.ask(self._client, "users.info", user=person_id)["user"]
        return slack.read_person(user, self._workspace_id, now)

    def _store(self, channel: Channel, member_ids: list[str], now: datetime) -> None:
        with self._noticing() as session:
            channel.has_bot = self._bot_id in member_ids
            stored = people.remember_channel(session, channel)
            stored.members_checked_at = now
            gone = people.set_members(session, channel.id, member_ids)
            if channel.has_bot and teams.find_team_in(session, channel.id) is not None:
                for person_id in sorted(gone):
                    telling.see_who_left(session, Request(person="", now=now), channel.id, person_id)

    def _lose(self, channel_id: str, now: datetime) -> None:
        with self._noticing() as session:
            table.EVENTS["bot_left"].run(Request(person="", now=now, channel=channel_id), session)
            lost = people.find_channel(session, channel_id) or Channel(id=channel_id)
            lost.has_bot, lost.checked_at, lost.members_checked_at = False, now, now
            session.add(lost)

    @contextmanager
    def _noticing(self) -> Iterator[Session]:
        """A change; whoever is to hear of it hears at once."""
        with self._database.write() as session:
            yield session
            has_posts = "posts" in session.info
        if has_posts:
            self.on_posts()


def _is_fresh(known: Channel, now: datetime, span: timedelta) -> bool:
    checks = (known.checked_at, known.members_checked_at)
    return all(check is not None and abs(now - check) < span for check in checks)
