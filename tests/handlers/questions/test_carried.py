"""A question as ids and closed words: it comes back as it went, and nothing forged breaks it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from handlers.blocks import pack, unpack
from handlers.conversation import LARGEST_ID
from handlers.questions.carried import Carried, carry, from_ids, ids_of
from handlers.questions.question import Asked, Question, Whose
from handlers.rules.names import Known

NUMBERS = st.integers(1, LARGEST_ID)
CARRIED = st.builds(
    Carried,
    asked=st.sampled_from(Asked),
    whose=st.sampled_from(Whose),
    students=st.lists(NUMBERS, max_size=10, unique=True).map(tuple),
    is_near=st.booleans(),
    duty=st.sampled_from(["", "family contact", "Reading Buddy, room 4"]),
    staff=st.lists(st.sampled_from(["UHALE", "ULOPEZ", "UORTIZ"]), unique=True).map(tuple),
    is_nobody=st.booleans(),
    found=st.lists(NUMBERS, max_size=5).map(tuple),
    term=st.sampled_from(["", "fba"]),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    at=st.integers(0, 10_000),
).filter(lambda carried: carried.asked is not Asked.DUTY or carried.duty)


@given(CARRIED)
def test_what_a_button_carries_comes_back_as_it_went(carried: Carried) -> None:
    assert from_ids(unpack(pack(ids_of(carried)))) == carried


@given(CARRIED)
def test_a_button_has_room_for_any_question(carried: Carried) -> None:
    assert len(pack(ids_of(carried))) <= 2000


WORTHLESS = st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False)


@given(
    st.dictionaries(st.sampled_from([*ids_of(Carried(Asked.OWNER)), "student", "students", "found", "at"]), WORTHLESS)
)
def test_any_forged_ids_are_read_as_some_question(ids: dict[str, int | str]) -> None:
    carried = from_ids(ids)
    assert from_ids(ids_of(carried)).asked is carried.asked
    assert all(number > 0 for number in carried.students)


def test_a_question_is_carried_without_a_typed_word() -> None:
    maya = Known(7, "ZQ-1", "Maya", "Tern")
    asked = Question(
        Asked.WHO_SAID, Whose.ONE, (maya,), name="Maya T", near=True, words="send the log", since=date(2026, 9, 1)
    )
    carried = carry(asked, found=[3, 4])
    assert ids_of(carried) == {
        "asked": "who said", "whose": "one", "student": 7, "near": 1, "found": "3,4", "since": "2026-09-01",
    }  # fmt: skip
    assert ids_of(carry(Question(Asked.MEANING, words="FBA"), term="fba"))["term"] == "fba"
