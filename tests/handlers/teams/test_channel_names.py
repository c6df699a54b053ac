"""A channel's name becomes the start for a team's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.teams.channel_names import make_readable


@pytest.mark.parametrize(
    ("channel", "team"),
    [
        ("juniper-team", "Juniper Team"),
        ("grade_6--support", "Grade 6 Support"),
        ("mtss-grade-3", "MTSS Grade 3"),
        ("équipe-élan", "Équipe Élan"),
        ("504", "504"),
        ("", ""),
        ("---", ""),
    ],
)
def test_words_are_parted_and_begin_with_a_capital(channel: str, team: str) -> None:
    assert make_readable(channel) == team


@given(st.text(max_size=80))
def test_no_letter_is_lost(channel: str) -> None:
    def letters(text: str) -> str:
        return "".join(char for char in text if char.isalnum()).casefold()

    assert letters(make_readable(channel)) == letters(channel)
