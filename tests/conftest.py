"""What every test may ask for: an empty database of the newest schema, and the fixed cast with the real bot."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from handlers.questions.read import prepare
from sandbox.server import Sandbox
from storage.database import Database
from storage.migrate import upgrade
from storage.positions import PositionName
from tests.cast import MANIFEST, Cast, fill
from tests.databases import SERVER, copied, hang_up, is_postgres, path_of

# These machines are noisy: how long one example takes says nothing. In CI the examples are the same every time, so
# that what fails there is the change's doing; at home each run tries new ones.
settings.register_profile("suite", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("suite")
PATIENT_SECONDS = 10.0
ONE_CHANCE = {"faults", "storage"}
LONG = {"faults", "privacy"}  # folders with files that take a minute


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, so that no worker is left alone with one at the end.

    In CI what runs in real time, the page's and the bot's tests, gets a second chance: a machine may stand still for
    longer than the bot waits for Slack. Pytest's closing line counts each as a rerun: look at them. Where a race is
    what a test looks for, there is none.
    """
    items.sort(key=lambda item: item.path.parent.name not in LONG)
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)
    if is_postgres():  # what touches no memory has nothing new to tell there
        items[:] = [item for item in items if "template" in getattr(item, "fixturenames", ())]
    if "CI" in os.environ:
        for item in items:
            is_bots = "template" in getattr(item, "fixturenames", ()) and item.path.parent.name not in ONE_CHANCE
            if item.get_closest_marker("browser") or is_bots:
                item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty SQLite file of the newest schema, migrated once and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "roundtable.db"
    if not is_postgres():
        upgrade(f"sqlite:///{path}")
    yield path
    hang_up()


@pytest.fixture
def server(template: Path) -> str:
    """The server's URL; a test that asks for it is left out where there is none."""
    if not is_postgres():
        pytest.skip("about several processes on one database: make test-postgres")
    return os.environ[SERVER]


@pytest.fixture
def database_url(template: Path, tmp_path: Path) -> Iterator[str]:
    with copied(template, tmp_path) as url:
        yield url


@pytest.fixture(scope="session", autouse=True)
def language() -> None:
    """As a bot that runs does it (bot.app.warm_up): the first question of a run must not meet Slack's three seconds."""
    prepare()


@pytest.fixture
def database_path(template: Path, request: pytest.FixtureRequest) -> Path:
    """SQLite's file. A test that asks for it is about that file, and is left out where there is none."""
    if is_postgres():
        pytest.skip("about SQLite's file itself")
    return path_of(request.getfixturevalue("database_url"))


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    made = Database(database_url)
    yield made
    made.close()


@pytest.fixture
def workspace(database_url: str, request: pytest.FixtureRequest) -> Iterator[Cast]:
    """The cast in their workspace with the bot connected, and no team set up yet.

    A machine that stands still for Slack's three seconds is no bot that is too slow. A test in which the bot is to
    keep silent says how long the workspace waits for it.
    """
    with Sandbox(MANIFEST, rate_limits=False, answer_within=getattr(request, "param", PATIENT_SECONDS)) as sandbox:
        cast = Cast(sandbox, database_url)
        fill(cast)
        cast.start_bot()
        yield cast
        cast.stop_bot()


@pytest.fixture
def cast(workspace: Cast) -> Cast:
    """The cast with two teams: Juniper supports Maya Tern and Fen Oakes, Birch supports Zadie Pike."""
    juniper = workspace.add_team(workspace.juniper, "hale")
    birch = workspace.add_team(workspace.birch, "pell")
    maya = workspace.add_student("Maya Tern", juniper, grade="03")
    workspace.add_student("Fen Oakes", juniper, grade="04")
    workspace.add_student("Zadie Pike", birch, grade="05")
    workspace.set_position(juniper, "lopez", PositionName.GENERAL_EDUCATION)
    workspace.set_position(juniper, "ortiz", PositionName.COUNSELOR)
    workspace.make_case_manager("hale", maya)
    return workspace
