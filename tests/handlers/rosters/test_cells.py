"""One cell: tidied, or refused for a reason that does not repeat it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rosters.cells import (
    Unreadable,
    parts_of,
    read_channel,
    read_email,
    read_id,
    read_list,
    read_text,
)
from tests.handlers.rosters.files import unhurried


@pytest.mark.parametrize(
    "cell", ["=HYPERLINK(1)", "+1", "-2+3", "@SUM(A1)", "\tx", "\rx", " =1", "\u200b=1", "＝1", "\ufeff@x"]
)
def test_a_cell_a_spreadsheet_would_run_is_refused(cell: str) -> None:
    with pytest.raises(Unreadable, match="formula"):
        read_text(cell)


@pytest.mark.parametrize("cell", ["", "  ", "-", " -- "])
def test_blanks_and_dashes_say_nothing(cell: str) -> None:
    assert read_text(cell) == ""


@pytest.mark.parametrize("name", ["Null", "None", "Na", "O'Puddle", "Moss-Finch", "d'Orre", "Øre", "曦"])
def test_names_that_look_odd_to_a_program_are_names(name: str) -> None:
    assert read_text(name) == name


def test_one_name_typed_on_two_computers_is_one_name() -> None:
    assert read_text(unicodedata.normalize("NFD", "Zoë")) == read_text("Zoë")


def test_spaces_and_letters_nobody_sees_are_tidied() -> None:
    assert read_text(" Zadie\u00a0 \u202aPell\u202c\n") == "Zadie Pell"


@pytest.mark.parametrize(("cell", "reason"), [("Za\x00die", "control"), ("Zo\ufffd", "lost"), ("a" * 101, "longer")])
def test_a_damaged_cell_is_refused(cell: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_text(cell)


@unhurried
@given(st.text())
def test_reading_what_was_read_changes_nothing(cell: str) -> None:
    try:
        once = read_text(cell)
    except Unreadable:
        return
    assert read_text(once) == once


@unhurried
@given(st.text())
def test_a_reason_never_repeats_the_cell(cell: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_id(f"=CANARY{cell}")
    assert "CANARY" not in refused.value.reason


@pytest.mark.parametrize("cell", ["1.2E+07", "1E+15", "1,2e+07"])
def test_a_number_that_a_spreadsheet_shortened_is_no_id(cell: str) -> None:
    with pytest.raises(Unreadable, match="shortened"):
        read_id(cell)


@pytest.mark.parametrize("cell", ["0012", "A-77", "12E4", "0f5c1d2e-user_1.2"])
def test_ids_stay_as_they_are(cell: str) -> None:
    assert read_id(cell) == cell


def test_an_email_is_read_in_small_letters() -> None:
    assert read_email(" Lopez@Invented.Example ") == "lopez@invented.example"


@pytest.mark.parametrize("cell", ["lopez", "lopez@invented", "a@b.c, d@e.f", "a b@c.d", "<a@b.c>", "a@@b.c"])
def test_what_is_no_email_is_refused(cell: str) -> None:
    with pytest.raises(Unreadable, match="e-mail"):
        read_email(cell)


def test_a_channel_comes_by_name_or_id() -> None:
    assert (read_channel("#room-12"), read_channel("C0PRACTICE")) == ("room-12", "C0PRACTICE")


def test_nicknames_are_parted_by_semicolons_and_said_once() -> None:
    assert parts_of(read_list("Bat; Barty;bat;;  Tolly J ;")) == ("Bat", "Barty", "Tolly J")


def test_one_formula_spoils_the_nicknames() -> None:
    with pytest.raises(Unreadable):
        read_list("Bat;=1+1")


def test_no_nicknames_are_none() -> None:
    assert parts_of(read_list(" ; ")) == ()
