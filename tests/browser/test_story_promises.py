"""A promise, told in the demo: a message becomes a follow-up, its owner is asked about it, and its giver hears."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import probe
from tests.browser.story import (
    JUNIPER,
    PHONE,
    Visit,
    become,
    choose,
    composer,
    from_message,
    keep_picture,
    open_direct,
    open_thread,
    write,
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

PROMISE = "Send home the timer and the card that goes with it"


def test_a_message_becomes_a_followup_and_who_gave_it_hears_that_it_is_done(visit: Visit) -> None:
    page = visit()
    from_message(page, "with the timer this morning", "Add follow-up")
    form = page.get_by_role("dialog", name="Follow-up")
    expect(form).to_contain_text("nothing is kept until you press")
    form.get_by_label("What is promised?").fill(PROMISE)
    choose(page, form, "Owner", "Marisol")
    assert probe(page, "nameless_controls") == []
    keep_picture(page, "followup")
    form.get_by_role("button", name="Promise it").click()
    expect(page.locator(".message.ephemeral", has_text=PROMISE)).to_contain_text("Promised.")

    become(page, "Marisol Lopez")
    open_thread(page, "Maya T.").get_by_role("textbox").fill("@roundtable who owns follow-up for this student?")
    page.keyboard.press("Enter")
    answer = page.get_by_role("complementary", name="Thread").locator(".message", has_text="Roles").last
    expect(answer).to_contain_text(PROMISE)
    expect(answer).to_contain_text("@Marisol Lopez")
    answer.scroll_into_view_if_needed()
    keep_picture(page, "asked")
    given = open_direct(page).filter(has_text=PROMISE).first
    expect(given).to_contain_text("@Imogen Hale gave you a follow-up")
    given.get_by_role("button", name="Done").click()
    expect(page.locator(".main .message", has_text="Done").filter(has_text=PROMISE).first).to_be_visible()

    become(page, "Imogen Hale")
    expect(open_direct(page).filter(has_text=PROMISE).last).to_contain_text("@Marisol Lopez")


def test_the_card_shows_who_holds_what_and_a_gap_is_filled_from_it(visit: Visit) -> None:
    page = visit()
    write(page, JUNIPER, "/student Fen O")
    card = page.locator(".message.ephemeral", has_text="Who holds what").last
    card.get_by_role("button", name="Assign meetings").click()
    form = page.get_by_role("dialog")
    choose(page, form, "Who carries it", "Marisol")
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)
    write(page, JUNIPER, "/whoowns who runs the meetings for Fen?")
    expect(page.locator(".message.ephemeral", has_text="since").last).to_contain_text("@Marisol Lopez")


def test_a_question_is_asked_in_a_hurry_on_a_phone(visit: Visit) -> None:
    page = visit(**PHONE)
    composer(page, JUNIPER).fill("/whoowns whos got the ball on maya??")
    page.get_by_role("button", name="Send").tap()
    expect(page.locator(".message.ephemeral", has_text="Maya T.").last).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["viewport"]["width"]  # type: ignore[index]


def test_an_outsider_reads_the_same_of_a_student_and_of_nobody(visit: Visit) -> None:
    page = visit()
    become(page, "Fable Moss")
    said = []
    for name in ("Maya T", "Juno T"):
        write(page, "staff-room", f"/whoowns {name}")
        answer = page.locator(".message.ephemeral").last
        expect(answer).to_contain_text(name)
        said.append(answer.locator(".message-body").inner_text().replace(name, "…"))
        answer.get_by_role("button", name="Dismiss").click()
    assert said[0] == said[1]
