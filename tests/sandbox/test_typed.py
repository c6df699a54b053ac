"""What a person types, as Slack's client sends it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.rich_text import rich_text_of
from sandbox.server import Sandbox
from sandbox.typed import as_message_text, escaped


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("hello @birch, hi", "hello <@{birch}>, hi"),
        ("@birch. Really", "<@{birch}>. Really"),
        ("write to a@birch.example", "write to a@birch.example"),
        ("see #bell-team!", "see <#{team}>!"),
        ("room #7 is free", "room #7 is free"),
        ("@channel wake up", "<!channel> wake up"),
        ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("<!channel>", "&lt;!channel&gt;"),
        ("read https://bellwether.example/a?b=1 now", "read <https://bellwether.example/a?b=1> now"),
    ],
)
def test_marks_become_what_slack_sends(
    sandbox: Sandbox, ash: Person, birch: Person, team: Channel, typed: str, sent: str
) -> None:
    expected = sent.format(birch=birch.id, team=team.id)
    assert as_message_text(sandbox.practice, ash.id, typed) == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(words=st.text(alphabet="abc <>&#@-.!:/"))
def test_escaping_leaves_no_bare_angle_brackets(words: str) -> None:
    assert not set("<>") & set(escaped(words))
    assert escaped(words).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == words


def test_the_rich_text_beside_the_words_says_the_same() -> None:
    elements = rich_text_of("Hi <@U1>, see <#C2> or <https://bellwether.example> <!here> 1 &lt; 2")["elements"][0][
        "elements"
    ]
    assert [each["type"] for each in elements] == [
        *("text", "user", "text", "channel", "text", "link", "text", "broadcast", "text"),
    ]
    assert (elements[1]["user_id"], elements[3]["channel_id"], elements[7]["range"]) == ("U1", "C2", "here")
    assert elements[-1]["text"] == " 1 < 2"
