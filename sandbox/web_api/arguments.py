"""What the app wrote into a call, whether as a form or as JSON, read with Slack's own complaints."""

import json
from typing import Any

from aiohttp import web

from sandbox.wire import Json, wrong_arguments


class Arguments:
    """In a form every value is words; lists and blocks are then JSON inside the words."""

    def __init__(self, given: Json) -> None:
        self._given = given

    def __contains__(self, name: str) -> bool:
        return self._given.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        value = self._given.get(name)
        if value is None:
            return default
        return value if isinstance(value, str) else json.dumps(value)

    def needed(self, name: str) -> str:
        value = self.text(name)
        if not value:
            raise wrong_arguments(f"missing required field: {name}")
        return value

    def number(self, name: str, default: int) -> int:
        value = self._given.get(name)
        if value in (None, ""):
            return default
        try:
            return int(str(value))
        except ValueError:
            raise wrong_arguments(f"must be an integer: {name}") from None

    def flag(self, name: str, *, default: bool = False) -> bool:
        value = self._given.get(name)
        if value in (None, ""):
            return default
        return str(value).lower() in ("1", "true")

    def words(self, name: str) -> list[str]:
        """A list of ids, comma-separated or a JSON list."""
        value = self.json(name) if self.text(name).startswith("[") else self.text(name).split(",")
        return [str(each).strip() for each in value or [] if str(each).strip()]

    def json(self, name: str) -> Any:
        """A structure, given as itself or as JSON in words; None when absent."""
        value = self._given.get(name)
        if value in (None, ""):
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise wrong_arguments(f"must be valid JSON: {name}") from None

    def blocks(self, name: str = "blocks") -> list[Json] | None:
        found = self.json(name)
        if found is None:
            return None
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise wrong_arguments(f"must be a list of objects: {name}")
        return found

    def object(self, name: str) -> Json:
        found = self.json(name)
        if not isinstance(found, dict):
            raise wrong_arguments(f"must be an object: {name}")
        return found


async def read_call(request: web.Request) -> Json:
    """Everything the call carries: the address's query, then the form or JSON body."""
    given: Json = dict(request.query)
    if request.method != "POST" or not request.can_read_body:
        return given
    if request.content_type == "application/json":
        body = await _json_body(request)
        return given | body
    return given | {key: value for key, value in (await request.post()).items() if isinstance(value, str)}


async def _json_body(request: web.Request) -> Json:
    try:
        body = json.loads(await request.text())
    except ValueError:
        raise wrong_arguments("the body is not JSON") from None
    return body if isinstance(body, dict) else {}
