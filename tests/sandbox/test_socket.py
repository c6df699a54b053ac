"""Socket Mode as Slack speaks it: envelopes, acknowledgements, several lines, and lines that break."""

import asyncio
import json
import socket
import time
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit

import aiohttp
import pytest

from sandbox.channels import Channel
from sandbox.identity import APP_ID, APP_TOKEN
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from sandbox.wire import Json
from tests.sandbox.conftest import MANIFEST
from tests.sandbox.elsewhere import run
from tests.sandbox.plain_app import SILENCE, PlainApp, kind_of


def line_url(sandbox: Sandbox) -> str:
    request = urllib.request.Request(f"{sandbox.api_url}apps.connections.open", method="POST")
    request.add_header("Authorization", f"Bearer {APP_TOKEN}")
    with urllib.request.urlopen(request) as answer:
        return str(json.load(answer)["url"])


def test_hello_counts_the_lines(sandbox: Sandbox) -> None:
    with PlainApp(sandbox.api_url) as app:
        app.connect()
        assert [each["num_connections"] for each in app.hellos] == [1, 2]
        assert app.hellos[0]["connection_info"] == {"app_id": APP_ID}
        assert app.hellos[0]["debug_info"]["approximate_connection_time"] > 0


def test_an_envelope_says_whether_an_answer_may_ride_along(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    at_ash.types("/ring", team)
    at_ash.types("Ding", team)
    at_ash.uses_shortcut("ring")
    app.waits_for("shortcut")
    said = {each["type"]: each["accepts_response_payload"] for each in app.envelopes if "envelope_id" in each}
    assert said == {"slash_commands": True, "events_api": False, "interactive": False}


def test_each_payload_goes_to_one_line_only(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    app.connect()
    for number in range(6):
        at_ash.types(f"Ding {number}", team)
    app.waits_for("message", 6)
    texts = [each["text"] for each in app.heard("message")]
    assert sorted(texts) == [f"Ding {number}" for number in range(6)]


def test_an_event_nobody_acknowledged_comes_again_with_its_reason() -> None:
    with Sandbox(MANIFEST, answer_within=0.05) as sandbox, PlainApp(sandbox.api_url) as app:
        ash = sandbox.add_person("ash")
        team = sandbox.add_channel("bell-team", members=[ash])
        app.answers["message"] = SILENCE
        sandbox.visitor(ash).types("Ding", team)
        while len(app.heard("message")) < 4:
            sandbox.forward(300)  # at once, after a minute, after five
            time.sleep(0.005)
        events = [each for each in app.envelopes if kind_of(each) == "message"]
    told = [(each["retry_attempt"], each["retry_reason"]) for each in events]
    assert told == [(0, ""), (1, "timeout"), (2, "timeout"), (3, "timeout")]
    assert len({each["payload"]["event_id"] for each in events}) == 1
    assert len({each["envelope_id"] for each in events}) == 4


def test_an_acknowledged_event_does_not_come_again(
    sandbox: Sandbox, app: PlainApp, at_ash: Visitor, team: Channel
) -> None:
    at_ash.types("Ding", team)
    sandbox.settle()
    sandbox.forward(1000)
    at_ash.types("Dong", team)
    assert [each["text"] for each in app.waits_for("message", 2)] == ["Ding", "Dong"]


def test_redelivery_on_demand_repeats_the_last_payloads(
    sandbox: Sandbox, app: PlainApp, at_ash: Visitor, team: Channel
) -> None:
    at_ash.types("Ding", team)
    at_ash.types("/ring", team)
    assert sandbox.redeliver(2) == 2
    assert len(app.waits_for("message", 2)) == len(app.waits_for("slash_commands", 2)) == 2
    again = [each for each in app.envelopes if each.get("retry_attempt")]
    assert [each["retry_reason"] for each in again] == ["timeout"]


def test_a_ticket_opens_one_line(sandbox: Sandbox) -> None:
    url = line_url(sandbox)

    async def connect_twice() -> int:
        async with aiohttp.ClientSession() as session, session.ws_connect(url):
            with pytest.raises(aiohttp.WSServerHandshakeError) as raised:
                await session.ws_connect(url)
            return raised.value.status

    assert run(connect_twice()) == 403


def test_a_host_without_its_port_and_a_trailing_question_mark_are_taken(sandbox: Sandbox) -> None:
    address = urlsplit(line_url(sandbox))
    ticket = address.query.split("&")[0]
    shake = (
        f"GET {address.path}?{ticket}? HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: c29tZXRoaW5nIHJhbmRvbQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", address.port or 0), timeout=5) as line:
        line.sendall(shake.encode())
        assert line.recv(100).startswith(b"HTTP/1.1 101")


def heard_after(sandbox: Sandbox, trouble: str) -> list[Json]:
    """What a client hears after the trouble, until the line is closed or is to be renewed."""

    async def listen(url: str) -> list[Json]:
        heard: list[Json] = []
        async with aiohttp.ClientSession() as session, session.ws_connect(url) as line:
            await line.receive()
            async with session.post(f"{sandbox.url}/page/socket_trouble", json={"kind": trouble}):
                pass
            async for message in line:
                heard.append(message.json())
                if heard[-1]["reason"] == "refresh_requested":
                    break
        return heard

    return run(asyncio.wait_for(listen(line_url(sandbox)), 5))


@pytest.mark.parametrize(("trouble", "reason"), [("refresh", "refresh_requested"), ("disconnect", "warning")])
def test_slack_says_why_it_hangs_up(sandbox: Sandbox, trouble: str, reason: str) -> None:
    assert [each["reason"] for each in heard_after(sandbox, trouble)] == [reason]


def test_a_cut_line_ends_without_a_word(sandbox: Sandbox, at_ash: Visitor) -> None:
    assert heard_after(sandbox, "fin") == []
    assert at_ash.state()["app"]["connected"] is False


def test_a_line_that_is_to_be_renewed_works_until_the_new_one_is_there(
    sandbox: Sandbox, app: PlainApp, at_ash: Visitor, team: Channel
) -> None:
    sandbox.trouble_line("refresh")
    assert at_ash.types("/ring", team).ok
    app.connect()
    assert at_ash.types("/ring", team).ok
    assert len(app.waits_for("slash_commands", 2)) == 2


def test_a_silent_line_stays_open_and_hears_nothing() -> None:
    with Sandbox(MANIFEST, answer_within=0.05) as sandbox, PlainApp(sandbox.api_url) as app:
        ash = sandbox.add_person("ash")
        team = sandbox.add_channel("bell-team", members=[ash])
        visitor = sandbox.visitor(ash)
        sandbox.trouble_line("silent")
        assert visitor.types("/ring", team).error == "/ring failed because the app did not respond."
        app.connect()
        while not visitor.types("/ring", team).ok:  # turns go round: every second one meets the deaf line
            pass
        assert len(app.heard("slash_commands")) == 1


@pytest.fixture
def crowd(sandbox: Sandbox) -> Iterator[PlainApp]:
    with PlainApp(sandbox.api_url) as app:
        for _ in range(9):
            app.connect()
        yield app


def test_an_eleventh_line_is_one_too_many(crowd: PlainApp) -> None:
    crowd.connect()
    assert crowd.envelopes[-1]["reason"] == "too_many_websockets"


def test_the_page_learns_when_the_app_comes_and_goes(sandbox: Sandbox, at_ash: Visitor) -> None:
    with PlainApp(sandbox.api_url):
        assert at_ash.state()["app"]["connected"] is True
    assert at_ash.state()["app"]["connected"] is False
