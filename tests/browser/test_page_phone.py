"""On a phone the rail is a drawer, thread and form fill the screen, and nothing runs over the side."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open, School
from tests.browser.specimen_blocks import PRESSES, RICH, TABLES, WORDS

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 375, "height": 720}, "has_touch": True, "is_mobile": True}


def assert_fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == 375


def width(part: Locator) -> int:
    box = part.bounding_box()
    return round(box["width"]) if box else 0


def test_everything_fits_on_a_phone(school: School, look: Open) -> None:
    asked = school.sandbox.visitor(school.lopez).types("A-very-long-word" * 12, school.juniper)
    school.sandbox.visitor(school.lopez).types("reply", school.juniper, asked.ts)
    for blocks in (WORDS, RICH, TABLES[:1], PRESSES):
        school.app.show(school.juniper.id, blocks)
    page = look(school.hale, school.staff_room, **PHONE)
    page.get_by_role("button", name="Channels").tap()
    expect(page.get_by_role("navigation", name="Channels and messages")).to_be_visible()
    page.locator(".rail-link", has_text="juniper-team").tap()
    expect(page.get_by_role("navigation", name="Channels and messages")).to_be_hidden()
    expect(page.locator(".message").first).to_be_attached()
    assert_fits(page)
    page.get_by_role("button", name="1 reply").tap()
    thread = page.get_by_role("complementary", name="Thread")
    expect(thread).to_be_visible()
    assert width(thread) == 375
    assert_fits(page)
    page.get_by_role("button", name="Close thread").tap()
    page.get_by_label("Message #juniper-team").fill("/show form")
    page.get_by_role("button", name="Send").tap()
    form = page.get_by_role("dialog", name="A note")
    expect(form).to_be_visible()
    assert width(form) == 375
    form.get_by_role("button", name="Cancel").tap()
    page.get_by_role("button", name="Switch person").tap()
    expect(page.get_by_role("option").first).to_be_visible()
    assert_fits(page)
