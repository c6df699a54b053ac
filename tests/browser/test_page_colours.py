"""Every word on the page stands out from what is behind it (WCAG AA), by day and by night."""

from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, School, probe
from tests.browser.specimen_blocks import PRESSES, RICH, TABLES, WORDS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read(school: School, look: Open, scheme: Literal["light", "dark"]) -> None:
    asked = school.sandbox.visitor(school.lopez).types("@hale see `this` :star: https://example.org", school.juniper)
    school.sandbox.visitor(school.lopez).types("yes", school.juniper, asked.ts)
    for blocks in (WORDS, RICH, TABLES[:1], PRESSES):
        school.app.show(school.juniper.id, blocks)
    school.sandbox.visitor(school.lopez).types("unread", school.staff_room)
    page = look(school.hale, rest=asked.ts)
    page.emulate_media(color_scheme=scheme)
    page.get_by_label("Message #juniper-team").fill("/note ok")
    page.keyboard.press("Enter")
    expect(page.locator(".ephemeral")).to_be_visible()
    assert probe(page, "faint_words") == {}
    page.get_by_label("Message #juniper-team").fill("/show form")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".field-error:visible")).to_have_count(2)
    assert probe(page, "faint_words") == {}


def test_the_colours_can_be_chosen_and_are_remembered(school: School, look: Open) -> None:
    page = look(school.hale)
    page.emulate_media(color_scheme="light")
    day = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for _ in range(2):
        page.get_by_role("button", name="Colours").click()
    night = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.reload()
    expect(page.get_by_role("button", name="Colours: dark")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == night != day
