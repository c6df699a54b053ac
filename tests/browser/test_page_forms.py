"""The app's forms: filled in, refused with words under the field, sent, stacked, changed while open; and Home."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, School
from tests.browser.specimen_blocks import Json

pytestmark = pytest.mark.browser


def open_form(page: Page, what: str) -> None:
    field = page.get_by_label("Message #juniper-team")
    field.fill(f"/show {what}")
    field.press("Enter")
    page.get_by_role("dialog").wait_for()


def test_a_form_is_filled_in_and_sent(school: School, look: Open) -> None:
    page = look(school.hale)
    open_form(page, "form")
    form = page.get_by_role("dialog", name="A note")
    form.get_by_role("button", name="Student").click()
    page.keyboard.type("ma")
    page.keyboard.press("Enter")
    expect(form.get_by_role("button", name="Student")).to_contain_text("Maya Tern")
    form.get_by_role("button", name="What about").click()
    page.get_by_role("option", name="Win").click()
    form.get_by_label("Update").fill("finished 2 of 3")
    form.get_by_label("Restricted").last.check()
    form.get_by_label("Due").fill("2026-10-16")
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)
    values = school.app.last("view_submission")["view"]["state"]["values"]
    assert values["student"]["chosen"]["selected_option"]["value"] == "maya"
    assert values["about"]["chosen"]["selected_option"]["value"] == "win"
    assert values["update"]["words"] == {"type": "plain_text_input", "value": "finished 2 of 3"}
    assert values["good"]["words"]["value"] is None
    assert [each["value"] for each in values["flags"]["ticked"]["selected_options"]] == ["yes"]
    assert values["due"]["day"]["selected_date"] == "2026-10-16"


def test_what_is_wrong_stands_under_its_field(school: School, look: Open) -> None:
    page = look(school.hale)
    open_form(page, "form")
    form = page.get_by_role("dialog")
    update = form.get_by_label("Update")
    error = form.locator("[data-block=update] .field-error")
    form.get_by_role("button", name="Save").click()
    expect(form.locator(".field-error:visible")).to_have_text(["Please fill in this field."] * 2)
    expect(form.get_by_role("button", name="Student")).to_be_focused()
    update.fill("x" * 41)
    expect(form.locator(".count")).to_have_text("1 too many")
    form.get_by_role("button", name="Student").click()
    page.keyboard.type("fen")
    page.keyboard.press("Enter")
    expect(form.get_by_role("button", name="Student")).to_contain_text("Fen Oakes")
    expect(form.locator("[data-block=student] .field-error")).to_be_hidden()
    form.get_by_role("button", name="Save").click()
    expect(error).to_have_text("Please keep to 40 characters; there are 41.")
    assert not [each for each in school.app.heard if each["type"] == "view_submission"]
    update.fill("that is wrong")
    form.get_by_role("button", name="Save").click()
    expect(error).to_have_text("Please say it kindly.")
    expect(update).to_have_attribute("aria-invalid", "true")
    expect(update).to_have_value("that is wrong")


def test_every_kind_of_field_says_its_value(school: School, look: Open) -> None:
    page = look(school.hale)
    open_form(page, "fields")
    form = page.get_by_role("dialog", name="Every field")
    form.get_by_role("button", name="People").click()
    for name in ("dara", "sol"):
        page.get_by_role("combobox", name="Search").fill(name)
        page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(form.locator(".chip")).to_have_text(["Dara Hale", "Sol Gray"])
    form.get_by_role("button", name="Remove Dara Hale").click()
    form.get_by_role("button", name="Where").click()
    page.get_by_role("combobox", name="Search").fill("juniper")
    page.keyboard.press("Enter")
    form.get_by_label("Win").check()
    form.get_by_label("Minutes").fill("ten")
    form.get_by_role("button", name="Save").click()
    expect(form.locator(".field-error:visible")).to_have_text("Please enter a number.")
    form.get_by_label("Minutes").fill("10")
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)
    values: Json = school.app.last("view_submission")["view"]["state"]["values"]
    assert values["people"]["chosen"]["selected_users"] == [school.gray.id]
    assert values["where"]["chosen"]["selected_conversation"] == school.juniper.id
    assert values["radio"]["chosen"]["selected_option"]["value"] == "win"
    assert values["time"]["time"]["selected_time"] == "09:30"
    assert values["when"]["when"]["selected_date_time"] == 1794000000
    assert values["number"]["n"]["value"] == "10"


def test_forms_stand_upon_each_other_and_keep_what_was_typed_when_they_change(school: School, look: Open) -> None:
    page = look(school.hale)
    open_form(page, "stack")
    form = page.get_by_role("dialog")
    form.get_by_label("What is working?").fill("the timer")
    form.get_by_role("button", name="Push another").click()
    expect(form.get_by_role("heading")).to_have_text("Second")
    page.keyboard.press("Escape")
    expect(form.get_by_role("heading")).to_have_text("First")
    form.get_by_role("button", name="Change this").click()
    expect(form.get_by_role("heading")).to_have_text("First, changed")
    expect(form).to_contain_text("Added while open")
    expect(form.get_by_label("What is working?")).to_have_value("the timer")
    form.get_by_role("button", name="Close").click()
    expect(form).to_have_count(0)


def test_a_form_the_app_did_not_take_keeps_its_words(school: School, look: Open) -> None:
    page = look(school.hale)
    open_form(page, "stack")
    form = page.get_by_role("dialog")
    form.get_by_label("What is working?").fill("the timer")
    school.app.stop()
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_have_text("We had some trouble connecting. Try again?")
    expect(form.get_by_label("What is working?")).to_have_value("the timer")


def test_shortcuts_open_forms_from_a_message_and_from_anywhere(school: School, look: Open) -> None:
    school.sandbox.visitor(school.lopez).types("Maya read aloud", school.juniper)
    page = look(school.hale)
    page.locator(".message").hover()
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Note this").click()
    expect(page.get_by_role("dialog", name="A note")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Shortcuts").click()
    page.get_by_role("menuitem", name="New note").click()
    expect(page.get_by_role("dialog", name="A note")).to_be_visible()
    told = [each["callback_id"] for each in school.app.heard if each["type"] in ("message_action", "shortcut")]
    assert told == ["note_this", "new_note"]


def test_home_shows_what_the_app_published_and_keeps_what_is_typed(school: School, look: Open) -> None:
    page = look(school.hale)
    page.get_by_role("link", name="Specimen").click()
    expect(page.locator(".home")).to_contain_text("Done 0 times")
    page.get_by_label("A note to myself").fill("call home")
    page.get_by_role("button", name="Done").click()
    expect(page.locator(".home")).to_contain_text("Done 1 times")
    expect(page.get_by_label("A note to myself")).to_have_value("call home")
    page.get_by_role("link", name="Messages").click()
    expect(page.get_by_label("Message Specimen")).to_be_visible()
