"""What a typed follow-up says: what is promised, by whom and until when, in the many ways people write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.followups.reading import FollowupWords, Whose, mentions_in, read_followup, read_owner
from handlers.rules.due import AskDue, Due, Today
from handlers.rules.role_words import read_role

WEDNESDAY = Today(date(2027, 2, 10))
PEOPLE = {"@lopez": "U1", "@Ms. Hale": "U2"}


def read(words: str) -> FollowupWords:
    return read_followup(words, PEOPLE, WEDNESDAY)


def due_of(words: str) -> date | None:
    due = read(words).due
    return due.on if isinstance(due, Due) else None


@pytest.mark.parametrize(
    "words",
    [
        "send the log @lopez", "send the log, @lopez.", "send the log (@lopez)", "send the log by @lopez",
        "send the log - owner: @lopez", "@lopez: send the log", "send the log @lopez by friday",
        "send the log by friday @lopez", "send the log\n@lopez", "send the log → @lopez",
    ],
)  # fmt: skip
def test_somebody_named_at_either_end_has_it_and_is_taken_out_of_the_words(words: str) -> None:
    found = read(words)
    assert (found.text, found.owner.person_id) == ("send the log", "U1")


@pytest.mark.parametrize("words", ["@lopez will send the log", "have @lopez send the log"])
def test_somebody_who_is_part_of_the_sentence_has_it_and_stays_in_it(words: str) -> None:
    assert (read(words).text, read(words).owner.person_id) == (words, "U1")


@pytest.mark.parametrize(
    "words", ["check with @lopez", "ask @lopez about the log", "send the log to @lopez", "call @lopez", "cc @lopez"]
)
def test_somebody_who_is_only_spoken_to_does_not_have_it(words: str) -> None:
    assert (read(words).text, read(words).owner.whose) == (words, Whose.UNSAID)


def test_a_name_of_two_words_is_one_person_and_of_two_people_the_first_has_it() -> None:
    assert read("send the log @Ms. Hale").owner.person_id == "U2"
    both = read("send the log @lopez @Ms. Hale")
    assert (both.text, both.owner.person_id, both.owner.others) == ("send the log", "U1", ("U2",))


def test_a_name_that_slack_made_no_mention_of_is_looked_for_later() -> None:
    assert read("send the log @lopz").owner.unknown == "lopz"


@pytest.mark.parametrize("words", ["I'll call dad", "I’ll call dad", "i call dad", "me: call dad", "call dad - me"])
def test_i_is_the_writer(words: str) -> None:
    assert read(words).owner.whose is Whose.WRITER


@pytest.mark.parametrize(
    "words",
    ["we should call dad", "someone call dad", "can anyone call dad?", "Could somebody call dad", "let's call dad",
     "call dad, someone", "call dad (nobody yet)", "who can call dad?"],
)  # fmt: skip
def test_we_and_someone_are_nobody_yet(words: str) -> None:
    assert read(words).owner.whose is Whose.NOBODY


@pytest.mark.parametrize("words", ["call dad", "welcome the new aide", "ill at home: call dad", "send what we read"])
def test_words_that_only_look_like_an_owner_say_nothing_of_one(words: str) -> None:
    assert read(words).owner.whose is Whose.UNSAID


@pytest.mark.parametrize(
    ("words", "duty"),
    [
        ("the OT to send the chart", "occupational therapy"), ("speech: send the chart", "speech"),
        ("case mgr will call", "case manager"), ("call home - the case manager", "case manager"),
        ("nurse should look", "health plan"), ("send the chart by speech", "speech"),
    ],
)  # fmt: skip
def test_a_role_is_read_as_a_role(words: str, duty: str) -> None:
    role = read(words).owner.role
    assert role is not None
    assert role.duty == duty


@pytest.mark.parametrize("words", ["speech was good today", "practice speech", "ask the OT", "ot", "sped"])
def test_a_role_that_is_only_spoken_of_has_nothing_to_do(words: str) -> None:
    assert read(words).owner.role is None


def test_the_day_is_taken_out_of_a_due_place_and_nothing_else_is() -> None:
    assert read("send the log by friday").text == "send the log"
    assert due_of("send the log by friday") == date(2027, 2, 12)
    assert due_of("finished 2/3 tasks, print the rest") is None
    assert isinstance(read("send the log by 31 feb").due, AskDue)


def test_what_comes_again_is_due_the_first_time_it_comes() -> None:
    found = read("collect the data every friday @lopez")
    assert (found.text, found.owner.person_id) == ("collect the data", "U1")
    assert found.repeat is not None
    assert due_of("collect the data every friday") == date(2027, 2, 12)


def test_a_mention_is_known_by_the_words_it_is_seen_as() -> None:
    assert mentions_in("ask <@U1|lopez> and <@U2|Ms. Hale> or <@U3>") == {
        "@lopez": "U1",
        "@Ms. Hale": "U2",
        "@U3": "U3",
    }


def test_roles_go_by_many_names_and_other_words_are_none() -> None:
    assert read_role("The SLP") == read_role("speech therapist")
    assert read_role("music") is None


@given(st.text(max_size=200))
def test_any_words_are_read_and_no_word_is_made_up(words: str) -> None:
    rest, _ = read_owner(words, PEOPLE)
    assert set(rest.split()) <= set(words.split()) or len(rest) <= len(words)
