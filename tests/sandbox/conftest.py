"""A practice workspace with three people, two channels, an app on the line and the app's own Web API client."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.identity import BOT_TOKEN
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from tests.sandbox.plain_app import PlainApp

MANIFEST = Path(__file__).parent / "manifest.yml"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(MANIFEST, rate_limits=False) as made:
        yield made


@pytest.fixture
def api(sandbox: Sandbox) -> WebClient:
    """The app's Web API client: Slack's own, unchanged."""
    return WebClient(token=BOT_TOKEN, base_url=sandbox.api_url)


@pytest.fixture
def app(sandbox: Sandbox) -> Iterator[PlainApp]:
    with PlainApp(sandbox.api_url) as connected:
        yield connected


@pytest.fixture
def ash(sandbox: Sandbox) -> Person:
    return sandbox.add_person("ash", "Ash Underwood", email="ash@bellwether.example", title="Librarian")


@pytest.fixture
def birch(sandbox: Sandbox) -> Person:
    return sandbox.add_person("birch", "Birch Overton")


@pytest.fixture
def team(sandbox: Sandbox, ash: Person, birch: Person) -> Channel:
    """A private channel of Ash, Birch and the app."""
    return sandbox.add_channel("bell-team", members=[ash, birch])


@pytest.fixture
def lobby(sandbox: Sandbox, ash: Person) -> Channel:
    """A public channel the app is not in."""
    return sandbox.add_channel("lobby", private=False, members=[ash], with_app=False)


@pytest.fixture
def at_ash(sandbox: Sandbox, ash: Person) -> Visitor:
    """Ash in front of the page."""
    return sandbox.visitor(ash)


@pytest.fixture
def at_birch(sandbox: Sandbox, birch: Person) -> Visitor:
    """Birch in front of the page."""
    return sandbox.visitor(birch)
