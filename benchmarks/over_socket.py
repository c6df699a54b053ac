"""/checkin as a person types it: through the practice workspace's Socket Mode and back, beside a bare Bolt command."""

import tempfile
from pathlib import Path

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from benchmarks.figures import Figure, say_ratio, show
from benchmarks.school import school_with_a_year
from sandbox.identity import APP_TOKEN
from sandbox.server import Sandbox
from tests.cast import MANIFEST

TIMES = 400
WARM_UP = 40


def run(checkins: int = 200_000) -> None:
    with tempfile.TemporaryDirectory() as folder, school_with_a_year(Path(folder), checkins) as cast:
        answered = []
        for number in range(TIMES + WARM_UP):
            came = cast.lopez.types(f"/checkin Maya T: finished {number} tasks with the timer", channel=cast.juniper)
            if "Kept." not in came.text:
                raise RuntimeError(came.text)
            answered.append(came.took_ms)
    whole = Figure("whole /checkin", sorted(answered[WARM_UP:]))
    bare = _bare()
    show(f"Over Socket Mode, one person typing, {checkins:,} check-ins on record", [bare, whole])
    say_ratio("whole /checkin over bare Bolt, medians", whole.median / bare.median, "no bar")
    say_ratio("whole /checkin, median ms", whole.median, "under 20")
    say_ratio("whole /checkin, p99 ms", whole.p99, "under 100")


def _bare() -> Figure:
    """The same way through, to an app that only says a word."""
    with Sandbox(MANIFEST, rate_limits=False) as sandbox:
        person = sandbox.add_person("lopez", "Mr. Lopez")
        channel = sandbox.add_channel("juniper-team", members=[person])
        app = App(
            client=WebClient(token="xoxb-practice", base_url=sandbox.api_url),
            signing_secret="unused",
            process_before_response=True,
            token_verification_enabled=False,
        )
        app.command("/checkin")(lambda ack: ack("Kept."))
        handler = SocketModeHandler(app, APP_TOKEN, concurrency=20)
        handler.connect()  # type: ignore[no-untyped-call]
        visitor = sandbox.visitor(person)
        answered = [visitor.types(f"/checkin {n}", channel=channel).took_ms for n in range(TIMES + WARM_UP)]
        handler.close()  # type: ignore[no-untyped-call]
    return Figure("bare Bolt command, no work", sorted(answered[WARM_UP:]))
