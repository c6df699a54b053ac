"""What reaches an open page by itself, and whose page it reaches."""

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest
from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from sandbox.wire import Json
from tests.sandbox.elsewhere import run
from tests.sandbox.plain_app import PlainApp
from tests.sandbox.shapes import home, section


@pytest.fixture
def pushed(sandbox: Sandbox) -> Callable[[Person, Callable[[], Any]], list[Json]]:
    """The pushes an open page of the person gets while something is done."""

    def listen(person: Person, deed: Callable[[], Any]) -> list[Json]:
        return run(_listen(sandbox, person, deed))

    return listen


async def _listen(sandbox: Sandbox, person: Person, deed: Callable[[], Any]) -> list[Json]:
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{sandbox.url}/page/socket?as={person.id}") as page,
    ):
        await asyncio.get_running_loop().run_in_executor(None, deed)
        sandbox.forward(0)
        end = {"as": person.id, "forward_seconds": 0}
        async with session.post(f"{sandbox.url}/page/clock", json=end):
            pass
        heard: list[Json] = []
        while (push := (await page.receive()).json())["type"] != "clock":
            heard.append(push)
        return heard


Pushed = Callable[[Person, Callable[[], Any]], list[Json]]


def kinds(pushes: list[Json]) -> list[str]:
    return [each["type"] for each in pushes]


def test_a_new_message_comes_with_its_notification(
    pushed: Pushed, birch: Person, at_ash: Visitor, team: Channel
) -> None:
    pushes = pushed(birch, lambda: at_ash.types("Ding", team))
    assert kinds(pushes) == ["message", "notification"]
    assert pushes[0]["message"]["user"] == at_ash.id
    assert (pushes[1]["channel"], pushes[1]["text"]) == (team.id, "Ding")


def test_a_reply_also_renews_its_parent(pushed: Pushed, birch: Person, at_ash: Visitor, team: Channel) -> None:
    root = at_ash.types("Ding", team).ts
    pushes = pushed(birch, lambda: at_ash.types("Dong", team, thread=root))
    assert kinds(pushes) == ["message", "message_changed", "notification"]
    assert (pushes[0]["thread_ts"], pushes[1]["message"]["reply_count"]) == (root, 1)


def test_changes_and_reactions_come(pushed: Pushed, birch: Person, at_ash: Visitor, team: Channel) -> None:
    at_ash.types("Ding", team)
    message = at_ash.sees(team)[-1]

    def deeds() -> None:
        at_ash.edits(message, "Dong")
        at_ash.reacts(message, "bell")
        at_ash.deletes(message)

    pushes = pushed(birch, deeds)
    assert kinds(pushes) == ["message_changed", "reaction", "message_deleted"]
    assert pushes[1]["reactions"][0]["users"] == [at_ash.id]


def test_others_get_nothing_of_what_is_private(
    pushed: Pushed, api: WebClient, ash: Person, birch: Person, at_ash: Visitor, team: Channel
) -> None:
    def deeds() -> None:
        api.chat_postEphemeral(channel=team.id, user=ash.id, text="Psst")
        api.chat_postMessage(channel=ash.id, text="Between us")
        api.views_publish(user_id=ash.id, view=home(section("Mine")))
        at_ash.types("/toll", team)

    assert pushed(birch, deeds) == []
    assert kinds(pushed(ash, deeds)) == ["ephemeral", "message", "notification", "home", "trouble"]


def test_the_app_coming_and_going_is_told_to_all(pushed: Pushed, sandbox: Sandbox, birch: Person) -> None:
    def comes_and_goes() -> None:
        with PlainApp(sandbox.api_url):
            pass

    told = [each["connected"] for each in pushed(birch, comes_and_goes) if each["type"] == "app"]
    assert told[0] is True


def test_a_changed_channel_asks_the_page_to_look_again(
    pushed: Pushed, birch: Person, at_ash: Visitor, team: Channel
) -> None:
    assert "channels" in kinds(pushed(birch, lambda: at_ash.arranges("rename", team, name="ringers")))


def test_an_ephemeral_message_can_be_put_away(
    pushed: Pushed, api: WebClient, ash: Person, at_ash: Visitor, team: Channel
) -> None:
    api.chat_postEphemeral(channel=team.id, user=ash.id, text="Psst")
    message = at_ash.sees(team)[-1]
    assert kinds(pushed(ash, lambda: at_ash.dismisses(message))) == ["ephemeral_deleted"]
    assert at_ash.sees(team) == []
