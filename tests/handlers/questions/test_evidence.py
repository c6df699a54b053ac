"""What the words of a question speak for, where the grammar knows no such turn."""

import pytest

from handlers.questions.choose import SURE
from handlers.questions.evidence import ALWAYS, WEIGHTS, share_out, signs_of, weigh
from handlers.questions.question import Asked
from tests.handlers.questions.asked_questions import ask_case, list_all, sentences_of

WEIGHED = {ALWAYS: {Asked.OWNER: 0.0, Asked.DUTY: 0.0}, "who own": {Asked.OWNER: 2.0}, "DUTY": {Asked.DUTY: 1.0}}


def test_a_sentence_has_its_words_and_neighbours_and_one_sign_for_all_that_is_strange() -> None:
    assert signs_of(["who zorp NAME "], {"who", "NAME"}) == {
        ALWAYS, "^", "$", "who", "~", "NAME", "^ who", "who ~", "~ NAME", "NAME $",
    }  # fmt: skip


def test_neighbours_of_two_sentences_are_none() -> None:
    assert "NAME who" not in signs_of(["NAME ", "who "], {"NAME", "who"})


def test_each_sign_speaks_for_its_kind_and_all_shares_are_one() -> None:
    shares = share_out({ALWAYS, "who own", "never seen"}, WEIGHED)
    assert shares[Asked.OWNER] > 0.9
    assert sum(shares.values()) == pytest.approx(1)


def test_what_speaks_for_nothing_is_shared_alike() -> None:
    assert share_out({"never seen"}, WEIGHED) == {Asked.OWNER: 0.5, Asked.DUTY: 0.5}


def test_words_nobody_wrote_are_no_question_for_sure() -> None:
    found = weigh(["zorp blip quorn "])
    assert found.asked is Asked.UNCLEAR or found.share < SURE


def test_what_was_learned_is_of_the_signs_that_sentences_have_today() -> None:
    rows = WEIGHTS.read_text(encoding="utf-8").splitlines()[1:]
    learned = {row.partition(",")[0] for row in rows}
    words = {sign for sign in learned if " " not in sign}
    there = {sign for case in list_all() for sign in signs_of(sentences_of(case), words)}
    assert len(learned - there) <= len(learned) / 50, "run python -m benchmarks.learn"


def test_most_questions_would_be_understood_by_their_words_alone() -> None:
    written = [case for case in list_all() if case.expected.asked is not Asked.OTHER_LANGUAGE]
    right = [case for case in written if weigh(sentences_of(case)).asked is case.expected.asked]
    assert len(right) >= 0.95 * len(written)


def test_what_is_said_of_nobody_is_taken_for_no_question() -> None:
    chatter = [case for case in list_all() if case.expected.asked is Asked.UNCLEAR]
    taken = [case.text for case in chatter if ask_case(case).asked is not Asked.UNCLEAR]
    assert len(taken) <= len(chatter) / 100, taken
