"""Trigger ids: the three seconds in which the app may open a form for a person, once."""

import itertools
import time

from sandbox.wire import Refused

LIFE_SECONDS = 3.0
REMEMBERED = 10_000


class Triggers:
    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._live: dict[str, tuple[str, float]] = {}
        self._used: set[str] = set()

    def new(self, user: str) -> str:
        trigger_id = f"{next(self._numbers)}.{time.time_ns()}.practice"
        self._live[trigger_id] = (user, time.monotonic())
        if len(self._live) > REMEMBERED:
            self._forget(next(iter(self._live)))
        return trigger_id

    def _forget(self, trigger_id: str) -> None:
        self._live.pop(trigger_id)
        self._used.discard(trigger_id)

    def use(self, trigger_id: str) -> str:
        """The person the trigger belongs to; refused when late, second or unknown."""
        if trigger_id in self._used:
            raise Refused("exchanged_trigger_id")
        if trigger_id not in self._live:
            raise Refused("invalid_trigger_id")
        user, born = self._live[trigger_id]
        if time.monotonic() - born > LIFE_SECONDS:
            raise Refused("expired_trigger_id")
        self._used.add(trigger_id)
        return user
