"""What apps show in messages is drawn as meant, and pressing it tells the app what it needs to know."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, School, probe
from tests.browser.specimen_blocks import PRESSES, RICH, TABLES, WORDS, Json, mrkdwn, option, plain, select

pytestmark = pytest.mark.browser


def test_words_rich_text_and_tables_are_drawn(school: School, look: Open) -> None:
    for blocks in (WORDS, RICH, TABLES[:1], TABLES[1:]):
        school.app.show(school.juniper.id, blocks)
    page = look(school.hale)
    expect(page.locator(".messages")).to_contain_text("2*3*4, snake_case_word")
    expect(page.locator(".block-section blockquote")).to_have_text("quoted & kept")
    expect(page.locator(".block-section .pre")).to_have_text("pre *as is* <b>")
    expect(page.locator(".block-section").get_by_role("link", name="a link")).to_have_attribute(
        "href", "https://example.org/?a=1&b=2"
    )
    expect(page.locator(".block-context time")).to_have_text("Nov 6, 2026 at 3:20 PM")
    expect(page.locator(".block-rich_text")).to_contain_text(", <b>not a tag</b>, a link")
    expect(page.locator(".block-rich_text s")).to_have_text("struck")
    expect(page.locator(".block-rich_text ol.indent-1 li")).to_have_text("Count aloud")
    expect(page.locator(".block-markdown").get_by_role("heading", name="What helps")).to_be_visible()
    expect(page.locator(".block-markdown td")).to_have_text(["1", "2 of 3"])
    expect(page.locator(".block-table th")).to_have_text(["Role", "Since"])


def test_a_data_table_turns_its_pages_and_sorts(school: School, look: Open) -> None:
    school.app.show(school.juniper.id, TABLES[1:])
    table = look(school.hale).locator(".data-table")
    expect(table.locator("tbody tr")).to_have_text(["Week 364", "Week 3711"])
    table.get_by_role("button", name="Further rows").click()
    expect(table.locator("tbody tr")).to_have_text(["Week 382"])
    table.get_by_role("button", name="Kept").click()
    expect(table.locator("tbody td")).to_have_text(["2", "4"])
    expect(table.get_by_role("columnheader", name="Kept")).to_have_attribute("aria-sort", "ascending")


def test_rarer_blocks_are_told_plainly_and_unknown_ones_by_name(school: School, look: Open) -> None:
    page = look(school.hale)
    open_button = {"type": "button", "action_id": "open", "text": plain("Open")}
    card = {"type": "card", "title": mrkdwn("*Reading log*"), "body": mrkdwn("Sent"), "actions": [open_button]}
    points = [{"label": "36", "value": 4}, {"label": "37", "value": 11}]
    lines = {"type": "line", "series": [{"name": "Kept", "data": points}], "axis_config": {"categories": ["36", "37"]}}
    blocks: list[Json] = [
        {"type": "alert", "level": "warning", "text": mrkdwn("Careful")},
        {"type": "carousel", "elements": [card, card]},
        {"type": "container", "title": plain("Held"), "child_blocks": [{"type": "section", "text": plain("In")}]},
        {"type": "data_visualization", "title": "Check-ins", "chart": lines},
        {"type": "video", "title": plain("Timer"), "title_url": "https://example.org/v", "alt_text": "x"},
        {"type": "later_block", "title": plain("Something new")},
    ]
    probe(page, "draw_blocks", [blocks])
    drawn = page.locator(".drawn")
    expect(drawn.locator(".alert.warning")).to_have_text("Careful")
    expect(drawn.locator(".card strong")).to_have_text(["Reading log", "Reading log"])
    expect(drawn.locator(".container .block-section")).to_have_text("In")
    expect(drawn.get_by_role("row")).to_have_text(["Kept", "364", "3711"])
    expect(drawn.get_by_role("link", name="Timer")).to_have_attribute("href", "https://example.org/v")
    expect(drawn.locator(".unknown")).to_have_text("A “later_block” block: Something new")


def test_a_press_says_which_button_and_a_refused_question_says_nothing(school: School, look: Open) -> None:
    school.app.show(school.juniper.id, PRESSES)
    page = look(school.hale)
    page.get_by_role("button", name="Withdraw").click()
    page.get_by_role("dialog", name="Withdraw it?").get_by_role("button", name="Keep it").click()
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("button", name="Done")).not_to_have_attribute("aria-busy", "true")
    page.get_by_role("button", name="Withdraw").click()
    page.get_by_role("dialog").get_by_role("button", name="Withdraw").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Withdraw")).not_to_have_attribute("aria-busy", "true")
    pressed = [each["actions"][0]["action_id"] for each in school.app.heard if each["type"] == "block_actions"]
    assert pressed == ["done", "away"]


def test_choices_dates_and_boxes_reach_the_app_with_the_state_around_them(school: School, look: Open) -> None:
    school.app.show(school.juniper.id, PRESSES)
    page = look(school.hale)
    presses = page.locator(".block-actions")

    def chosen() -> Json:
        page.wait_for_function("() => !document.querySelector('[aria-busy=true]')")
        school.sandbox.settle()
        action: Json = school.app.last("block_actions")["actions"][0]
        return action

    presses.get_by_role("button", name="Owner").click()
    page.keyboard.type("ines l")
    page.keyboard.press("Enter")
    expect(presses.locator(".select-value").nth(1)).to_have_text("Inés Lopez")
    presses.get_by_role("button", name="More choices").click()
    page.get_by_role("menuitem", name="Snooze").click()
    expect(page.get_by_role("menu")).to_have_count(0)
    with page.expect_response("**/page/press"):
        page.get_by_label("Behavior").check()
    assert [each["value"] for each in chosen()["selected_options"]] == ["progress", "behavior"]
    state = school.app.last("block_actions")["state"]["values"]
    assert state["presses"]["owner"]["selected_user"] == school.lopez.id
    assert state["presses"]["due"]["selected_date"] == "2026-10-16"
    told = [each["actions"][0] for each in school.app.heard if each["type"] == "block_actions"]
    assert told[1]["selected_option"] == option("Snooze", "zz")


def test_a_changed_message_keeps_the_choice_and_shows_the_mark(school: School, look: Open) -> None:
    topic = {"type": "actions", "block_id": "row", "elements": [select("static_select", options=[option("Win", "w")])]}
    ts = school.app.show(school.juniper.id, [topic])
    page = look(school.hale)
    page.get_by_role("button", name="Choose").click()
    page.keyboard.press("Enter")
    said = {"type": "section", "block_id": "said", "text": mrkdwn("~Taken back~")}
    school.app.client.chat_update(channel=school.juniper.id, ts=ts, text="changed", blocks=[said, topic])
    expect(page.locator(".message s")).to_have_text("Taken back")
    expect(page.locator(".select-value")).to_have_text("Win")
    expect(page.locator(".edited")).to_be_visible()
