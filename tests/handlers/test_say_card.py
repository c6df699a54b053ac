"""How a card is said. Pure."""

from datetime import UTC, date, datetime

from handlers.card_checkins import ShownCheckin
from handlers.rules.chart import Adult, Recorded, make_chart
from handlers.say_card import Card, Strength, say_card
from handlers.say_chart import Reader
from handlers.say_followup import ShownFollowup
from sandbox.visible import visible_text
from storage.profiles import LineKind

NOW = datetime(2026, 9, 9, 15, tzinfo=UTC)
TODAY = date(2026, 9, 9)
READER = Reader(NOW, "America/Chicago")


def card(size: int = 1, words: str = "words") -> Card:
    """`size` of everything there can be."""
    strengths = [Strength(kind, words, "ULOPEZ", TODAY, is_person=True) for kind in LineKind for _ in range(size)]
    holders = [Recorded(f"duty {number}", Adult("UHALE"), NOW, decided=words) for number in range(size)]
    promised = ShownFollowup(1, 7, "Maya T.", words, "UHALE", TODAY, "ULOPEZ", TODAY)
    checkin = ShownCheckin(1, "ULOPEZ", "3 September", words, words, "win", is_restricted=True)
    return Card(
        student_id=7,
        name="Maya T.",
        grade="03",
        plan="IEP",
        strengths=strengths,
        chart=make_chart(holders, ("UHALE", "ULOPEZ")),
        followups=[promised] * min(size, 5),
        checkins=[checkin] * min(size, 5),
        wins=[checkin] * min(size, 3),
        today=TODAY,
        more_followups=size,
        overloaded="UHALE",
    )


def test_strengths_come_first_with_who_said_each_and_when() -> None:
    said = say_card(card(), READER)
    text = visible_text({"blocks": list(said.blocks)})
    order = ["*Maya T.*  ·  grade 3  ·  IEP", "What engages", "What helps", "own words", "family's words", "Who holds"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert ", 9 September" in text
    assert {"type": "user", "user_id": "ULOPEZ"} in said.blocks[2]["elements"][0]["elements"][0]["elements"]


def test_everything_there_can_be_fits_into_one_message_and_keeps_its_buttons() -> None:
    for size in (1, 5, 60):
        said = say_card(card(size, "long words " * 300), READER)
        assert len(said.blocks) <= 50
        assert "Edit strengths" in str(said.blocks[-1])
        sections = [block["text"]["text"] for block in said.blocks if block["type"] == "section"]
        assert max(map(len, sections)) <= 3000


def test_more_lines_of_a_kind_than_fit_are_counted() -> None:
    assert "2 more under Edit strengths" in str(say_card(card(7), READER).blocks)


def test_the_preview_names_nobody_and_words_never_fire() -> None:
    said = say_card(card(1, "<!channel>"), READER)
    assert "Maya" not in said.text
    markups = [block["text"]["text"] for block in said.blocks if block.get("text", {}).get("type") == "mrkdwn"]
    assert not any("<!channel>" in markup for markup in markups)
