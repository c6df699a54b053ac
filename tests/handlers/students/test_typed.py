"""Reading what a lead typed about a student. Pure."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from handlers.conversation import Request
from handlers.rules.folding import fold
from handlers.students.forms import add_form, rename_form
from handlers.students.typed import Typed, find_wrong, read_typed

NAMES = ("first_name", "last_name", "preferred_name", "nicknames", "school_ref")


def _request(**fields: str) -> Request:
    return Request("U1", datetime(2026, 9, 7, tzinfo=UTC), fields=fields)


def test_names_keep_their_letters_and_lose_what_surrounds_them() -> None:
    typed = read_typed(
        _request(first_name="  Zoe\u0308 \u202e ", last_name="O'Neil  Moss", nicknames="Bat; bat ,Barty;")
    )
    assert (typed.first_name, typed.last_name) == ("Zoë", "O'Neil Moss")
    assert typed.nicknames == ("bat", "Barty")


def test_a_student_needs_two_names_in_letters() -> None:
    assert set(find_wrong(Typed())) == {"first_name", "last_name"}
    assert find_wrong(Typed("王", "小明")) == {}
    assert set(find_wrong(Typed("Orson", "Quill", preferred_name="…", nicknames=("😀",)))) == {
        "preferred_name",
        "nicknames",
    }


@given(st.fixed_dictionaries({name: st.text(max_size=120) for name in NAMES}))
def test_whatever_is_typed_is_read_and_reading_it_again_changes_nothing(fields: dict[str, str]) -> None:
    typed = read_typed(_request(**fields))
    again = read_typed(
        _request(
            first_name=typed.first_name,
            last_name=typed.last_name,
            preferred_name=typed.preferred_name,
            nicknames="; ".join(typed.nicknames),
            school_ref=typed.school_ref,
        )
    )
    assert again == typed
    assert all(fold(name) for name in (typed.first_name, typed.last_name)) or find_wrong(typed)


@given(st.text(max_size=100), st.text(max_size=100))
def test_the_forms_take_any_names(first: str, nickname: str) -> None:
    typed = Typed(first_name=first, last_name=first, nicknames=(nickname,) * 5)
    for form in (add_form({"team": 1}, typed, twin=first), rename_form({"team": 1, "student": 2}, typed, first)):
        for block in form.blocks:
            element = block.get("element", {})
            assert len(element.get("initial_value", "")) <= element.get("max_length", 3000)
