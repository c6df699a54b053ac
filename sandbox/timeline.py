"""The messages of one channel in the order they were written, with their threads beside them."""

from collections import Counter
from collections.abc import Iterator

from sandbox.wire import Json


class Timeline:
    """A reply stands in its thread; one that was also sent to the channel stands in both."""

    def __init__(self) -> None:
        self._all: dict[str, Json] = {}
        self._top: dict[str, Json] = {}
        self._threads: dict[str, dict[str, Json]] = {}
        self._repliers: dict[str, Counter[str]] = {}
        self._ephemerals: dict[str, dict[str, Json]] = {}

    def add(self, message: Json) -> None:
        ts, thread_ts = message["ts"], message.get("thread_ts")
        if thread_ts and thread_ts != ts:
            if ts not in self._all:
                self._repliers.setdefault(thread_ts, Counter())[message["user"]] += 1
            self._threads.setdefault(thread_ts, {})[ts] = message
        self._all[ts] = message
        if not thread_ts or thread_ts == ts or message.get("subtype") == "thread_broadcast":
            self._top[ts] = message

    def find(self, ts: str) -> Json | None:
        return self._all.get(ts)

    def remove(self, ts: str) -> Json | None:
        message = self._all.pop(ts, None)
        if message is None:
            return None
        self._top.pop(ts, None)
        thread_ts = message.get("thread_ts", ts)
        if self._threads.get(thread_ts, {}).pop(ts, None) is not None:
            self._repliers[thread_ts] -= Counter([message["user"]])
        return message

    def top(self) -> Iterator[Json]:
        """What the channel itself shows, newest first."""
        return reversed(self._top.values())

    def replies(self, thread_ts: str) -> list[Json]:
        return list(self._threads.get(thread_ts, {}).values())

    def last_ts(self) -> str:
        ephemerals = [max(kept, default="0.0") for kept in self._ephemerals.values()]
        return max([max(self._all, default="0.0"), *ephemerals])

    def everything(self) -> Iterator[Json]:
        return iter(list(self._all.values()))

    def thread_facts(self, message: Json) -> Json:
        """What Slack adds to a message that has replies."""
        replies = self._threads.get(message["ts"])
        if not replies:
            return {}
        users = list(self._repliers[message["ts"]])
        return {
            "thread_ts": message["ts"],
            "reply_count": len(replies),
            "reply_users_count": len(users),
            "latest_reply": next(reversed(replies)),
            "reply_users": users[:5],
            "is_locked": False,
            "subscribed": False,
        }

    def add_ephemeral(self, user: str, message: Json) -> None:
        self._ephemerals.setdefault(user, {})[message["ts"]] = message

    def ephemerals(self, user: str) -> list[Json]:
        return list(self._ephemerals.get(user, {}).values())

    def find_ephemeral(self, user: str, ts: str) -> Json | None:
        return self._ephemerals.get(user, {}).get(ts)

    def remove_ephemeral(self, user: str, ts: str) -> Json | None:
        return self._ephemerals.get(user, {}).pop(ts, None)
