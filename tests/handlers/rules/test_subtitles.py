"""Subtitles become plain words: without times, numbers, speakers and notes."""

from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.subtitles import read_subtitles
from sandbox.clips import clip_of, vtt_of

WRITTEN = """WEBVTT
Kind: captions

NOTE made by nobody --> really

STYLE
::cue { color: red }

intro
00:00:00.000 --> 00:00:02.500 align:start
<v Speaker 1>She read <i>the whole</i> page
and asked

2
01:02.500 --> 01:04.000
why &amp; how, 5 &lt; 6.
"""


def test_only_what_was_said_is_read() -> None:
    assert read_subtitles(WRITTEN) == "She read the whole page and asked why & how, 5 < 6."
    assert read_subtitles(WRITTEN.replace("\n", "\r\n")) == read_subtitles(WRITTEN)


def test_what_is_no_subtitles_says_nothing() -> None:
    assert [read_subtitles(text) for text in ("", "WEBVTT", "<html><body>Sign in</body></html>")] == ["", "", ""]


@given(st.lists(st.text("abcZ,.?!&<'5-éß", min_size=1, max_size=9), max_size=40))
def test_words_come_back_as_they_were_spoken(spoken: list[str]) -> None:
    assert read_subtitles(vtt_of(clip_of(" ".join(spoken))).decode()) == " ".join(spoken)
