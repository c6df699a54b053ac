"""What a visitor of the demo does and sees: the steps that its stories are told in.

With SCREENS set to a folder (`make screens`), the README's pictures are left there.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, ViewportSize, expect

SCREEN: ViewportSize = {"width": 1280, "height": 800}
PHONE = {
    "viewport": {"width": 375, "height": 760},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
JUNIPER, BIRCH = "team-juniper", "team-birch"

Visit = Callable[..., Page]


def keep_picture(page: Page, name: str) -> None:
    """For the README, where it is asked for: an ordinary run rewrites no tracked file."""
    folder = os.environ.get("SCREENS")
    if folder:
        page.mouse.move(0, 0)
        expect(page.locator(".toast")).to_have_count(0)
        page.screenshot(path=Path(folder) / f"{name}.png", animations="disabled")


def become(page: Page, name: str) -> None:
    page.get_by_role("button", name="Switch person").click()
    page.get_by_role("combobox", name="Search: Switch person").fill(name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=f"You are {name}")).to_be_visible()


def go_to(page: Page, channel: str) -> None:
    page.locator(".rail-link", has_text=channel).click()
    expect(composer(page, channel)).to_be_visible()


def composer(page: Page, channel: str) -> Locator:
    return page.get_by_label(f"Message #{channel}", exact=True)


def write(page: Page, channel: str, words: str) -> None:
    composer(page, channel).fill(words)
    composer(page, channel).press("Enter")


def confirmation(page: Page, words: str) -> Locator:
    return page.locator(".message.ephemeral", has_text="Kept.").filter(has_text=words)


def open_thread(page: Page, student: str) -> Locator:
    """This week's thread of the student, opened in the channel it stands in."""
    root = page.locator(".main .message", has_text=f"{student}  ·  check-ins of the week")
    root.get_by_role("button", name=re.compile("repl")).click()
    return page.get_by_role("complementary", name="Thread")


def leave_form(page: Page, title: str) -> None:
    """A form left open would stand there on the person's next visit too."""
    form = page.get_by_role("dialog", name=title)
    form.get_by_role("button", name="Cancel").click()
    expect(form).to_have_count(0)


def everything(page: Page) -> str:
    """Every word this person could find, on the page and behind it; each command's own example is no find."""
    me, address = page.url.partition("#/")[2].partition("/")[0], page.url.partition("#")[0]
    words = page.request.get(f"{address}page/everything?as={me}").text()
    state = page.request.get(f"{address}page/state?as={me}").json()
    return "\n".join([page.content(), words, *(str(state[part]) for part in state.keys() - {"commands"})])


def tab_to(page: Page, control: Locator) -> None:
    for _ in range(30):
        if control.evaluate("(node) => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {control}")


def from_message(page: Page, words: str, shortcut: str) -> None:
    """A message shortcut, from the menu of the message with these words."""
    message = page.locator(".main .message", has_text=words).first
    message.hover()
    message.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name=shortcut).click()


def choose(page: Page, form: Locator, field: str, name: str) -> None:
    form.get_by_role("button", name=field).click()
    page.get_by_role("combobox", name="Search").fill(name)
    page.keyboard.press("Enter")


def open_direct(page: Page) -> Locator:
    """The conversation with the bot; returns its messages."""
    page.get_by_role("link", name="Roundtable").click()
    page.get_by_role("link", name="Messages").click()
    expect(page.get_by_label("Message Roundtable", exact=True)).to_be_visible()
    return page.locator(".main .message")
