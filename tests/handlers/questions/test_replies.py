"""How the bot speaks about questions: choices, examples, and the way to the rest of a long answer. Pure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.blocks import says
from handlers.questions import replies
from handlers.questions.carried import Carried, from_ids
from handlers.questions.examples import make_examples
from handlers.questions.question import Asked, Whose

OWNER = Carried(Asked.OWNER, Whose.SEVERAL, (3, 5), duty="")


def test_a_choice_of_students_carries_the_question_in_each_button() -> None:
    reply = replies.say_which(OWNER, [(3, "Maya T., grade 3"), (5, "Maya Q., grade 5")])
    buttons = reply.blocks[1]["elements"]
    assert [one["text"]["text"] for one in buttons] == ["Maya T., grade 3", "Maya Q., grade 5"]
    assert len({one["action_id"] for one in buttons}) == 2
    assert "Maya" not in reply.text
    assert "Maya" not in buttons[0]["value"]


def test_without_students_there_is_nothing_to_choose() -> None:
    reply = replies.say_which(Carried(Asked.OWNER), [])
    assert "no students here yet" in str(reply.blocks)
    assert len(reply.blocks) == 1


def test_a_colleague_is_chosen_by_name_and_carried_by_id() -> None:
    asked = Carried(Asked.DUTIES_OF, Whose.MINE, staff=("U1", "U2"))
    (_, row) = replies.say_which_person(asked, [("U1", "Ms. Hale"), ("U2", "Mr. Hale")]).blocks
    assert [one["text"]["text"] for one in row["elements"]] == ["Ms. Hale", "Mr. Hale"]
    assert '"staff":"U1"' in row["elements"][0]["value"]


@given(st.integers(0, 200))
def test_a_message_never_holds_more_than_slack_takes_and_says_when_it_is_cut(count: int) -> None:
    made = replies.fit([says(str(number)) for number in range(count)])
    assert len(made) <= 50
    assert ("more than one message" in str(made[-1:])) == (count > 50)


@pytest.mark.parametrize(("shown", "total", "there"), [(10, 25, True), (25, 25, False), (0, 0, False)])
def test_the_rest_of_a_list_has_a_way_to_it(shown: int, total: int, there: bool) -> None:
    made = replies.more_button(OWNER, shown, total)
    assert bool(made) == there
    if there:
        assert made[0]["elements"][0]["text"]["text"] == f"More ({total - shown})"


@pytest.mark.parametrize("names", [[], ["Maya T."], ["Maya T.", "Fen O."], ["MT", "FO", "ZP", "BQ"]])
def test_there_are_always_three_examples(names: list[str]) -> None:
    examples = make_examples(names)
    assert len(set(examples)) == 3
    assert all(any(name in one for name in names or ["…"]) for one in examples)


def test_a_forged_button_without_a_duty_asks_who_owns_what() -> None:
    assert from_ids({"asked": "duty", "student": 3}).asked is Asked.OWNER
    assert from_ids({"asked": "everything"}).asked is Asked.UNCLEAR
