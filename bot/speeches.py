"""Makes the words of an outbox row from the record as it stands now, for who may hear them now."""

import logging
from datetime import datetime

from bot import noting
from bot.members import Members
from handlers import table
from handlers.conversation import Answer, Home, Refusal, Reply, Request
from storage.database import Database
from storage.outbox import Post

log = logging.getLogger("roundtable")


class NothingToSay(Exception):
    """What this row told about is gone, or no longer this person's to hear."""


class Speeches:
    """Runs the speeches of handlers/table.py. Raises NothingToSay, and slack.SlackSilent where it cannot know."""

    def __init__(self, database: Database, members: Members, bot_id: str, workspace_url: str = "") -> None:
        self._database = database
        self._members = members
        self._bot_id = bot_id
        self._workspace_url = workspace_url

    def reply(self, post: Post, now: datetime) -> Reply:
        made = self._run(post, now)
        if not isinstance(made, Reply):
            raise NothingToSay
        return made

    def home(self, post: Post, now: datetime) -> Home:
        made = self._run(post, now)
        if not isinstance(made, Home):
            raise NothingToSay
        return made

    def request(self, post: Post, now: datetime) -> Request:
        """The row as a request: its receiver asks for it, or, with no person, the clock does."""
        is_administrator = bool(post.person_id) and self._members.is_administrator(post.person_id)
        return Request(
            person=post.person_id,
            now=now,
            channel=post.channel_id,
            ids=post.ids,
            is_administrator=is_administrator,
            bot=self._bot_id,
            workspace_url=self._workspace_url,
        )

    def _run(self, post: Post, now: datetime) -> Answer:
        if post.person_id:
            self._members.refresh(post.person_id, now)
        request = self.request(post, now)
        try:
            with self._database.read() as session:
                made = table.SPEECHES[post.about].run(request, session)
        except Refusal:
            raise NothingToSay from None
        noting.note_reading(self._database, request, made)
        return made
