"""What time it is: this machine's clock, or the practice workspace's. The only place that asks."""

import json
import threading
from datetime import UTC, datetime, timedelta
from urllib.request import urlopen

FOLLOWS_EVERY_SECONDS = 0.5


class Clock:
    """The machine's time, moved forward by as much as the practice workspace's clock was; never back."""

    def __init__(self, practice_url: str = "") -> None:
        self._practice_url = practice_url
        self._ahead = timedelta()
        self._stop = threading.Event()
        if practice_url:
            self.follow()
            threading.Thread(target=self._keep_following, name="clock", daemon=True).start()

    def now(self) -> datetime:
        """Aware, in UTC."""
        return datetime.now(UTC) + self._ahead

    def follow(self) -> None:
        """Ask the practice workspace once; its silence leaves the clock as it is."""
        try:
            with urlopen(self._practice_url, timeout=2) as answer:  # noqa: S310  (a localhost address, checked in settings)
                theirs = datetime.fromisoformat(json.load(answer)["now"])
        except (OSError, ValueError, KeyError):
            return
        self._ahead = max(self._ahead, theirs - datetime.now(UTC))

    def stop(self) -> None:
        self._stop.set()

    def _keep_following(self) -> None:
        while not self._stop.wait(FOLLOWS_EVERY_SECONDS):
            self.follow()
