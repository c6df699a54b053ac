"""Tells whoever can mend it that something could not be said: once a day for each place and reason."""

import logging
from datetime import datetime

from sqlmodel import Session

from handlers import table
from handlers.conversation import Request
from handlers.rules.channel_safety import Unfit
from storage import claims
from storage.database import Database
from storage.outbox import Act, Post

log = logging.getLogger("roundtable")

# A message somebody deleted, a Home: nobody needs to hear that these could not be done.
NOT_WORTH_A_WORD = {"message_not_found", "cant_update_message", "cant_delete_message", "edit_window_closed"}
WORTH_A_WORD = {Act.SAY, Act.WHISPER, Act.DIRECT, Act.UPDATE, Act.WORK}


class Complaints:
    """Runs the verbs that know whom to tell. What they say is a row of the outbox like any other."""

    def __init__(self, database: Database, bot_id: str) -> None:
        self._database = database
        self._bot_id = bot_id

    def undelivered(self, session: Session, post: Post, error: str, now: datetime) -> None:
        """A row was dropped for good, in this transaction."""
        if error in NOT_WORTH_A_WORD or post.act not in WORTH_A_WORD:
            return
        place = post.channel_id or f"{post.person_id}:{post.ids.get('author', '')}"  # each who asked hears it
        claim = f"undelivered:{place}:{error}:{now.date()}"
        if claims.find_claim(session, claim) is None:
            claims.add_claim(session, claim, now, "", {})
            self._run("undelivered", session, post.channel_id, {"error": error, "post": post.id}, now)

    def unfit(self, channel_id: str, reason: Unfit, now: datetime) -> None:
        """A channel may not hear about students just now."""
        with self._database.write() as session:
            self._run("unfit", session, channel_id, {"error": reason.value}, now)

    def _run(self, name: str, session: Session, channel_id: str, ids: dict[str, int | str], now: datetime) -> None:
        request = Request(person="", now=now, channel=channel_id, ids=ids, bot=self._bot_id)
        table.EVENTS[name].run(request, session)
