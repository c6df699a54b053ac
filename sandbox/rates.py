"""How often Slack lets an app call each method, as data, and the bucket that counts."""

import math
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """So many calls a minute, saved up to `burst` of them."""

    per_minute: int
    burst: int


# Tiers as Slack's rate-limit page names them; a minute's worth may come at once.
TIER_1, TIER_2, TIER_3, TIER_4 = Rate(1, 1), Rate(20, 20), Rate(50, 50), Rate(100, 100)
POSTING = Rate(60, 5)  # about one a second in each channel, short bursts allowed
SPECIAL = Rate(600, 600)  # auth.test, chat.getPermalink: hundreds a minute


class Pace:
    """Counts calls in buckets that fill up again as time goes by."""

    def __init__(self, *, on: bool) -> None:
        self.on = on
        self._buckets: dict[str, tuple[float, float]] = {}

    def wait_before(self, bucket: str, rate: Rate) -> int:
        """0 when the call may pass (and is counted), else Slack's Retry-After in whole seconds."""
        if not self.on:
            return 0
        now, per_second = time.monotonic(), rate.per_minute / 60
        left, seen = self._buckets.get(bucket, (float(rate.burst), now))
        left = min(float(rate.burst), left + (now - seen) * per_second)
        if left < 1:
            self._buckets[bucket] = (left, now)
            return math.ceil((1 - left) / per_second)
        self._buckets[bucket] = (left - 1, now)
        return 0
