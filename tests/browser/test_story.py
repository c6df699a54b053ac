"""The README's story on the real demo in a real browser: a teacher, a colleague, an outsider, and a kill -9."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import probe
from tests.browser.demo_run import Demo
from tests.browser.story import (
    BIRCH,
    JUNIPER,
    PHONE,
    Visit,
    become,
    composer,
    confirmation,
    everything,
    keep_picture,
    leave_form,
    open_thread,
    tab_to,
    write,
)

# Opening the school for the first time is part of whichever story comes first.
pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

WORDS = "finished 2 of 3 tasks with the timer #win"
NOT_FOUND = "I could not find that student among the ones you support"


def test_a_teachers_update_reaches_the_team_and_nobody_else(visit: Visit) -> None:
    page = visit()
    expect(page.get_by_role("button", name="You are Imogen Hale, Special education teacher")).to_be_visible()
    write(page, JUNIPER, f"/checkin Maya T: {WORDS}")
    expect(confirmation(page, WORDS)).to_contain_text("Only visible to you")
    expect(confirmation(page, WORDS)).to_contain_text("Team Juniper sees it in this week's thread")
    expect(open_thread(page, "Maya T.").locator(".message", has_text=WORDS)).to_contain_text("Imogen Hale")
    confirmation(page, WORDS).scroll_into_view_if_needed()
    keep_picture(page, "checkin")

    become(page, "Marisol Lopez")
    expect(confirmation(page, WORDS)).to_have_count(0)
    expect(open_thread(page, "Maya T.").locator(".message", has_text=WORDS)).to_be_visible()

    become(page, "Fable Moss")
    expect(page.locator(".place-title")).to_contain_text("staff-room")
    found = everything(page)
    assert [word for word in ("Maya", "Tern", "team-juniper", "Team Juniper", "timer") if word in found] == []
    write(page, "staff-room", "/checkin Maya T: hi")
    answer = page.locator(".message.ephemeral", has_text=NOT_FOUND)
    expect(answer).to_contain_text("Maya T: hi")
    keep_picture(page, "outsider")
    known = answer.inner_text()
    answer.get_by_role("button", name="Dismiss").click()
    write(page, "staff-room", "/checkin Nobody T: hi")
    expect(answer).to_contain_text("Nobody T: hi")
    assert answer.inner_text().replace("Nobody", "Maya") == known


def test_the_form_is_filled_in_by_keyboard_alone(visit: Visit) -> None:
    page = visit()
    tab_to(page, composer(page, JUNIPER))
    page.keyboard.type("/che")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    form = page.get_by_role("dialog", name="Check-in")
    expect(form.get_by_role("button", name="Student")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("Fe")
    expect(page.get_by_role("option")).to_have_text(["Fen O., grade 3"])
    page.keyboard.press("Enter")
    tab_to(page, form.get_by_role("button", name="What about"))
    page.keyboard.press("ArrowDown")
    page.keyboard.type("prog")
    page.keyboard.press("Enter")
    tab_to(page, form.get_by_label("Update"))
    page.keyboard.type("Wrote four sentences before he looked up.")
    tab_to(page, form.get_by_label("What is working?"))
    page.keyboard.type("The quiet corner, and starting with the picture.")
    assert probe(page, "nameless_controls") == []
    keep_picture(page, "form")
    tab_to(page, form.get_by_role("button", name="Keep it"))
    page.keyboard.press("Enter")
    expect(form).to_have_count(0)
    expect(confirmation(page, "Wrote four sentences")).to_contain_text("Fen O.")


def test_home_shows_my_students_and_what_i_wrote(visit: Visit) -> None:
    page = visit()
    page.get_by_role("link", name="Roundtable").click()
    home = page.locator(".home")
    expect(home).to_contain_text("Your position: special education")
    for student in ("Billie S.", "Fen O.", "Grace L.", "Maya T."):
        expect(home).to_contain_text(student)
    expect(home).to_contain_text("used the checklist without being asked")
    keep_picture(page, "home")
    home.get_by_role("button", name="Check in", exact=True).first.click()
    leave_form(page, "Check-in")


def test_it_is_all_there_on_a_phone(visit: Visit) -> None:
    page = visit(**PHONE)
    become(page, "Marisol Lopez")
    composer(page, JUNIPER).fill("/checkin Billie S: chose his own book, and finished it #win")
    page.get_by_role("button", name="Send").tap()
    expect(confirmation(page, "chose his own book")).to_be_in_viewport()
    keep_picture(page, "phone")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["viewport"]["width"]  # type: ignore[index]
    page.get_by_role("button", name="Channels").tap()
    page.get_by_role("link", name="Roundtable").tap()
    expect(page.locator(".home")).to_contain_text("chose his own book")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["viewport"]["width"]  # type: ignore[index]


def test_a_lead_adds_a_student(visit: Visit) -> None:
    page = visit()
    write(page, JUNIPER, "/student add")
    form = page.get_by_role("dialog", name="Add a student")
    expect(form).to_contain_text("seen by that team alone")
    form.get_by_label("First name").fill("Juno")
    form.get_by_label("Last name").fill("Brightwater")
    form.get_by_role("button", name="Add", exact=True).click()
    expect(form).to_have_count(0)
    expect(page.locator(".message.ephemeral", has_text="Juno B.")).to_be_visible()
    write(page, JUNIPER, "/checkin Juno found the library alone #win")
    expect(confirmation(page, "found the library alone")).to_contain_text("Juno B.")


def test_a_new_private_channel_becomes_a_team(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="New channel").click()
    page.get_by_label("Name", exact=True).fill("team-aspen")
    page.get_by_role("button", name="Create").click()
    page.get_by_role("button", name="About this channel").click()
    page.get_by_role("button", name="Add people or the app").click()
    page.keyboard.type("Roundtable")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Set up this team").click()
    form = page.get_by_role("dialog", name="Set up this team")
    form.get_by_role("button", name="Set up", exact=True).click()
    expect(form).to_have_count(0)
    expect(page.locator(".message", has_text="This team is set up: Team Aspen")).to_contain_text("@Imogen Hale")
    write(page, "team-aspen", "/student add")
    expect(page.get_by_role("dialog", name="Add a student")).to_contain_text("Team Aspen")
    leave_form(page, "Add a student")


def test_a_kill_takes_nothing_that_was_confirmed(demo: Demo, visit: Visit) -> None:
    page = visit()
    become(page, "Linnea Pell")
    write(page, BIRCH, "/checkin Zadie P: read to the class from her own story #win")
    expect(confirmation(page, "read to the class")).to_be_visible()
    page.context.close()
    demo.kill()
    assert "for the first time" not in demo.start()

    page = visit()
    become(page, "Perpetua Vale")
    thread = open_thread(page, "Zadie P.")
    expect(thread.locator(".message", has_text="read to the class")).to_have_count(1)
    expect(thread.locator(".message", has_text="two-minute warning")).to_have_count(1)
    write(page, BIRCH, "/checkin Zadie P: and asked for another turn #win")
    expect(confirmation(page, "asked for another turn")).to_be_visible()
    expect(thread.locator(".message", has_text="asked for another turn")).to_be_visible()
