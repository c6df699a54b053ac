"""response_urls: five answers within thirty minutes, tied to what the person did."""

import secrets
from dataclasses import dataclass

from sandbox.clock import Clock
from sandbox.wire import Refused

USES = 5
LIFE_SECONDS = 30 * 60
REMEMBERED = 10_000


@dataclass
class Reply:
    """Where an answer to a response_url goes."""

    user: str
    channel_id: str
    born: float
    uses: int = 0
    message_ts: str | None = None  # the message acted upon, None for a command
    is_ephemeral: bool = False
    thread_ts: str | None = None


class ResponseUrls:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._live: dict[str, Reply] = {}

    def new(self, user: str, channel_id: str, **origin: object) -> str:
        """The secret last part of a new response_url."""
        name = secrets.token_hex(12)
        self._live[name] = Reply(user, channel_id, self._clock.time(), **origin)  # type: ignore[arg-type]
        if len(self._live) > REMEMBERED:
            self._live.pop(next(iter(self._live)))
        return name

    def use(self, name: str) -> Reply:
        reply = self._live.get(name)
        if reply is None or self._clock.time() - reply.born > LIFE_SECONDS:
            raise Refused("expired_url")
        if reply.uses >= USES:
            raise Refused("used_url")
        reply.uses += 1
        return reply
