"""Everything can be done without a pointer, and every control has a name."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, School, probe

pytestmark = pytest.mark.browser


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Tabs until the control has the focus, and sees a ring around everything on the way."""
    for _ in range(60):
        page.keyboard.press(key)
        assert probe(page, "unringed_focus") is None
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never came to {selector}")


def test_a_teacher_without_a_mouse_gets_through_the_day(school: School, look: Open) -> None:
    school.sandbox.visitor(school.lopez).types("Who takes table 2?", school.juniper)
    school.sandbox.visitor(school.lopez).types("And the door?", school.juniper)
    page = look(school.hale, school.staff_room)
    page.locator("body").focus()
    tab_to(page, ".rail-link[href*=JUNIPE]")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Message #juniper-team")).to_be_focused()
    page.keyboard.type("@lo")
    page.keyboard.press("Enter")
    page.keyboard.type("I do")
    page.keyboard.press("Enter")
    expect(page.locator(".message", has_text="I do").locator(".mention")).to_have_text("@Inés Lopez")

    tab_to(page, ".messages", "Shift+Tab")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".message", has_text="And the door?")).to_be_focused()
    tab_to(page, "[aria-label='More actions']")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu")).to_have_count(0)
    tab_to(page, "[aria-label='Reply in thread']", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Reply", exact=True).last).to_be_focused()
    page.keyboard.type("Me too")
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary").locator(".message", has_text="Me too")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".message", has_text="And the door?")).to_be_focused()

    page.keyboard.press("F6")
    expect(page.get_by_label("Message #juniper-team")).to_be_focused()
    page.keyboard.type("/sh")
    page.keyboard.press("Tab")
    page.keyboard.type("form")
    page.keyboard.press("Enter")
    form = page.get_by_role("dialog", name="A note")
    expect(form.get_by_role("button", name="Student")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("ma")
    expect(page.get_by_role("option")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(form.get_by_role("button", name="Student")).to_contain_text("Milo Marsh")
    tab_to(page, "textarea")
    page.keyboard.type("read aloud")
    assert probe(page, "nameless_controls") == []
    tab_to(page, ".button.primary")
    page.keyboard.press("Enter")
    expect(form).to_have_count(0)
    assert school.app.last("view_submission")["view"]["callback_id"] == "note"
    expect(page.get_by_label("Message #juniper-team")).to_be_focused()


def test_every_control_of_the_page_has_a_name(school: School, look: Open) -> None:
    asked = school.sandbox.visitor(school.lopez).types("Who?", school.juniper)
    page = look(school.hale, rest=asked.ts)
    page.get_by_role("complementary").wait_for()
    assert probe(page, "nameless_controls") == []
    page.get_by_role("button", name="Switch person").click()
    page.get_by_role("option").first.wait_for()
    assert probe(page, "nameless_controls") == []


def test_a_pane_that_comes_late_takes_the_focus_from_nobody_who_writes(school: School, look: Open) -> None:
    asked = school.sandbox.visitor(school.lopez).types("Who takes table 2?", school.juniper)
    page = look(school.hale, school.staff_room)
    late: list[Route] = []
    page.route("**/page/messages*", lambda route: late.append(route))
    page.evaluate("(address) => { location.href = address }", school.address(school.hale, school.juniper, asked.ts))
    page.get_by_label("Message #juniper-team").fill("I do")
    for pane in range(2):
        while len(late) == pane:
            page.wait_for_timeout(10)
        late[pane].continue_()
    expect(page.get_by_role("complementary").locator(".message", has_text="table 2")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main").locator(".message", has_text="I do")).to_be_visible()
