"""Slack's mrkdwn and dates are read as Slack reads them."""

import pytest

from tests.browser.conftest import Open, School, probe

pytestmark = pytest.mark.browser

LINES = {
    "*bold* _it_ ~no~": "<strong>bold</strong> <em>it</em> <s>no</s>",
    "*a _b_ c*": "<strong>a <em>b</em> c</strong>",
    "2 * 3 * 4 and a*b*c": "2 * 3 * 4 and a*b*c",
    "snake_case_name": "snake_case_name",
    "(*x*), _y_.": "(<strong>x</strong>), <em>y</em>.",
    "`*as is* &lt;b&gt;`": "<code>*as is* &lt;b&gt;</code>",
    "*no\nclosing*": "*no\nclosing*",
    "<@U1> <@U9|ortiz>": "<span>@Dara Hale</span> <span>@ortiz</span>",
    "<#C1> <#C9>": '<a href="#/U1/C1">#juniper</a> <span>#private-channel</span>',
    "<!channel> <!subteam^S1|@sped>": "<span>@channel</span> <span>@sped</span>",
    "<https://example.org/a_b?x=1&amp;y=2|A *page*>": '<a href="https://example.org/a_b?x=1&amp;y=2">A *page*</a>',
    "_see <https://example.org/a_b|x>_": '<em>see <a href="https://example.org/a_b">x</a></em>',
    "at https://example.org/x.": 'at <a href="https://example.org/x">https://example.org/x</a>.',
    "&lt;@U1&gt; &amp;amp;": "&lt;@U1&gt; &amp;amp;",
    ":nosuchthing: 10:30:15": ":nosuchthing: 10:30:15",
    "<!date^1792003500^{date_short_pretty} at {time}|x>": "<time>today at 1:45 PM</time>",
    "<!date^1792003500^{date_num} {date_long}|x>": "<time>2026-10-14 Wednesday, October 14, 2026</time>",
    "<!date^no^{time}|fallback>": "fallback",
}

BLOCKS = {
    "&gt; said\n&gt; twice\nafter": "<blockquote><div>said\ntwice</div></blockquote><div>after</div>",
    "&gt;&gt;&gt; all\nof it": "<blockquote><div>all\nof it</div></blockquote>",
    "• one\n1. two": "<div><span>• </span><span>one</span></div><div><span>1. </span><span>two</span></div>",
    "```a *b*\n&lt;c&gt;```": "<pre>a *b*\n&lt;c&gt;</pre>",
    "a *b* ```c```": "<div>a <strong>b</strong> </div><pre>c</pre>",
}


def test_mrkdwn_is_read_as_slack_reads_it(school: School, look: Open) -> None:
    page = look(school.hale)
    assert probe(page, "read_mrkdwn", list(LINES)) == [f"<div>{drawn}</div>" for drawn in LINES.values()]
    assert probe(page, "read_mrkdwn", list(BLOCKS)) == list(BLOCKS.values())


def test_a_wall_clock_and_its_moment_agree_over_the_time_changes(school: School, look: Open) -> None:
    page = look(school.hale)
    read = """async (texts) => {
      const { fromWallTime, wallTime } = await import("/static/text/dates.js");
      return texts.map((text) => wallTime(fromWallTime(text, "America/New_York"), "America/New_York"));
    }"""
    walls = ["2026-03-08T01:59", "2026-03-08T03:00", "2026-11-01T00:30", "2026-11-01T02:30", "2026-10-14T00:00"]
    assert page.evaluate(read, walls) == walls
    assert page.evaluate(read, ["2026-03-08T02:30"]) in (["2026-03-08T03:30"], ["2026-03-08T01:30"])
