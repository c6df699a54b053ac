"""What people and apps write is only ever text: nothing of it runs, and no link leads to something that does."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, School, probe
from tests.browser.specimen_blocks import Json, mrkdwn, plain

pytestmark = pytest.mark.browser

NASTY = '<img src=x onerror="window.ran=1"><script>window.ran=1</script> <b>bold</b>'
BAD_LINKS = [
    "javascript:window.ran=1",
    "data:text/html,<script>window.ran=1</script>",
    "file:///etc/passwd",
    "vbscript:x",
]
HARMLESS = {
    "a",
    "blockquote",
    "code",
    "div",
    "em",
    "hr",
    "input",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "span",
    "strong",
    "time",
}
HARMLESS |= {"table", "tbody", "td", "th", "thead", "tr", "ul"}


def blocks_with(words: str, link: str) -> list[Json]:
    """The words and the link wherever an app may put them."""
    runs = [{"type": "text", "text": words}, {"type": "link", "url": link, "text": "rich link"}]
    button = {"type": "button", "action_id": "b", "text": plain(words[:75]), "url": link}
    return [
        {"type": "header", "text": plain(words)},
        {"type": "section", "text": mrkdwn(words + f" <{link}|mrkdwn link>"), "accessory": button},
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": runs}]},
        {"type": "markdown", "text": f"{words} [markdown link]({link})"},
        {"type": "image", "image_url": link, "alt_text": words},
        {"type": "context", "elements": [plain(words)]},
    ]


def assert_nothing_ran(page: Page) -> None:
    assert page.evaluate("window.ran") is None
    assert page.locator(".messages img[src=x], .messages script, .messages b, .toasts img").count() == 0
    protocols = page.evaluate("[...new Set([...document.links].map((link) => link.protocol))]")
    assert set(protocols) <= {"http:", "https:", "mailto:"}


def test_what_a_person_types_is_shown_as_they_typed_it(school: School, look: Open) -> None:
    page = look(school.lopez, school.staff_room)
    typist = look(school.hale)
    typist.get_by_label("Message #juniper-team").fill(NASTY)
    typist.keyboard.press("Enter")
    expect(typist.locator(".message")).to_contain_text(NASTY)
    expect(page.locator(".toast")).to_contain_text(NASTY)
    page.locator(".rail-link", has_text="juniper-team").click()
    expect(page.locator(".message")).to_contain_text(NASTY)
    assert_nothing_ran(page)
    assert_nothing_ran(typist)


def test_nothing_an_app_sends_can_run(school: School, look: Open) -> None:
    page = look(school.hale)
    probe(page, "draw_blocks", [blocks_with(NASTY, link) for link in BAD_LINKS])
    expect(page.locator(".block-rich_text").first).to_contain_text(NASTY)
    assert_nothing_ran(page)


def test_only_the_web_and_mail_become_links(school: School, look: Open) -> None:
    page = look(school.hale)
    texts = [
        f"<{link}|x>" for link in [*BAD_LINKS, "https://example.org/a", "mailto:hale@example.org", "//example.org", "x"]
    ]
    links = [drawn[0]["links"] for drawn in probe(page, "draw_texts", texts)]
    assert links == [[], [], [], [], ["https:"], ["mailto:"], [], []]


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_no_text_at_all_makes_an_element_that_could_run(school: School, look: Open) -> None:
    page = look(school.hale)

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.text(alphabet="ab1 <>&|*_~`:/!@#^[]()-.\n'\"=x"), min_size=20, max_size=40))
    def any_text(texts: list[str]) -> None:
        for drawn in (each for pair in probe(page, "draw_texts", texts) for each in pair):
            assert set(drawn["tags"]) <= HARMLESS
            assert set(drawn["links"]) <= {"http:", "https:", "mailto:"}

    any_text()


def test_escaped_text_without_marks_is_read_back_as_it_was_typed(school: School, look: Open) -> None:
    page = look(school.hale)

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.text(alphabet="abc é<&;|!@#^[]()'\"=", min_size=1), min_size=20, max_size=40))
    def any_text(texts: list[str]) -> None:
        drawn = probe(page, "draw_texts", [escaped(text) for text in texts])
        assert [pair[0]["words"] for pair in drawn] == texts

    any_text()
