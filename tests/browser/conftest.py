"""A real Chromium over a real practice workspace with the specimen app; every page must end without a console error."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    ViewportSize,
    WebSocketRoute,
    expect,
    sync_playwright,
)

from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.browser import story
from tests.browser.demo_run import Demo
from tests.browser.specimen_app import MANIFEST, Specimen
from tests.browser.story import Visit

ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
PATIENCE_MS = 20_000
SCREEN: ViewportSize = {"width": 1280, "height": 820}
PROBES = Path(__file__).parent / "probes"


def probe(page: Page, name: str, given: object = None) -> Any:
    """What a small script finds out on the page."""
    return page.evaluate((PROBES / f"{name}.js").read_text(encoding="utf-8"), given)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium on this machine: the page is not looked at")
    expect.set_options(timeout=PATIENCE_MS)
    started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
    yield started
    started.close()


@pytest.fixture(scope="session")
def window(browser: Browser) -> BrowserContext:
    """Where pages open that ask for nothing special: a window of its own costs a second on a busy machine."""
    return browser.new_context(viewport=SCREEN)


@dataclass
class School:
    """A small invented school: Hale and Lopez are on the Juniper team, Gray is a guest who is not."""

    sandbox: Sandbox
    app: Specimen
    hale: Person = field(init=False)
    lopez: Person = field(init=False)
    gray: Person = field(init=False)
    juniper: Channel = field(init=False)
    staff_room: Channel = field(init=False)

    def __post_init__(self) -> None:
        zone = {"tz": "America/Chicago"}
        add = self.sandbox.add_person
        self.hale = add("hale", "Dara Hale", title="Case manager", **zone)
        self.lopez = add("lopez", "Inés Lopez", title="General education, grade 3", **zone)
        self.gray = add("gray", "Sol Gray", title="Visiting tutor", is_restricted=True, **zone)
        self.juniper = self.sandbox.add_channel("juniper-team", members=[self.hale, self.lopez])
        members = [self.hale, self.lopez, self.gray]
        self.staff_room = self.sandbox.add_channel("staff-room", private=False, members=members)

    def address(self, person: Person, channel: Channel | None = None, rest: str = "") -> str:
        parts = [person.id, channel.id if channel else "", rest]
        return f"{self.sandbox.url}/#/{'/'.join(part for part in parts if part)}"


@pytest.fixture
def school() -> Iterator[School]:
    with Sandbox(MANIFEST, name="Alder Hollow School", rate_limits=False) as sandbox:
        app = Specimen(sandbox.api_url)
        made = School(sandbox, app)
        app.start()
        yield made
        app.stop()


Open = Callable[..., Page]


def _through(lines: list[WebSocketRoute]) -> Callable[[WebSocketRoute], None]:
    """Keeps each line of a page to the workspace, so that a test can cut it."""

    def connect(line: WebSocketRoute) -> None:
        line.connect_to_server()
        lines.append(line)

    return connect


@pytest.fixture
def look(browser: Browser, window: BrowserContext, school: School) -> Iterator[Open]:
    """Opens the page as a person in a channel; at the end no page may have complained in its console."""
    opened: list[Page] = []
    complaints: list[str] = []

    def open_page(
        person: Person,
        channel: Channel | None = None,
        rest: str = "",
        lines: list[WebSocketRoute] | None = None,
        **how: Any,
    ) -> Page:
        context = browser.new_context(**how) if how else window
        page = context.new_page()
        opened.append(page)
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if lines is not None:
            page.route_web_socket("**/page/socket*", _through(lines))
        page.goto(school.address(person, channel or school.juniper, rest))
        page.locator(".place-head").first.wait_for()
        return page

    yield open_page
    for page in opened:
        page.close() if page.context is window else page.context.close()
    assert complaints == []


@pytest.fixture(scope="module")
def demo(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Only where there is a browser to look at it."""
    made = Demo(tmp_path_factory.mktemp("demo"))
    try:
        made.start()
        yield made
        assert made.press_ctrl_c() == 0
    finally:
        made.kill()


@pytest.fixture
def visit(browser: Browser, demo: Demo) -> Iterator[Visit]:
    """Opens the demo as a newcomer's browser does, knowing nobody; no page may complain in its console."""
    complaints: list[str] = []
    opened = []

    def open_page(**how: Any) -> Page:
        context = browser.new_context(**{"viewport": story.SCREEN, **how})
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(demo.url)
        page.locator(".place-head").wait_for()
        return page

    yield open_page
    for context in opened:
        context.close()
    assert complaints == []
