"""A team's form is read whole, or each wrong field gets its own sentence."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.conversation import Field, Request
from handlers.teams.wishes import find_wrong_leads, read_minutes, read_wishes
from storage.people import Person
from storage.teams import Appear

GOOD: dict[str, Field] = {
    "name": "  Juniper Team ",
    "time_zone": "America/Chicago",
    "huddle_day": "2",
    "huddle_time": "15:15",
    "huddle_minutes": "15",
    "appear": "thread",
    "leads": ("U1", "U2"),
}
HALE = Person(id="U1", real_name="Ms. Hale")


def sent(**fields: Field) -> Request:
    return Request(person="U1", now=datetime(2026, 9, 8, tzinfo=UTC), fields={**GOOD, **fields})


def test_a_good_form_is_read_as_it_stands() -> None:
    wishes, wrong = read_wishes(sent())
    assert wrong == {}
    assert wishes is not None
    assert (wishes.name, wishes.huddle_time, wishes.appear) == ("Juniper Team", time(15, 15), Appear.THREAD)
    assert wishes.leads == ("U1", "U2")


@pytest.mark.parametrize("field", ["name", "time_zone", "huddle_day", "huddle_time", "huddle_minutes", "appear"])
def test_each_empty_field_gets_its_own_sentence(field: str) -> None:
    wishes, wrong = read_wishes(sent(**{field: ""}))
    assert wishes is None
    assert set(wrong) == {field}


def test_all_wrong_fields_are_named_at_once() -> None:
    _, wrong = read_wishes(sent(name=" ", time_zone="Nowhere", huddle_minutes="4"))
    assert set(wrong) == {"name", "time_zone", "huddle_minutes"}


@pytest.mark.parametrize(("text", "minutes"), [("15", 15), ("5", 5), ("60", 60), ("20 min", 20), ("25 Minutes", 25)])
def test_minutes_are_read_with_or_without_the_word(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "4", "61", "-15", "15.5", "fifteen", "٢٠", "1" * 400])
def test_other_minutes_are_not(text: str) -> None:
    assert read_minutes(text) is None


@given(st.dictionaries(st.sampled_from(sorted(GOOD)), st.one_of(st.text(max_size=20), st.just(()))))
def test_whatever_is_sent_is_read_or_corrected(fields: dict[str, Field]) -> None:
    wishes, wrong = read_wishes(sent(**fields))
    assert (wishes is None) == bool(wrong)


def test_colleagues_in_the_channel_may_lead() -> None:
    assert find_wrong_leads(("U1",), {"U1": HALE}, frozenset({"U1", "U2"})) == ""


@pytest.mark.parametrize(
    ("person", "says"),
    [
        (Person(id="U9", real_name="Gray", is_guest=True), "Gray is a guest"),
        (Person(id="U9", real_name="Far", is_stranger=True), "Far is a guest"),
        (Person(id="U9", real_name="Helper", is_bot=True), "Helper is an app"),
        (Person(id="U9", real_name="Old", is_deactivated=True), "switched off"),
        (None, "Invite them first"),
    ],
)
def test_nobody_else_may_lead(person: Person | None, says: str) -> None:
    known = {"U1": HALE, **({"U9": person} if person else {})}
    assert says in find_wrong_leads(("U1", "U9"), known, frozenset({"U1", "U9"}))


def test_a_lead_must_be_in_the_channel() -> None:
    assert "Ms. Hale is not in the channel" in find_wrong_leads(("U1",), {"U1": HALE}, frozenset({"U2"}))


def test_a_team_has_at_least_one_lead() -> None:
    assert "at least one lead" in find_wrong_leads((), {}, frozenset())
