"""What Slack escapes is read as the person saw it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.rules.escapes import unescape


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("tea &amp; toast", "tea & toast"),
        ("2 &lt; 3 &gt; 1", "2 < 3 > 1"),
        ("&amp;lt;", "&lt;"),
        ("asked <@U012AB|lopez>", "asked @lopez"),
        ("asked <@U012AB>", "asked @U012AB"),
        ("asked <@W012AB|lopez>", "asked @lopez"),
        ("a <#C123|win> today", "a #win today"),
        ("a <#C123> today", "a #C123 today"),
        ("a <#C123|> today", "a #C123 today"),
        ("<!channel> hello", "@channel hello"),
        ("<!here|here>", "here"),
        ("<!subteam^S1|@leads>", "@leads"),
        ("<!date^1392734382^{date}|Feb 18>", "Feb 18"),
        ("see <https://example.org/a?b=1&amp;c=2>", "see https://example.org/a?b=1&c=2"),
        ("see <https://example.org|example.org>", "see https://example.org"),
        ("see <https://example.org|the plan>", "see the plan (https://example.org)"),
        ("mail <mailto:a@example.org|a@example.org>", "mail a@example.org"),
        ("a <b> c", "a <b> c"),
        ("a < b", "a < b"),
        ("<>", "<>"),
        ("#win @lopez", "#win @lopez"),
        ("&lt;!channel&gt;", "<!channel>"),
        ("nul\x00 bell\x07 half\ud83d", "nul bell half"),
        ("line\none\ttab", "line\none\ttab"),
    ],
)
def test_words_are_read_as_they_were_seen(sent: str, seen: str) -> None:
    assert unescape(sent).words == seen


def test_the_people_mentioned_are_kept_aside_once_each() -> None:
    assert unescape("<@U1A|lopez> and <@U2B> and <@U1A|lopez>").mentions == ("U1A", "U2B")


def test_a_mention_spelt_out_by_a_person_mentions_nobody() -> None:
    assert unescape("&lt;@U1A|lopez&gt;") == ("<@U1A|lopez>", ())


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_escaped_words_come_back_as_typed(typed: str) -> None:
    escaped = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert unescape(escaped) == (typed, ())


@settings(deadline=None)
@given(st.text() | st.text("<>@#!|&ampltU1C:;/ ", max_size=60))
def test_any_text_can_be_kept_afterwards(sent: str) -> None:
    words = unescape(sent).words
    assert words.encode().decode() == words
    assert "\x00" not in words


def test_a_mention_without_a_name_gets_the_one_that_is_known() -> None:
    text = "<@U1> and <@U2|kept> and <@U9>, at &lt;noon&gt;"
    assert unescape(text, {"U1": "Ada <Moss>", "U2": "not this"}) == (
        "@Ada <Moss> and @kept and @U9, at <noon>",
        ("U1", "U2", "U9"),
    )
