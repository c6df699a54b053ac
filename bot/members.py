"""Keeps what the bot knows of people and their channels younger than a minute: access rests on it."""

import threading
from datetime import datetime, timedelta

from slack_sdk import WebClient

from bot import slack
from storage import people
from storage.database import Database

FRESH_FOR = timedelta(seconds=60)


class Members:
    """Asks Slack who somebody is and where they are a member, at most once a minute for each (PRV-04)."""

    def __init__(self, database: Database, client: WebClient, workspace_id: str) -> None:
        self._database = database
        self._client = client
        self._workspace_id = workspace_id
        self._checked: dict[str, datetime] = {}
        self._emails: dict[str, str] = {}
        self._asking: dict[str, threading.Lock] = {}

    def refresh(self, person_id: str, now: datetime) -> None:
        """Make sure that the person and their channels are known as of this minute. Raises slack.SlackSilent."""
        if self._is_fresh(person_id, now):
            return
        # Two requests of one person at once ask Slack once.
        with self._asking.setdefault(person_id, threading.Lock()):
            if not self._is_fresh(person_id, now):
                self._ask(person_id, now)

    def email_of(self, person_id: str) -> str:
        """As of the last check; empty for somebody not asked about yet."""
        return self._emails.get(person_id, "")

    def forget(self, person_id: str) -> None:
        """Ask again at the next request: something about the person has changed."""
        self._checked.pop(person_id, None)

    def _is_fresh(self, person_id: str, now: datetime) -> bool:
        checked = self._checked.get(person_id)
        return checked is not None and timedelta() <= now - checked < FRESH_FOR

    def _ask(self, person_id: str, now: datetime) -> None:
        user = slack.ask(self._client, "users.info", user=person_id)["user"]
        person = slack.read_person(user, self._workspace_id, now)
        listed = slack.pages(
            self._client,
            "users.conversations",
            "channels",
            user=person_id,
            types="public_channel,private_channel",
            exclude_archived="true",
        )
        channels = [slack.read_channel(one, now) for one in listed]
        email = person.email
        with self._database.write() as session:
            people.remember_person(session, person)
            for channel in channels:
                people.remember_channel(session, channel)
            people.set_channels_of(session, person_id, [channel.id for channel in channels])
        self._emails[person_id] = email
        self._checked[person_id] = now
