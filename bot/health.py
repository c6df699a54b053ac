"""Says how the bot is, to a monitor: numbers and yes or no, no names."""

from typing import Any

from bot import slack
from bot.app import Roundtable
from storage import condition

BEAT_SECONDS = 30


class Pulse:
    """Asks Slack every half minute whether it still knows the bot. Over HTTP there is no line to look at."""

    def __init__(self, roundtable: Roundtable) -> None:
        self._roundtable = roundtable
        self._is_connected = True  # it has just been introduced
        roundtable.schedule.every(BEAT_SECONDS, self.beat)

    def beat(self) -> None:
        try:
            slack.ask(self._roundtable.client, "auth.test")
            self._is_connected = True
        except slack.SlackSilent:
            self._is_connected = False

    def look(self) -> dict[str, Any]:
        """`ok` is what a monitor needs; the rest says why not."""
        is_running = self._roundtable.schedule.is_running
        return {
            "ok": self._is_connected and is_running,
            "connected": self._is_connected,
            "last_event_seconds": self._age_of_last_event(),
            "outbox_waiting": self._count_unsent(),
            "schedule_running": is_running,
        }

    def _age_of_last_event(self) -> float | None:
        heard_at = self._roundtable.listener.last_heard_at
        return None if heard_at is None else round((self._roundtable.clock.now() - heard_at).total_seconds(), 1)

    def _count_unsent(self) -> int:
        with self._roundtable.database.read() as session:
            return condition.count_unsent(session)
