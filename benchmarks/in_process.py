"""A whole /checkin in this process, beside a bare Bolt command and a bare durable insert, taking turns."""

import json
import re
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from slack_bolt import App, BoltRequest
from slack_sdk import WebClient

from benchmarks.bare_app import durable_insert
from benchmarks.figures import interleave, say_ratio, show
from benchmarks.school import school_with_a_year

TURNS = 400


def run(checkins: int = 200_000) -> None:
    with tempfile.TemporaryDirectory() as folder, school_with_a_year(Path(folder), checkins) as cast:
        bare = bare_app(cast.sandbox.api_url)
        insert = durable_insert(str(Path(folder) / "bare.db"))
        app, person, channel = cast.bot.app, cast.people["lopez"].id, cast.juniper.id
        figures = interleave(
            {
                "bare Bolt command, no work": lambda n: _dispatch(bare, person, channel, f"bare{n}"),
                "bare durable SQLite insert": lambda n: insert(f"row {n}"),
                "whole /checkin": lambda n: _dispatch(app, person, channel, f"whole{n}"),
            },
            TURNS,
        )
    show(f"In process, {checkins:,} check-ins on record", list(figures.values()))
    floor = figures["bare Bolt command, no work"].median + figures["bare durable SQLite insert"].median
    say_ratio("whole /checkin over (bare Bolt + bare insert)", figures["whole /checkin"].median / floor, "at most 4")


def bare_app(api_url: str) -> App:
    app = App(
        client=WebClient(token="xoxb-practice", base_url=api_url),
        signing_secret="unused",
        process_before_response=True,
        token_verification_enabled=False,
    )
    app.command(re.compile("/(checkin|whoowns)"))(lambda ack: ack("Kept."))
    return app


def _dispatch(app: App, person: str, channel: str, number: str) -> None:
    body: dict[str, Any] = form(person, channel, number)
    answer = app.dispatch(BoltRequest(mode="socket_mode", body=body))
    if answer.status != 200:
        raise RuntimeError(json.dumps({"status": answer.status}))


def form(person: str, channel: str, number: str) -> dict[str, str]:
    """A slash command as Slack sends it; the number makes trigger and words its own."""
    return {
        "token": "practice",
        "team_id": "T00000SCH",
        "api_app_id": "A00000APP",
        "channel_id": channel,
        "channel_name": "privategroup",
        "user_id": person,
        "user_name": "lopez",
        "command": "/checkin",
        "text": f"Maya T: finished {number} tasks with the timer #win",
        "trigger_id": f"trigger.{number}",
        "response_url": "http://127.0.0.1:9/never",
    }


def encoded(person: str, channel: str, number: str) -> str:
    return urlencode(form(person, channel, number))
