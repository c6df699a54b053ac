"""Slips of the finger in a question's own words are read over; a name is never made a word of."""

import re
from collections.abc import Iterator

import pytest

from handlers.questions.question import Asked, Whose
from handlers.rules.folding import fold
from tests.handlers.questions.asked_questions import ALDER, Case, ask, ask_case, is_right, list_all, names_wrong_student

LUKE = ALDER.students["luke"]
QUOTING = (Asked.WHO_SAID, Asked.MEANING, Asked.UNCLEAR, Asked.OTHER_LANGUAGE)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("whhos zadies case manager", "whos zadies case manager"),
        ("hoows zeke doing", "hows zeke doing"),
        ("what dooes the psych have going for Zeke", "what does the psych have going for Zeke"),
        ("who calls hoem for zeke", "who calls home for zeke"),
        ("anything new for Eva ths week", "anything new for Eva this week"),
        ("who owns follow up for zeke rihgt now", "who owns follow up for zeke right now"),
        ("who is handlling the follow up for zeke", "who is handling the follow up for zeke"),
    ],
)
def test_a_slip_in_a_words_letters_changes_nothing(typed: str, plain: str) -> None:
    assert ask(typed) == ask(plain)


@pytest.mark.parametrize("name", ["chang", "Chang", "holden", "bao", "cary", "noel"])
def test_a_name_near_a_word_is_a_name_where_a_name_stands(name: str) -> None:
    read = ask(f"who owns follow-up for {name}", LUKE)
    assert read.whose in (Whose.NOBODY, Whose.SEVERAL)
    assert LUKE not in read.students


def _names_of(case: Case) -> set[str]:
    students = case.school.students.values()
    return {
        part
        for one in students
        for name in (one.first, one.last, one.preferred, *one.nicknames)
        for part in fold(name).split()
    }


def _with_letters_swapped(case: Case) -> Iterator[str]:
    """The question with two letters swapped in the first long word that is in nobody's name."""
    names = _names_of(case)
    for found in re.finditer(r"[a-z]{5,}", case.text):
        word = found[0]
        if fold(word) not in names and fold(word).removesuffix("s") not in names and word[2] != word[3]:
            yield f"{case.text[: found.start()]}{word[:2]}{word[3]}{word[2]}{word[4:]}{case.text[found.end() :]}"
            return


def test_a_slip_in_a_written_question_seldom_changes_it_and_never_means_another_student() -> None:
    plain = [case for case in list_all()[::5] if case.expected.asked not in QUOTING and is_right(case, ask_case(case))]
    slipped = [(case, ask_case(case, text)) for case in plain for text in _with_letters_swapped(case)]
    assert len(slipped) > 150
    assert [case.text for case, read in slipped if names_wrong_student(case, read)] == []
    assert sum(is_right(case, read) for case, read in slipped) >= 0.8 * len(slipped)
