"""Looks at the channels of the next huddles in the quarter of an hour before: what is amiss is told while there is
time to mend it, and at the hour itself Slack need not be asked about all of them at once."""

import logging
from collections.abc import Callable
from datetime import timedelta
from itertools import islice

from bot import slack
from bot.apologies import shown
from bot.channels import Channels
from bot.clock import Clock
from handlers import table
from handlers.conversation import Request
from storage import huddle_channels
from storage.database import Busy, Database

log = logging.getLogger("roundtable")

LOOK_SECONDS = 10
AHEAD = timedelta(minutes=14)  # a post is at most a minute late, and what was seen counts for a quarter of an hour
AT_ONCE = 6  # in one look: Slack tells about some fifty channels a minute, and others ask too


class HuddleChannels:
    """A few channels at every look, each once before its huddle. Nothing is kept: looking again does no harm."""

    def __init__(self, database: Database, channels: Channels, clock: Clock, wake: Callable[[], object]) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock
        self._wake = wake

    def look(self) -> None:
        """Where Slack does not tell just now, the post itself will ask."""
        try:
            for channel_id in self._list_next():
                self._look_at(channel_id)
        except slack.SlackSilent as silence:
            log.warning("huddle channels: %s", silence.error)
        except Busy:
            log.warning("huddle channels: the memory is busy")
        except Exception as error:  # the next look must still come
            log.error("huddle channels: %s", shown(error))

    def _list_next(self) -> list[str]:
        now = self._clock.now()
        with self._database.read() as session:
            coming = huddle_channels.list_coming(session, now, AHEAD)
            unseen = (one.channel_id for one in coming if not one.was_looked_at_since(one.at - AHEAD))
            return list(islice(unseen, AT_ONCE))

    def _look_at(self, channel_id: str) -> None:
        now = self._clock.now()
        reason = self._channels.why_not_post(channel_id, now)
        found = Request(person="", now=now, channel=channel_id, ids={"error": reason.value if reason else ""})
        with self._database.write() as session:
            table.EVENTS["looked_again"].run(found, session)
        self._wake()
