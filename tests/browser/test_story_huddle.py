"""A week's huddle, told in the demo: set up, nudged, it comes by itself, is talked through, closed and summed up."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import probe
from tests.browser.story import JUNIPER, Visit, become, go_to, keep_picture, open_direct, write

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

BEFORE = "tells the whole class what comes next"
REPLY = "Decided: the timer in art as well, for one week."
UPDATE = "explained the timer to a new classmate #win"
PROMISE = "Ask the art room for a place by the window"


def set_up(page: Page) -> None:
    """A lead names a day on which the team does not meet, and lets closed days go."""
    write(page, JUNIPER, "/focus setup")
    page.get_by_role("dialog", name="Weekly huddle").get_by_role("button", name="Your team's own days").click()
    page.get_by_role("dialog", name="Your team's own days").get_by_role("button", name="Add days").click()
    form = page.get_by_role("dialog", name="Add days")
    form.get_by_label("Name").fill("Field trip")
    form.get_by_label("First day").fill("2035-10-10")
    form.get_by_role("button", name="Save").click()
    listed = page.get_by_role("dialog", name="Your team's own days")
    expect(listed).to_contain_text("Wednesday, 10 October 2035")
    listed.get_by_text("Close", exact=True).click()
    form = page.get_by_role("dialog", name="Weekly huddle")
    form.get_by_role("button", name="On a closed day").click()
    page.get_by_role("option", name="Skip that week").click()
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)


def keep_update(form: Locator, words: str) -> None:
    form.get_by_label("Update").fill(words)
    form.get_by_role("button", name="Keep it").click()
    expect(form).to_have_count(0)


def test_a_huddle_is_set_up_nudged_comes_by_itself_and_is_closed(visit: Visit) -> None:
    page = visit()
    set_up(page)
    write(page, JUNIPER, "/focus")
    queue = page.locator(".message.ephemeral", has_text="next huddle").last
    expect(queue).to_contain_text("at 3:15 PM")
    expect(queue).to_contain_text("Maya T.")

    nudge = open_direct(page).filter(has_text="Maya T. is the focus of the huddle").last
    nudge.get_by_role("button", name="Check in").click()
    keep_update(page.get_by_role("dialog", name="Check-in"), BEFORE)

    go_to(page, JUNIPER)
    page.get_by_role("button", name=re.compile("Practice clock")).click()
    page.get_by_role("button", name="Go to the next huddle").click()
    post = page.locator(".main .message", has_text="Student Focus Huddle").last
    expect(post).to_contain_text("Still open from last time")
    expect(post).to_contain_text(BEFORE)
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
    keep_update(page.get_by_role("dialog", name="Check-in"), UPDATE)
    post.get_by_role("button", name="Add follow-up").click()
    form = page.get_by_role("dialog", name="Follow-up")
    form.get_by_label("What is promised?").fill(PROMISE)
    form.get_by_role("button", name="Promise it").click()
    expect(form).to_have_count(0)
    assert probe(page, "nameless_controls") == []

    post.get_by_role("button", name="Close huddle").click()
    recap = page.locator(".message", has_text="Recap").last
    for words in (PROMISE, "the timer in art as well", "@Marisol Lopez", "Next: "):
        expect(recap).to_contain_text(words)
    recap.scroll_into_view_if_needed()
    keep_picture(page, "recap")
