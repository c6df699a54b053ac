"""People who type one check-in after the other, each again until it is confirmed, as people do."""

import random
import threading
import time
from typing import Self

from sandbox.visitor import Visitor
from tests.cast import Cast
from tests.faults.school import WRITERS, Place

CONFIRMED = ("Kept.", "kept them once")
PATIENCE_SECONDS = 300.0


class Writer(threading.Thread):
    """One adult. What was confirmed stands in `confirmed`; what was given up in the end in `given_up`."""

    def __init__(self, name: str, visitor: Visitor, places: list[Place], pause: float, enough: threading.Event) -> None:
        super().__init__(name=name, daemon=True)
        self._visitor = visitor
        self._places = places
        self._pause = pause
        self._enough = enough
        self.confirmed: dict[str, Place] = {}
        self.given_up: list[str] = []
        self.tries = 0

    def run(self) -> None:
        number = 0
        while not self._enough.is_set():
            number += 1
            self._write(f"{self.name}-{number}", random.choice(self._places))
            time.sleep(random.uniform(0.0, self._pause))

    def _write(self, mark: str, place: Place) -> None:
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            self.tries += 1
            came = self._visitor.types(f"/checkin {place.student}: did step {mark} today", channel=place.channel)
            if any(words in came.text for words in CONFIRMED):
                self.confirmed[mark] = place
                return
            time.sleep(random.uniform(0.2, 0.8))
        self.given_up.append(mark)


class Writers:
    """All of them at once."""

    def __init__(self, cast: Cast, places: list[Place], pause: float = 0.2) -> None:
        self._enough = threading.Event()
        self._all = [Writer(name, getattr(cast, name), places, pause, self._enough) for name in WRITERS]

    def __enter__(self) -> Self:
        for one in self._all:
            one.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._enough.set()
        if kind is None:  # else the bot may be gone, and nobody will ever be answered
            self._join()

    def finish(self) -> dict[str, Place]:
        """Everybody is confirmed what they are just at; returns all that was confirmed, and where."""
        self._enough.set()
        self._join()
        assert [mark for one in self._all for mark in one.given_up] == []
        return {mark: place for one in self._all for mark, place in one.confirmed.items()}

    def write_on(self, more: int) -> None:
        """Until so many more are confirmed."""
        wanted = self._confirmed() + more
        until = time.monotonic() + PATIENCE_SECONDS
        while self._confirmed() < wanted:
            assert time.monotonic() < until, "nobody is confirmed anything any more"
            time.sleep(0.05)

    @property
    def tries(self) -> int:
        return sum(one.tries for one in self._all)

    def _confirmed(self) -> int:
        return sum(len(one.confirmed) for one in self._all)

    def _join(self) -> None:
        for one in self._all:
            one.join()
