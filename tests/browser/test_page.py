"""People at the page: they write, answer, react, share files, change places, and move the clock."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.browser.conftest import Open, School

pytestmark = pytest.mark.browser


def test_a_message_written_on_one_page_appears_on_the_other(school: School, look: Open) -> None:
    hale, lopez = look(school.hale), look(school.lopez)
    hale.get_by_label("Message #juniper-team").fill("@lopez, reading groups swap")
    hale.keyboard.press("Enter")
    message = lopez.locator(".message", has_text="reading groups swap")
    expect(message.locator(".author")).to_have_text("Dara Hale")
    expect(message.locator(".mention.me")).to_have_text("@Inés Lopez")
    expect(hale.get_by_label("Message #juniper-team")).to_have_value("")


def test_what_comes_elsewhere_is_marked_unread_and_previewed(school: School, look: Open) -> None:
    page = look(school.hale)
    school.sandbox.visitor(school.lopez).types("Coffee is on", school.staff_room)
    link = page.locator(".rail-link", has_text="staff-room")
    expect(link.locator(".unread-count")).to_have_text("1 unread")
    expect(page.locator(".toast.notification")).to_contain_text("Coffee is on")
    page.get_by_role("button", name="Activity").click()
    expect(page.get_by_role("menuitem")).to_have_text("#staff-roomCoffee is on")
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu")).to_have_count(0)
    link.click()
    expect(page.locator(".message", has_text="Coffee is on")).to_be_visible()
    expect(page.get_by_role("separator", name="New messages")).to_be_visible()
    expect(page.locator(".unread-count")).to_have_count(0)


def test_a_command_is_answered_to_its_writer_alone(school: School, look: Open) -> None:
    hale, lopez = look(school.hale), look(school.lopez)
    field = hale.get_by_label("Message #juniper-team")
    field.press_sequentially("/no")
    expect(hale.get_by_role("option")).to_contain_text(["/note reading went well #win"])
    field.press("Enter")
    field.press_sequentially("counted to 20")
    field.press("Enter")
    answer = hale.locator(".message.ephemeral")
    expect(answer).to_contain_text("Only visible to you")
    expect(answer).to_contain_text("Kept: counted to 20")
    expect(hale.locator(".composer-word")).to_have_text(re.compile(r"Answered in [\d.]+ ms"))
    expect(lopez.locator(".message")).to_have_count(0)
    answer.get_by_role("button", name="Dismiss").click()
    expect(answer).to_have_count(0)


def test_a_command_that_fails_leaves_the_words_in_the_field(school: School, look: Open) -> None:
    page = look(school.hale)
    field = page.get_by_label("Message #juniper-team")
    field.fill("/nothing of the kind")
    field.press("Enter")
    expect(page.locator(".composer-word.wrong")).to_have_text("/nothing is not a valid command.")
    expect(page.locator(".toast")).to_have_count(0)
    expect(field).to_have_value("/nothing of the kind")


def test_replies_stand_in_the_thread_and_are_counted_in_the_channel(school: School, look: Open) -> None:
    asked = school.sandbox.visitor(school.lopez).types("Who takes table 2?", school.juniper)
    page = look(school.hale)
    page.locator(".message", has_text="table 2").hover()
    page.get_by_role("button", name="Reply in thread").click()
    page.get_by_label("Reply", exact=True).last.fill("I will")
    page.keyboard.press("Enter")
    thread = page.get_by_role("complementary", name="Thread")
    expect(thread.locator(".message", has_text="I will")).to_be_visible()
    school.sandbox.visitor(school.lopez).types("Thank you", school.juniper, asked.ts)
    expect(thread.locator(".message", has_text="Thank you")).to_be_visible()
    expect(page.locator(".replies")).to_contain_text("2 replies")
    expect(page.locator(".main .message", has_text="Thank you")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(thread).to_have_count(0)


def test_commands_are_refused_in_threads_as_slack_does(school: School, look: Open) -> None:
    asked = school.sandbox.visitor(school.lopez).types("Here?", school.juniper)
    page = look(school.hale, rest=asked.ts)
    page.get_by_label("Reply", exact=True).last.fill("/note no")
    page.keyboard.press("Enter")
    expect(page.get_by_text("/note is not supported in threads. Sorry!")).to_be_visible()


def test_changing_the_person_shows_only_what_that_person_may_see(school: School, look: Open) -> None:
    page = look(school.hale)
    expect(page.get_by_role("button", name="You are Dara Hale, Case manager")).to_be_visible()
    page.get_by_role("button", name="Switch person").click()
    page.get_by_role("combobox", name="Search: Switch person").fill("sol")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="You are Sol Gray, Visiting tutor · Guest")).to_be_visible()
    expect(page.locator(".place-title")).to_contain_text("staff-room")
    expect(page.locator(".rail")).not_to_contain_text("juniper-team")


def test_the_clock_goes_forward_and_never_back(school: School, look: Open) -> None:
    page = look(school.hale)
    clock = page.get_by_role("button", name="Practice clock")
    before = school.sandbox.now()
    clock.click()
    page.get_by_role("button", name="+ 1 hour").click()
    expect(page.get_by_role("dialog", name="Move the clock forward")).to_have_count(0)
    assert 3500 < (school.sandbox.now() - before).total_seconds() < 3700
    clock.click()
    page.get_by_label("To a moment").fill("2020-01-01T08:00")
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("alert")).to_have_text("The clock only goes forward. Choose a later moment.")


def test_a_file_is_shared_edited_words_are_marked_and_reactions_counted(
    school: School, look: Open, tmp_path: Path
) -> None:
    page = look(school.hale)
    (tmp_path / "roster.csv").write_text("school_id,first_name\n", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(tmp_path / "roster.csv")
    expect(page.locator(".card-file", has_text="roster.csv")).to_be_visible()
    page.get_by_label("Message #juniper-team").fill("Reading log is in")
    page.keyboard.press("Enter")
    message = page.locator(".message", has_text="Reading log")
    message.hover()
    message.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Edit message").click()
    page.get_by_label("Edit message").fill("Reading log is in, *twice*")
    page.keyboard.press("Enter")
    expect(message.locator("strong")).to_have_text("twice")
    expect(message).to_contain_text("(edited)")
    message.hover()
    message.get_by_role("button", name="Add a reaction").click()
    page.get_by_role("menuitem", name="eyes").click()
    expect(message.locator(".reaction[aria-pressed=true]")).to_contain_text("1")


def test_a_lost_line_comes_back_with_what_was_missed(school: School, look: Open) -> None:
    lines: list[WebSocketRoute] = []
    page = look(school.hale, lines=lines)
    lines[0].close()
    expect(page.get_by_text("The line to the workspace is lost")).to_be_visible()
    school.sandbox.visitor(school.lopez).types("While you were away", school.juniper)
    expect(page.locator(".message", has_text="While you were away")).to_be_visible()
    expect(page.get_by_text("The line to the workspace is lost")).to_be_hidden()


def test_people_and_the_app_are_added_to_a_channel(school: School, look: Open) -> None:
    page = look(school.hale)
    page.get_by_role("button", name="About this channel").click()
    page.get_by_role("button", name="Add people or the app").click()
    page.keyboard.type("sol")
    page.keyboard.press("Enter")
    expect(page.locator(".member", has_text="Sol Gray")).to_contain_text("Guest")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="About this channel")).to_have_text("4")


def test_a_file_is_dropped_where_it_shall_go(school: School, look: Open) -> None:
    page = look(school.hale)
    files = page.evaluate_handle(
        """() => {
          const carried = new DataTransfer();
          carried.items.add(new File(["week,done"], "week.csv", { type: "text/csv" }));
          return carried;
        }"""
    )
    page.dispatch_event(".place", "dragover", {"dataTransfer": files})
    expect(page.get_by_text("Drop to share in #juniper-team")).to_be_visible()
    page.dispatch_event(".place", "drop", {"dataTransfer": files})
    expect(page.locator(".card-file", has_text="week.csv")).to_be_visible()
    expect(page.get_by_text("Drop to share in #juniper-team")).to_be_hidden()


def test_a_long_channel_shows_its_newest_part_and_the_rest_when_asked(school: School, look: Open) -> None:
    lopez = school.sandbox.visitor(school.lopez)
    first = lopez.types("the very first", school.juniper)
    for number in range(150):
        lopez.types(f"note {number}", school.juniper)
    page = look(school.hale)
    expect(page.locator(".message")).to_have_count(150)
    page.get_by_role("button", name="Earlier messages").click()
    expect(page.locator(".message").first).to_contain_text("the very first")
    page = look(school.hale, rest=f"at-{first.ts}")
    expect(page.locator(".message.found")).to_be_in_viewport()


def test_a_channel_under_another_name_is_shown_by_that_name(school: School, look: Open) -> None:
    page = look(school.hale)
    page.get_by_role("button", name="About this channel").click()
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("menuitem", name="Rename…").click()
    page.get_by_label("Name", exact=True).fill("juniper-2027")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Message #juniper-2027")).to_be_attached()
    expect(page.get_by_role("dialog", name="#juniper-2027")).to_be_visible()
