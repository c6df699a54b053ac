"""Common short forms of given names are related to the long ones, both ways."""

import pytest

from handlers.rules.folding import fold
from handlers.rules.short_forms import find_related


@pytest.mark.parametrize(
    ("short", "long"),
    [("maggie", "marguerite"), ("bill", "william"), ("lupe", "guadalupe"), ("sasha", "alexander"), ("pepe", "jose")],
)
def test_a_short_form_and_its_long_one_lead_to_each_other(short: str, long: str) -> None:
    assert long in find_related(short)
    assert short in find_related(long)


def test_a_short_form_of_several_names_leads_to_all() -> None:
    assert {"theodore", "edward"} <= find_related("teddy")


def test_nobody_is_related_to_themself_and_strangers_to_nobody() -> None:
    assert "maggie" not in find_related("maggie")
    assert find_related("zyx") == frozenset()


def test_every_listed_name_is_written_as_names_are_compared() -> None:
    names = {"maggie", "marguerite"}
    for _ in range(3):
        names |= {related for name in names for related in find_related(name)}
    assert all(fold(name) == name for name in names)
