"""What time it is: this machine's clock, or the practice workspace's. The only place that asks."""

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.request import ProxyHandler, Request, build_opener

FOLLOWS_EVERY_SECONDS = 0.5
JUMP = timedelta(seconds=2)


class Clock:
    """The machine's time, moved forward by as much as the practice workspace's clock was; never back."""

    def __init__(self, practice_url: str = "") -> None:
        self._practice_url = practice_url
        self._ahead = timedelta()
        self._announced: dict[str, datetime] = {}
        self._stop = threading.Event()
        self._follower = threading.Thread(target=self._keep_following, name="clock", daemon=True)
        self.on_jump: Callable[[], object] = lambda: None
        if practice_url:
            self.follow()

    def start(self) -> None:
        """From now on go along with the practice workspace's clock."""
        if self.is_practice:
            self._follower.start()

    @property
    def is_practice(self) -> bool:
        return bool(self._practice_url)

    def now(self) -> datetime:
        """Aware, in UTC."""
        return datetime.now(UTC) + self._ahead

    def follow(self) -> None:
        """Ask the practice workspace once; its silence leaves the clock as it is."""
        try:
            # A localhost address, checked in settings: no proxy could reach it.
            with build_opener(ProxyHandler({})).open(self._practice_url, timeout=2) as answer:
                theirs = datetime.fromisoformat(json.load(answer)["now"])
        except (OSError, ValueError, KeyError):
            return
        before = self._ahead
        self._ahead = max(before, theirs - datetime.now(UTC))
        if self._ahead - before > JUMP:
            self.on_jump()

    def announce(self, name: str, moment: datetime) -> None:
        """Tell the practice workspace what is waited for, so that a visitor can go there; no other clock listens."""
        if not self._practice_url or self._announced.get(name) == moment:
            return
        body = json.dumps({"name": name, "at": moment.isoformat()}).encode()
        head = {"Content-Type": "application/json"}
        asked = Request(self._practice_url, body, head, method="POST")  # noqa: S310  (localhost, checked in settings)
        try:
            build_opener(ProxyHandler({})).open(asked, timeout=2).close()
        except OSError:
            return
        self._announced[name] = moment

    def stop(self) -> None:
        """Ask no more; a question that is under way is waited for."""
        self._stop.set()
        if self._follower.is_alive():
            self._follower.join()

    def _keep_following(self) -> None:
        while not self._stop.wait(FOLLOWS_EVERY_SECONDS):
            self.follow()
