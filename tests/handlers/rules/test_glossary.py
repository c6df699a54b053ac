"""What the words of the trade mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.glossary import find_key, list_meanings

TWO_MEANINGS = ["PT", "PM", "ED", "ID", "HI", "OT", "AP", "SST", "CST", "LEA"]


def terms(words: str) -> list[str]:
    return [one.term for one in list_meanings(find_key(words))]


@pytest.mark.parametrize("words", ["FBA", "fba", "F.B.A.", "FBAs", "an FBA", "functional behavior assessment"])
def test_a_term_is_found_whatever_its_case_dots_and_plural(words: str) -> None:
    assert terms(words) == ["FBA"]


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("PLOP", "PLAAFP"),
        ("504", "504 plan"),
        ("section 504", "Section 504"),
        ("MLL", "EL"),
        ("check-in/check-out", "CICO"),
    ],
)
def test_other_names_lead_to_the_same_term(words: str, term: str) -> None:
    assert term in terms(words)


@pytest.mark.parametrize("acronym", TWO_MEANINGS)
def test_an_acronym_with_two_meanings_has_both(acronym: str) -> None:
    found = list_meanings(find_key(acronym))
    assert len({one.expansion for one in found}) > 1
    assert all(one.definition for one in found)


def test_an_unknown_word_has_no_key_and_no_meaning() -> None:
    assert find_key("quillfeather") == ""
    assert list_meanings("") == ()


@given(st.text())
def test_any_words_find_a_key_that_means_something_or_none(words: str) -> None:
    key = find_key(words)
    assert bool(key) == bool(list_meanings(key))
