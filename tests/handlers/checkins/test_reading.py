"""A typed check-in is read: whom it is about, what is said, its topic; and any text gets an answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.checkins.reading import MOST_CHARACTERS, read_checkin, read_topic
from handlers.rules.names import Names
from storage.checkins import Topic
from tests.handlers.rules.students import (
    FENWICK,
    GRACE,
    MARGUERITE,
    MAYA_Q,
    MAYA_T,
    OKSANA,
    TEAM,
    ZADIE,
)

NAMES = Names(TEAM)


def test_a_check_in_is_read_whole() -> None:
    typed = read_checkin("Maya T: finished 2 of 3 tasks with the timer #win", NAMES)
    assert (typed.meant, typed.named) == ((MAYA_T.id,), "Maya T")
    assert typed.text == "finished 2 of 3 tasks with the timer #win"
    assert (typed.topic, typed.choices, typed.offers, typed.is_near) == (Topic.WIN, (), (), False)
    assert not typed.says_nothing
    assert not typed.is_too_long


def test_two_students_are_meant_where_both_are_plain() -> None:
    assert read_checkin("Oksana &amp; Fenwick: shared", NAMES).meant == (OKSANA.id, FENWICK.id)


def test_two_of_one_name_are_choices() -> None:
    typed = read_checkin("Maya: read", NAMES)
    assert (typed.meant, typed.choices, typed.text) == ((), (MAYA_Q.id, MAYA_T.id), "read")


def test_a_name_to_be_asked_back_is_a_choice_of_one_and_loses_no_word() -> None:
    typed = read_checkin("Grace period given", NAMES)
    assert (typed.meant, typed.choices, typed.text) == ((), (GRACE.id,), "Grace period given")


def test_a_common_short_form_is_an_offer() -> None:
    typed = read_checkin("Maggie: read", NAMES)
    assert (typed.meant, typed.choices, typed.offers, typed.text) == ((), (), (MARGUERITE.id,), "Maggie: read")


def test_a_misspelt_name_is_near() -> None:
    typed = read_checkin("Oksanna: read", NAMES)
    assert (typed.meant, typed.is_near) == ((OKSANA.id,), True)


def test_words_without_a_student_are_kept_whole() -> None:
    typed = read_checkin("great day for all", NAMES)
    assert (typed.meant, typed.choices, typed.offers, typed.text) == ((), (), (), "great day for all")


def test_what_slack_escaped_is_kept_as_seen_and_people_aside() -> None:
    typed = read_checkin("Zadie: asked <@U1A|lopez> about <#C1|win> &amp; <https://example.org>", NAMES)
    assert typed.text == "asked @lopez about #win & https://example.org"
    assert (typed.mentions, typed.topic) == (("U1A",), Topic.WIN)


@pytest.mark.parametrize("words", ["<!channel> Zadie: read", "<@U1A|zadie>: read", "<#C1|zadie>: read"])
def test_a_mention_or_a_channel_is_no_student(words: str) -> None:
    assert read_checkin(words, NAMES).meant == ()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("#win", Topic.WIN),
        ("a #Wins day", Topic.WIN),
        ("(#win)", Topic.WIN),
        ("＃win", Topic.WIN),
        ("#progress", Topic.PROGRESS),
        ("#accommodation", Topic.ACCOMMODATIONS),
        ("#Accommodations", Topic.ACCOMMODATIONS),
        ("#accomodations", Topic.ACCOMMODATIONS),
        ("#behavior", Topic.BEHAVIOR),
        ("#behaviours", Topic.BEHAVIOR),
        ("#academics", Topic.ACADEMICS),
        ("#academic", Topic.ACADEMICS),
        ("#upcoming", Topic.UPCOMING),
        ("#upcoming-lessons", Topic.UPCOMING),
        ("#upcoming_test", Topic.UPCOMING),
        ("#lesson", Topic.UPCOMING),
        ("#test", Topic.UPCOMING),
        ("#quizzes", Topic.UPCOMING),
        ("#assessment", Topic.UPCOMING),
        ("#family", Topic.FAMILY),
        ("#family-contact", Topic.FAMILY),
        ("#families", Topic.FAMILY),
        ("#unknown #win", Topic.WIN),
        ("#behavior and #win", Topic.BEHAVIOR),
        ("#unknown", None),
        ("win", None),
        ("#", None),
        ("##win", None),
        ("#1 in class", None),
        ("https://example.org/#win", None),
        ("room#win", None),
        ("", None),
    ],
)
def test_the_first_hashtag_that_is_a_topic_names_it(text: str, topic: Topic | None) -> None:
    assert read_topic(text) == topic


def test_hashtags_stay_in_the_words() -> None:
    assert read_checkin("Zadie: a #win for #room7", NAMES).text == "a #win for #room7"


@pytest.mark.parametrize("words", ["Zadie", "Zadie:", "Zadie: #win", "Zadie: \u200b", "Zadie: \u2060\u00a0"])
def test_a_student_without_words_says_nothing(words: str) -> None:
    typed = read_checkin(words, NAMES)
    assert (typed.meant, typed.says_nothing) == ((ZADIE.id,), True)


@pytest.mark.parametrize("words", ["Zadie: ✅", "Zadie 👍🏽", "Zadie: ?", "Zadie: الطالبة قرأت", "Zadie: e\u0301"])
def test_an_emoji_or_any_script_says_something(words: str) -> None:
    typed = read_checkin(words, NAMES)
    assert (typed.meant, typed.says_nothing) == ((ZADIE.id,), False)


def test_three_thousand_characters_fit_and_one_more_does_not() -> None:
    assert not read_checkin("Zadie: " + "é" * MOST_CHARACTERS, NAMES).is_too_long
    assert read_checkin("Zadie: " + "é" * (MOST_CHARACTERS + 1), NAMES).is_too_long


@settings(deadline=None)
@given(st.text() | st.text("<>@#!|&;: -Zadie\u0301\u202e\u200b✅", max_size=80))
def test_any_text_gets_an_answer_and_keeps_its_words(text: str) -> None:
    typed = read_checkin(text, NAMES)
    assert typed.text in (typed.words, typed.lead.rest)
    assert typed.words.endswith(typed.text) or typed.words.startswith("#")
    assert typed.text.encode().decode() == typed.text
    assert not typed.meant or not (typed.choices or typed.offers)
