"""A zone is found by its name, and a name nobody knows is no reason to fall silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.zones import zone_of


def test_a_known_zone_is_found() -> None:
    assert zone_of("America/Chicago").key == "America/Chicago"


@pytest.mark.parametrize("name", ["", "Nowhere/Atall", "../etc/passwd", "America", "\0"])
def test_an_unknown_zone_is_utc(name: str) -> None:
    assert zone_of(name).key == "UTC"


@given(st.text(max_size=30))
def test_any_name_gives_a_zone(name: str) -> None:
    assert zone_of(name).key
