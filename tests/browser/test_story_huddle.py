"""A week's huddle, told in the demo: it comes by itself, is talked through, summed up, and the next one is nudged."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import probe
from tests.browser.story import JUNIPER, Visit, become, keep_picture, open_direct, write

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

REPLY = "Let us try the timer in art as well, for one week."
UPDATE = "explained the timer to a new classmate #win"
PROMISE = "Ask the art room for a place by the window"


def move_clock(page: Page, wall: str) -> None:
    """To a moment of the person's own zone, as 2026-11-25T15:15."""
    page.get_by_role("button", name=re.compile("Practice clock")).click()
    dialog = page.get_by_role("dialog", name="Move the clock forward")
    dialog.get_by_label(re.compile("To a moment")).fill(wall)
    dialog.get_by_role("button", name="Go", exact=True).click()
    expect(dialog).to_have_count(0)


def day_of(page: Page, days: int) -> str:
    """The date so many days from the practice clock's own."""
    script = """([title, days]) => {
      const [, month, day, year] = title.match(/(\\w+) (\\d+), (\\d+)/);
      const date = new Date(Date.parse(`${month} ${day}, ${year} 12:00 UTC`) + days * 86400000);
      return date.toISOString().slice(0, 10);
    }"""
    title = page.get_by_role("button", name=re.compile("Practice clock")).get_attribute("title")
    return str(page.evaluate(script, [title, days]))


def test_a_huddle_comes_by_itself_is_closed_and_the_next_one_is_nudged(visit: Visit) -> None:
    page = visit()
    write(page, JUNIPER, "/focus")
    expect(page.locator(".message.ephemeral", has_text="next huddle").last).to_contain_text("Maya T.")
    page.get_by_role("button", name=re.compile("Practice clock")).click()
    page.get_by_role("button", name="Go to the next huddle").click()
    post = page.locator(".main .message", has_text="Student Focus Huddle").last
    expect(post).to_contain_text("Still open from last time")
    expect(post.get_by_role("button", name="5 replies")).to_be_visible()
    post.scroll_into_view_if_needed()
    keep_picture(page, "huddle")

    become(page, "Marisol Lopez")
    post.get_by_role("button", name=re.compile("repl")).click()
    thread = page.get_by_role("complementary", name="Thread")
    expect(thread).to_contain_text("Strengths and wins")
    thread.get_by_role("textbox").fill(REPLY)
    page.keyboard.press("Enter")
    post.get_by_role("button", name="Add update").click()
    form = page.get_by_role("dialog", name="Check-in")
    form.get_by_label("Update").fill(UPDATE)
    form.get_by_role("button", name="Keep it").click()
    expect(form).to_have_count(0)
    post.get_by_role("button", name="Add follow-up").click()
    form = page.get_by_role("dialog", name="Follow-up")
    form.get_by_label("What is promised?").fill(PROMISE)
    form.get_by_role("button", name="Promise it").click()
    expect(form).to_have_count(0)
    assert probe(page, "nameless_controls") == []

    post.get_by_role("button", name="Close huddle").click()
    recap = page.locator(".message", has_text="Recap").last
    expect(recap).to_contain_text(PROMISE)
    expect(recap).to_contain_text("@Marisol Lopez")
    recap.scroll_into_view_if_needed()
    keep_picture(page, "recap")

    move_clock(page, f"{day_of(page, 6)}T10:00")
    become(page, "Imogen Hale")
    nudge = open_direct(page).filter(has_text="uddle").last
    expect(nudge).to_contain_text("Billie S. is the focus of the huddle")
