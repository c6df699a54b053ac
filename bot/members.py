"""Keeps what the bot knows of people and their channels younger than a minute: access rests on it."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from slack_sdk import WebClient
from sqlmodel import Session

from bot import slack
from bot.channels import Channels
from bot.described import keep_described
from bot.settings import Settings
from handlers import telling
from handlers.conversation import Request
from handlers.teams.arrive import forget_freshness
from storage import people, teams
from storage.database import Database
from storage.people import Channel, Person

FRESH_FOR = timedelta(seconds=60)
MOST_LISTED = 999  # Slack's most in one answer: a second one would take a second call
ASKERS = 20  # as many as there are listeners at once


class Members:
    """Asks Slack who somebody is and where they are a member, at most once a minute for each (PRV-04)."""

    def __init__(
        self, database: Database, client: WebClient, channels: Channels, settings: Settings, workspace_id: str
    ) -> None:
        self._database = database
        self._client = client
        self._channels = channels
        self._settings = settings
        self._workspace_id = workspace_id
        self._checked: dict[str, datetime] = {}
        self._changes: dict[str, int] = {}
        self._asking: dict[str, threading.Lock] = {}
        self._askers = ThreadPoolExecutor(ASKERS, thread_name_prefix="members")
        self._listing_rests_until = 0.0
        self.on_posts: Callable[[], object] = lambda: None

    def refresh(self, person_id: str, now: datetime) -> None:
        """Make sure that the person and their channels are known as of this minute. Raises slack.SlackSilent."""
        if self._is_fresh(person_id, now):
            return
        # Two requests of one person at once ask Slack once.
        with self._asking.setdefault(person_id, threading.Lock()):
            if not self._is_fresh(person_id, now):
                self._ask(person_id, now)

    def forget(self, person_id: str) -> None:
        """Ask again at the next request: something about the person has changed."""
        self._changes[person_id] = self._changes.get(person_id, 0) + 1
        self._checked.pop(person_id, None)

    def is_administrator(self, person_id: str) -> bool:
        """Whether ROUNDTABLE_ADMINS names the person, by id or by the e-mail Slack last told."""
        if self._settings.is_administrator(person_id, "") or not self._settings.names_by_email:
            return person_id in self._settings.admins
        with self._database.read() as session:
            known = people.find_person(session, person_id)
        return known is not None and self._settings.is_administrator(person_id, known.email)

    def stop(self) -> None:
        self._askers.shutdown(wait=True, cancel_futures=True)

    def _is_fresh(self, person_id: str, now: datetime) -> bool:
        checked = self._checked.get(person_id)
        # Of two requests at once the later may have asked first; a clock set back far makes nothing fresh.
        return checked is not None and abs(now - checked) < FRESH_FOR

    def _ask(self, person_id: str, now: datetime) -> None:
        changes = self._changes.get(person_id, 0)
        describing = self._askers.submit(self._describe, person_id, now)  # the two calls at once: time is short
        listed = self._list_channels(person_id, now)
        person = describing.result()
        checked = now if listed is not None else self._look_into_channels(person_id, now)
        with self._database.write() as session:
            if person is not None:
                keep_described(session, person, now)
            # What changed while Slack was asked is stored already, and newer than the answer.
            is_newest = self._changes.get(person_id, 0) == changes
            if is_newest and listed is not None:
                _store_channels(session, person_id, listed, now)
            has_posts = "posts" in session.info
        if is_newest:
            self._checked[person_id] = checked
        if has_posts:
            self.on_posts()

    def _describe(self, person_id: str, now: datetime) -> Person | None:
        """The person; None where Slack is asked too often and changes reach us by event anyway."""
        try:
            user = slack.ask(self._client, "users.info", user=person_id)["user"]
        except slack.SlackSilent as silence:
            if silence.error == "ratelimited" and self._is_known(person_id):
                return None
            raise
        return slack.read_person(user, self._workspace_id, now)

    def _is_known(self, person_id: str) -> bool:
        with self._database.read() as session:
            return people.find_person(session, person_id) is not None

    def _list_channels(self, person_id: str, now: datetime) -> list[Channel] | None:
        """The channels of this person that the bot can see; None where Slack is asked that too often."""
        if time.monotonic() < self._listing_rests_until:
            return None
        asked = {"user": person_id, "types": "public_channel,private_channel", "limit": MOST_LISTED}
        try:
            listed = list(slack.pages(self._client, "users.conversations", "channels", **asked))
        except slack.SlackSilent as silence:
            if silence.error != "ratelimited":
                raise
            self._listing_rests_until = time.monotonic() + silence.retry_after
            return None
        return [slack.read_channel(one, now) for one in listed]

    def _look_into_channels(self, person_id: str, now: datetime) -> datetime:
        """The other way round: who is in each channel this person was in. Returns when the eldest was looked at."""
        with self._database.read() as session:
            known = people.list_channels_of(session, person_id)
        looks = self._askers.map(lambda channel_id: self._channels.refresh_members(channel_id, now), known)
        return min([now, *looks])


def _store_channels(session: Session, person_id: str, listed: list[Channel], now: datetime) -> None:
    """Teams live in private channels alone: being in one that has turned public opens nothing.

    One that is not listed they may have left, or the bot has: the channel is asked.
    """
    known = {one.id for one in people.find_channels(session, [one.id for one in listed])}
    for channel in listed:
        if channel.is_private or channel.id in known:
            people.remember_channel(session, channel)
    gone = people.set_channels_of(session, person_id, [one.id for one in listed if one.is_private])
    for team in teams.find_teams_in(session, gone - {one.id for one in listed}):
        forget_freshness(session, team.channel_id)
        telling.see_who_left(session, Request(person="", now=now), team.channel_id, person_id)
