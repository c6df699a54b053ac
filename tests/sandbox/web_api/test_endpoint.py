"""Tokens, scopes, faults and rates stand before every method."""

import urllib.error
import urllib.request
from pathlib import Path

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackRequestError

from sandbox.channels import Channel
from sandbox.identity import APP_TOKEN, BOT_TOKEN, BOT_USER_ID, TEAM_ID
from sandbox.rates import POSTING
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from tests.sandbox.conftest import MANIFEST
from tests.sandbox.web_api.refusing import refusal


def test_the_app_learns_who_and_where_it_is(api: WebClient, sandbox: Sandbox) -> None:
    told = api.auth_test()
    assert (told["user_id"], told["team_id"], told["url"]) == (BOT_USER_ID, TEAM_ID, f"{sandbox.url}/")
    assert "chat:write" in told.headers["X-OAuth-Scopes"]


@pytest.mark.parametrize(
    ("token", "error"), [("xoxb-nobody", "invalid_auth"), ("", "not_authed"), (APP_TOKEN, "not_allowed_token_type")]
)
def test_a_wrong_token_is_refused_by_name(sandbox: Sandbox, token: str, error: str) -> None:
    assert refusal(WebClient(token=token, base_url=sandbox.api_url).auth_test) == error


def test_only_the_app_token_opens_a_line(sandbox: Sandbox, api: WebClient) -> None:
    assert refusal(api.apps_connections_open, app_token=BOT_TOKEN) == "not_allowed_token_type"
    assert api.apps_connections_open(app_token=APP_TOKEN)["url"].startswith("ws://127.0.0.1:")


def test_the_token_may_stand_in_the_form(sandbox: Sandbox) -> None:
    with urllib.request.urlopen(f"{sandbox.api_url}auth.test", data=f"token={BOT_TOKEN}".encode()) as answer:
        assert b'"ok": true' in answer.read()


def test_an_unknown_method_is_said_to_be_one(api: WebClient) -> None:
    assert refusal(api.api_call, api_method="chat.singASong") == "unknown_method"


def test_a_scope_the_manifest_lacks_is_named_with_those_it_has(tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.yml"
    manifest.write_text(MANIFEST.read_text().replace("      - chat:write\n", ""))
    with Sandbox(manifest) as sandbox:
        api = WebClient(token=BOT_TOKEN, base_url=sandbox.api_url)
        with pytest.raises(SlackApiError) as raised:
            api.chat_postMessage(channel="C1", text="Ding")
    answer = raised.value.response
    assert (answer["error"], answer["needed"]) == ("missing_scope", "chat:write")
    assert "commands" in answer["provided"].split(",")


def test_a_wrong_body_gets_an_answer_not_a_crash(sandbox: Sandbox) -> None:
    headers = {"Authorization": f"Bearer {BOT_TOKEN}", "Content-Type": "application/json"}
    request = urllib.request.Request(f"{sandbox.api_url}chat.postMessage", data=b"{not json", headers=headers)
    with urllib.request.urlopen(request) as answer:
        assert b"invalid_arguments" in answer.read()


def test_posting_too_fast_is_told_to_wait() -> None:
    with Sandbox(MANIFEST) as sandbox:
        ash = sandbox.add_person("ash")
        room, other = (sandbox.add_channel(name, members=[ash]) for name in ("one", "two"))
        api = WebClient(token=BOT_TOKEN, base_url=sandbox.api_url)
        for number in range(POSTING.burst):
            api.chat_postMessage(channel=room.id, text=f"Ding {number}")
        with pytest.raises(SlackApiError) as raised:
            api.chat_postMessage(channel=room.id, text="One too many")
        assert raised.value.response.status_code == 429
        assert raised.value.response["error"] == "ratelimited"
        assert int(raised.value.response.headers["Retry-After"]) >= 1
        assert api.chat_postMessage(channel=other.id, text="Another channel has its own pace")["ok"]


def test_a_429_on_demand_says_how_long_to_wait(api: WebClient, sandbox: Sandbox) -> None:
    sandbox.fail("auth.test", "429", retry_after=7)
    with pytest.raises(SlackApiError) as raised:
        api.auth_test()
    assert raised.value.response.headers["Retry-After"] == "7"
    assert api.auth_test()["ok"]


def test_an_error_on_demand_comes_by_its_name_and_as_often_as_asked(api: WebClient, sandbox: Sandbox) -> None:
    sandbox.fail("*", "error", error="internal_error", times=2)
    assert refusal(api.auth_test) == "internal_error"
    assert refusal(api.auth_test) == "internal_error"
    assert api.auth_test()["ok"]


def test_a_500_on_demand_is_a_500(api: WebClient, sandbox: Sandbox) -> None:
    sandbox.fail("auth.test", "500")
    with pytest.raises(SlackApiError) as raised:
        api.auth_test()
    assert raised.value.response.status_code == 500


def test_a_lost_answer_comes_after_the_work_was_done(
    api: WebClient, sandbox: Sandbox, at_ash: Visitor, team: Channel
) -> None:
    api.retry_handlers = []
    sandbox.fail("chat.postMessage", "lost_answer")
    with pytest.raises((urllib.error.URLError, ConnectionError, SlackRequestError)):
        api.chat_postMessage(channel=team.id, text="Ding")
    assert [each["text"] for each in at_ash.sees(team)] == ["Ding"]


def test_a_silent_call_leaves_the_work_undone(sandbox: Sandbox, at_ash: Visitor, team: Channel) -> None:
    api = WebClient(token=BOT_TOKEN, base_url=sandbox.api_url, timeout=0.1)  # type: ignore[arg-type]
    api.retry_handlers = []
    sandbox.fail("chat.postMessage", "timeout")
    with pytest.raises(TimeoutError):
        api.chat_postMessage(channel=team.id, text="Ding")
    assert at_ash.sees(team) == []
