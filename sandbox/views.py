"""The forms a person has open, one upon another, and each person's Home."""

import secrets
from typing import Any

from sandbox.clock import Clock
from sandbox.identity import APP_ID, BOT_ID, TEAM_ID
from sandbox.wire import Json, Refused

DEEPEST = 3
_TAKEN = (
    *("type", "title", "submit", "close", "blocks", "callback_id", "private_metadata", "external_id"),
    *("clear_on_close", "notify_on_close", "submit_disabled"),
)


class Views:
    """Each person has one stack of at most three forms; the last is the one they see."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._stacks: dict[str, list[Json]] = {}

    def new(self, written: Json) -> Json:
        """A view as Slack keeps it: with an id, a hash, and every missing block_id and action_id."""
        view_id = "V" + secrets.token_hex(5).upper()
        defaults = {"private_metadata": "", "callback_id": "", "external_id": "", "title": None}
        return {
            "id": view_id,
            "team_id": TEAM_ID,
            "app_id": APP_ID,
            "app_installed_team_id": TEAM_ID,
            "bot_id": BOT_ID,
            "root_view_id": view_id,
            "previous_view_id": None,
            "state": {"values": {}},
            "clear_on_close": False,
            "notify_on_close": False,
            "close": None,
            "submit": None,
            **defaults,
            **self._taken(written),
            "hash": self._hash(),
        }

    def open(self, user: str, written: Json) -> Json:
        view = self.new(written)
        self._refuse_double(view)
        self._stacks[user] = [view]
        return view

    def push(self, user: str, written: Json) -> Json:
        stack = self._stacks.setdefault(user, [])
        if len(stack) >= DEEPEST:
            raise Refused("push_limit_reached")
        view = self.new(written)
        self._refuse_double(view)
        if stack:
            view |= {"previous_view_id": stack[-1]["id"], "root_view_id": stack[0]["id"]}
        stack.append(view)
        return view

    def renew(self, view: Json, written: Json) -> Json:
        """The same form with new contents: it keeps its id and place, and gets a new hash."""
        view |= self._taken(written) | {"hash": self._hash(), "state": {"values": {}}}
        return view

    def find(self, view_id: str) -> tuple[str, Json] | None:
        """Whose form it is, and the form; None once it is closed."""
        return self._first("id", view_id)

    def find_external(self, external_id: str) -> tuple[str, Json] | None:
        return self._first("external_id", external_id)

    def _first(self, key: str, value: str) -> tuple[str, Json] | None:
        for user, stack in self._stacks.items():
            for view in stack:
                if view[key] == value:
                    return user, view
        return None

    def stack(self, user: str) -> list[Json]:
        return self._stacks.get(user, [])

    def close(self, user: str, view_id: str) -> list[Json]:
        """Take away this form and those upon it; what was taken, the topmost first."""
        stack = self.stack(user)
        ids = [view["id"] for view in stack]
        if view_id not in ids:
            return []
        closed = stack[ids.index(view_id) :]
        del stack[ids.index(view_id) :]
        return closed[::-1]

    def clear(self, user: str) -> list[Json]:
        return self._stacks.pop(user, [])[::-1]

    def _taken(self, written: Json) -> Json:
        taken = {key: written[key] for key in _TAKEN if key in written}
        return taken | {"blocks": named_blocks(written.get("blocks", []))}

    def _hash(self) -> str:
        return f"{int(self._clock.time())}.{secrets.token_hex(4)}"

    def _refuse_double(self, view: Json) -> None:
        if view["external_id"] and self.find_external(view["external_id"]):
            raise Refused("duplicate_external_id")


def named_blocks(blocks: list[Json]) -> list[Json]:
    """The blocks with an id for each block and action that came without one."""
    return [_named(block) for block in blocks]


def _named(block: Json) -> Json:
    named = {"type": block.get("type"), **block}
    named.setdefault("block_id", secrets.token_urlsafe(4))
    for key in ("element", "accessory"):
        if isinstance(named.get(key), dict):
            named[key] = _with_action_id(named[key])
    if named["type"] in ("actions", "context_actions"):
        named["elements"] = [_with_action_id(each) for each in named.get("elements", [])]
    return named


def _with_action_id(element: Any) -> Any:
    if not isinstance(element, dict) or element.get("type") == "image":
        return element
    return element if element.get("action_id") else {**element, "action_id": secrets.token_urlsafe(4)}
