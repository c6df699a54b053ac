"""PRV-40, PRV-42: only Slack is heard, once; secrets stand in the environment or `.env` and nowhere else.

The doors themselves are tried in tests/bot/test_web.py, test_replays.py, test_settings.py and test_tokens.py; here is
what lies behind them.
"""

import ast
import io
import re
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.health import Pulse
from bot.settings import CannotStart, read_settings
from bot.tokens import TOKEN
from bot.web import EVENTS_PATH, Web
from sandbox.identity import SIGNING_SECRET
from storage import checkins
from tests.bot import payload_shapes as shapes
from tests.cast import Cast
from tests.test_shape import sources

ROOT = Path(__file__).parent.parent.parent
FOR_PRACTICE = {"sandbox/identity.py"}  # the practice workspace's own, good for nothing else


def deliver(cast: Cast, payload: Any, *, secret: str = SIGNING_SECRET, ago: int = 0, times: int = 1) -> list[str]:
    """A signed request over HTTP, so many times; the statuses."""
    web, body = Web(cast.bot.app, Pulse(cast.bot)), urlencode(payload).encode()
    stamp = str(int(time.time()) - ago)
    signed = {
        "HTTP_X_SLACK_SIGNATURE": SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body),
        "HTTP_X_SLACK_REQUEST_TIMESTAMP": stamp,
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
    }
    statuses: list[str] = []
    for _ in range(times):
        place = {"REQUEST_METHOD": "POST", "PATH_INFO": EVENTS_PATH, "SERVER_PROTOCOL": "HTTP/1.1"}
        environ = {**place, **signed, "wsgi.input": io.BytesIO(body)}
        list(web(environ, lambda status, _headers: statuses.append(status)))
    return statuses


def kept_by_lopez(cast: Cast) -> int:
    with cast.bot.database.read() as session:
        return len(checkins.list_own(session, cast.people["lopez"].id))


def test_prv_40_what_is_not_signed_by_slack_or_is_late_changes_nothing(cast: Cast) -> None:
    said = shapes.command("Maya T: read two pages", user=cast.people["lopez"].id, channel=cast.juniper.id)
    assert deliver(cast, said, secret="another") == ["401 Unauthorized"]
    assert deliver(cast, said, ago=301) == ["401 Unauthorized"]
    assert kept_by_lopez(cast) == 0


def test_prv_40_a_replayed_request_is_refused_and_kept_once(cast: Cast) -> None:
    said = shapes.command("Maya T: read two pages", user=cast.people["lopez"].id, channel=cast.juniper.id)
    assert deliver(cast, said, times=2) == ["200 OK", "401 Unauthorized"]
    assert kept_by_lopez(cast) == 1


def test_prv_40_without_a_signing_secret_nothing_is_served() -> None:
    with pytest.raises(CannotStart, match="SLACK_SIGNING_SECRET"):
        read_settings({"SLACK_BOT_TOKEN": "xoxb-practice"}, mode="http")


def test_prv_42_no_file_of_the_project_holds_a_token() -> None:
    folders = ("bot", "handlers", "storage", "sandbox", "benchmarks", "docs", ".ci")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    files += [path for path in ROOT.iterdir() if path.is_file() and path.name != ".env"]
    texts = {path: path.read_bytes().decode("utf-8", "ignore") for path in files if "__pycache__" not in path.parts}
    holding = {path.relative_to(ROOT).as_posix() for path, text in texts.items() if TOKEN.search(text)}
    assert {one for one in holding if "practice" not in (ROOT / one).read_text(errors="ignore")} <= FOR_PRACTICE


def test_prv_42_the_secret_file_and_the_database_are_kept_out_of_git() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert {".env", "*.db", "*.db-wal", "*.db-shm", "demo-data/"} <= set(ignored)


def test_prv_42_the_environment_is_read_in_one_place() -> None:
    reading = {
        str(path)
        for path, tree in sources("bot", "handlers", "storage", "sandbox")
        if any(isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv") for node in ast.walk(tree))
    }
    # run takes secrets out of it once they are read; the demo gives its bot an environment of its own.
    assert reading <= {"bot/settings.py", "bot/run.py", "bot/demo.py"}


def test_prv_42_no_secret_is_an_option_of_the_command_line() -> None:
    words = (ROOT / "bot" / "cli.py").read_text(encoding="utf-8")
    assert re.findall(r'"--[a-z-]*(?:token|secret|key)[a-z-]*"', words) == []
