"""Zones are found by city, by the names Americans give them, and by their short forms."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.teams.time_zones import MOST, find, label, read_zone


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("", "America/New_York"),
        ("chic", "America/Chicago"),
        ("Central", "America/Chicago"),
        ("cdt", "America/Chicago"),
        ("new york", "America/New_York"),
        ("NEW_YORK", "America/New_York"),
        ("sao paulo", "America/Sao_Paulo"),
        ("berlin", "Europe/Berlin"),
        ("america indianapolis", "America/Indiana/Indianapolis"),
    ],
)
def test_what_people_type_finds_their_zone_first(words: str, first: str) -> None:
    assert find(words)[0] == first


def test_what_is_no_zone_finds_none() -> None:
    assert find("juniper hollow") == []


def test_labels_are_readable() -> None:
    assert label("America/Chicago") == "Central Time (America/Chicago)"
    assert label("America/Sao_Paulo") == "America/Sao Paulo"


@pytest.mark.parametrize("name", ["", "Chicago", "localtime", "Factory", "../../etc/passwd", "America"])
def test_only_whole_names_of_zones_are_taken(name: str) -> None:
    assert read_zone(name) is None


@given(st.text(max_size=20))
def test_whatever_is_offered_can_be_chosen(words: str) -> None:
    found = find(words)
    assert len(found) <= MOST
    for zone in found:
        assert ZoneInfo(read_zone(zone) or "").key == zone
        assert 0 < len(label(zone)) <= 75
