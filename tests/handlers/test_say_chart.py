"""How a chart is said. Pure."""

from datetime import UTC, datetime

from handlers.rules.chart import Adult, Recorded, make_chart
from handlers.say_chart import Reader, say_briefly, say_chart, say_decided

NOW = datetime(2026, 9, 9, 15, tzinfo=UTC)
TEAM = ("UHALE", "ULOPEZ")
READER, LEAD = Reader(NOW, "America/Chicago"), Reader(NOW, "America/Chicago", leads=True)


def held(duty: str, holder: Adult, decided: str = "") -> Recorded:
    return Recorded(duty, holder, datetime(2026, 9, 4, 3, tzinfo=UTC), decided=decided)


def test_gaps_come_first_each_with_its_assign() -> None:
    chart = make_chart([held("case manager", Adult("UHALE"))], TEAM)
    said = say_chart(7, "Maya T.", chart, READER)
    rows = [block for block in said.blocks if "accessory" in block]
    labels = [row["accessory"]["text"]["text"] for row in rows]
    assert labels == ["Assign"] * 4 + ["Change"]
    assert rows[0]["accessory"]["value"] == '{"duty":"family contact","student":7}'
    assert rows[-1]["text"]["text"] == "*case manager*: <@UHALE> since 3 September"


def test_who_left_is_named_and_an_address_nobody_has_is_shown_as_words() -> None:
    chart = make_chart([held("speech", Adult("UPELL")), held("meetings", Adult(email="<b>@x.example"))], TEAM)
    said = str(say_chart(7, "Maya T.", chart, READER).blocks)
    assert "<@UPELL> left the team" in said
    assert "&lt;b&gt;@x.example" in said


def test_a_link_into_slack_leads_there_and_any_other_words_stay_words() -> None:
    link = "https://juniper.slack.com/archives/C01/p1790000000000100"
    assert say_decided(link) == f"<{link}|in this message>"
    assert say_decided("<!channel> <https://x.example|here>") == "&lt;!channel&gt; &lt;https://x.example|here&gt;"
    assert say_decided("") == ""


def test_only_a_lead_reads_who_carries_too_much_and_adds_duties() -> None:
    chart = make_chart([held(duty, Adult("UHALE")) for duty in ("speech", "meetings")], TEAM)
    to_lead, to_member = (str(say_chart(7, "M", chart, one, overloaded="UHALE").blocks) for one in (LEAD, READER))
    assert "nearly everything" in to_lead
    assert "roles.add_duty" in to_lead
    assert "nearly everything" not in to_member
    assert "roles.add_duty" not in to_member


def test_a_chart_of_very_many_duties_comes_in_pages() -> None:
    many = make_chart([held(f"duty {number}", Adult("UHALE")) for number in range(100)], TEAM)
    pages = [say_chart(7, "Maya T.", many, LEAD, overloaded="UHALE", at=at) for at in (0, 36, 72, 10**6)]
    assert max(len(page.blocks) for page in pages) <= 50
    assert "From the beginning" in str(pages[2].blocks)


def test_on_the_card_a_long_chart_is_cut_with_a_word() -> None:
    many = make_chart([held(f"duty {number}", Adult("UHALE"), "x" * 400) for number in range(50)], TEAM)
    made = say_briefly(7, many, READER)
    assert len(made) == 3
    assert all(len(block["text"]["text"]) <= 3000 for block in made if block["type"] == "section")
    assert "the rest stands in the chart" in str(made)


def test_the_preview_names_nobody() -> None:
    assert "Maya" not in say_chart(7, "Maya T.", make_chart((), TEAM), READER).text
