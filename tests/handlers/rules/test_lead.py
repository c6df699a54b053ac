"""Typed words are parted into the student they begin with and the rest, and no word is lost."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.rules.folding import squash
from handlers.rules.lead import Lead, keys_before_mark, keys_sought_in, read_lead
from handlers.rules.names import Found, How, Known, Names, Nobody, Several, keys_of
from tests.handlers.rules.students import (
    BAT,
    BEA,
    DARCY,
    FENWICK,
    GRACE,
    JUNE,
    MARGUERITE,
    MARY_ANN,
    MAYA_Q,
    MAYA_T,
    NICO,
    OKSANA,
    TEAM,
    WILL,
    XIUYING,
    ZADIE,
    ZOE,
    students,
    written_names,
)

NAMES = Names(TEAM)

marks = st.sampled_from(
    [": ", ":", " - ", "- ", " — ", "–", " ", ", ", "\n", " & ", "/", " and ", "'s ", "’s ", " #win ", "-3 "]
)
notes = st.text(max_size=20) | st.sampled_from(
    ["finished 2 of 3", "Quill read", "a bit tired", "and", "@lopez", "10:30 :tada:"]
)
typed_words = st.lists(written_names | marks | notes, max_size=6).map("".join)


@pytest.mark.parametrize(
    ("words", "named", "rest"),
    [
        ("Zadie: read aloud", "Zadie", "read aloud"),
        ("Zadie:read aloud", "Zadie", "read aloud"),
        ("Zadie： read aloud", "Zadie", "read aloud"),
        ("Zadie - read aloud", "Zadie", "read aloud"),
        ("Zadie- read aloud", "Zadie", "read aloud"),
        ("Zadie -read aloud", "Zadie", "read aloud"),
        ("Zadie – read aloud", "Zadie", "read aloud"),
        ("Zadie—read aloud", "Zadie", "read aloud"),
        ("Zadie--read aloud", "Zadie", "read aloud"),
        ("Zadie read aloud", "Zadie", "read aloud"),
        ("zadie  read  aloud", "zadie", "read  aloud"),
        ("Zadie, read aloud", "Zadie", "read aloud"),
        ("*Zadie*: read aloud", "Zadie", "read aloud"),
        ("- Zadie: read aloud", "Zadie", "read aloud"),
        ("Zadie\nread aloud", "Zadie", "read aloud"),
        ("Zadie - math: 3 of 4", "Zadie", "math: 3 of 4"),
        ("Zadie math: 3 of 4", "Zadie", "math: 3 of 4"),
        ("Zadie 10:30 was late", "Zadie", "10:30 was late"),
        ("Zadie -3 points", "Zadie", "-3 points"),
        ("Zadie :tada: read", "Zadie", ":tada: read"),
        ("Zadie: :tada: read", "Zadie", ":tada: read"),
        ("Zadie ✅", "Zadie", "✅"),
        ("Zadie https://example.org/a: b", "Zadie", "https://example.org/a: b"),
        ("Zadie", "Zadie", ""),
        ("Zadie:", "Zadie", ""),
        ("#win Zadie read aloud", "Zadie", "#win read aloud"),
        ("zadie a bit tired", "zadie", "a bit tired"),
        ("Zadie I think did well", "Zadie", "I think did well"),
        ("Zadie and her aide read", "Zadie", "and her aide read"),
        ("Zadie w/ Oksana in the hall", "Zadie", "w/ Oksana in the hall"),
        ("Zadie IEP meeting", "Zadie", "IEP meeting"),
        ("Pell, Zadie: read aloud", "Pell, Zadie", "read aloud"),
        ("S-1001 read aloud", "S-1001", "read aloud"),
    ],
)
def test_a_colon_a_dash_or_a_space_parts_the_name_from_the_text(words: str, named: str, rest: str) -> None:
    lead = read_lead(words, NAMES)
    assert (lead.named, lead.text, lead.sure) == (named, rest, True)
    assert [reading.student for reading in lead.who if isinstance(reading, Found)] == [ZADIE]


@pytest.mark.parametrize(
    ("words", "student", "rest"),
    [
        ("Maya T finished", MAYA_T, "finished"),
        ("maya quill finished", MAYA_Q, "finished"),
        ("Maya T. finished", MAYA_T, "finished"),
        ("Zoë Ødegaard-Pell finished", ZOE, "finished"),
        ("Ødegaard-Pell, Zoë – finished", ZOE, "finished"),
        ("D'Arcy O'Neil-Vance finished", DARCY, "finished"),
        ("d’arcy finished", DARCY, "finished"),
        ("Bat Ives finished", BAT, "finished"),
        ("Mary Ann finished", MARY_ANN, "finished"),
        ("Will Marrow finished", WILL, "finished"),
        ("will marrow finished", WILL, "finished"),
        ("June T finished", JUNE, "finished"),
        ("ñico finished", NICO, "finished"),
        ("XQ finished", XIUYING, "finished"),
        ("Grace: finished", GRACE, "finished"),
        ("will - finished", WILL, "finished"),
        ("BE: finished", BEA, "finished"),
        ("be: finished", BEA, "finished"),
        ("xq: finished", XIUYING, "finished"),
    ],
)
def test_the_longest_name_that_fits_is_taken(words: str, student: Known, rest: str) -> None:
    lead = read_lead(words, NAMES)
    assert [reading.student for reading in lead.who if isinstance(reading, Found)] == [student]
    assert (lead.text, lead.sure) == (rest, True)


@pytest.mark.parametrize(
    ("words", "student"),
    [
        ("Grace period given", GRACE),
        ("will read aloud tomorrow", WILL),
        ("June is busy", JUNE),
        ("BE kind", BEA),
        ("xq finished", XIUYING),
        ("Zadie Quorn finished", ZADIE),
        ("Zadie Q finished", ZADIE),
        ("zadie q finished", ZADIE),
        ("Zadie A finished", ZADIE),
        ("Zadie and Tavish read", ZADIE),
        ("Mary Lou finished", MARY_ANN),
        ("Oksanna finished", OKSANA),
        ("oksanna b finished", OKSANA),
    ],
)
def test_a_name_that_may_be_none_is_asked_back_with_all_the_words(words: str, student: Known) -> None:
    lead = read_lead(words, NAMES)
    assert [reading.student for reading in lead.who if isinstance(reading, Found)] == [student]
    assert (lead.sure, lead.text) == (False, words)


@pytest.mark.parametrize(
    "words",
    [
        "great day for all",
        "so proud of Maya today",
        "be kind",
        "worked with Zadie: read aloud",
        "@Zadie: read aloud",
        "@lopez Zadie: read aloud",
        "10:30 Zadie came",
        "✅ Zadie read",
        "Tavish Quorn: read aloud",
        "she read aloud",
        "",
        "   ",
        ":",
        "-",
        "✅",
        "#win",
        "\u202eالطالبة قرأت",
        "‍\u0301\u0301",
        "a" * 4000,
        "a " * 2000,
        ": " * 2000,
        "/" * 3000,
        "Zadie&" * 500,
        ("Zadie and " * 300).strip(),
    ],
)
def test_words_that_begin_with_no_student_are_kept_whole(words: str) -> None:
    lead = read_lead(words, NAMES)
    assert lead.text == words.strip() or lead.sure
    assert not lead.named or "Zadie" in lead.named


def test_two_students_of_one_name_leave_the_words_ready_for_either() -> None:
    lead = read_lead("Maya: finished", NAMES)
    assert lead.who == (Several((MAYA_Q, MAYA_T), How.FIRST),)
    assert (lead.sure, lead.text) == (False, "finished")


@pytest.mark.parametrize(
    "words",
    [
        "Oksana & Fenwick: shared blocks",
        "Oksana &Fenwick - shared blocks",
        "Oksana/Fenwick: shared blocks",
        "Oksana/Fenwick shared blocks",
        "Oksana and Fenwick shared blocks",
        "oksana + fenwick shared blocks",
        "Oksana, Fenwick: shared blocks",
        "Oksana, and Fenwick: shared blocks",
        "Oksana B & Oddly, Fenwick: shared blocks",
    ],
)
def test_two_students_are_taken_where_both_are_plain(words: str) -> None:
    lead = read_lead(words, NAMES)
    found = {reading.student for reading in lead.who if isinstance(reading, Found)}
    assert (found, lead.text, lead.sure) == ({OKSANA, FENWICK}, "shared blocks", True)


@pytest.mark.parametrize(
    "words",
    [
        "Oksana and Will shared",
        "Oksanna & Fenwick: shared",
        "Maya & Fenwick: shared",
        "Oksana & Tavish: shared",
        "Oksana/Maya shared",
    ],
)
def test_two_students_are_asked_about_where_one_is_not_plain(words: str) -> None:
    lead = read_lead(words, NAMES)
    assert (lead.sure, lead.text) == (False, words)
    assert lead.who


def test_one_student_written_twice_is_one() -> None:
    lead = read_lead("Bat & Bat Ives: read", NAMES)
    assert {reading.student for reading in lead.who if isinstance(reading, Found)} == {BAT}


def test_a_misspelt_name_before_a_colon_is_taken_and_said_back() -> None:
    lead = read_lead("Oksanna: finished", NAMES)
    assert lead.who == (Found(OKSANA, How.NEAR),)
    assert (lead.sure, lead.text, lead.settled) == (True, "finished", False)


@pytest.mark.parametrize("words", ["Maggie P: finished", "Maggie finished", "Plum: finished"])
def test_nobody_who_fits_is_offered_those_who_may_be_meant(words: str) -> None:
    lead = read_lead(words, NAMES)
    assert lead.who == (Nobody((MARGUERITE,)),)
    assert (lead.sure, lead.text) == (False, words)


@pytest.mark.parametrize("words", ["Zadie's mom called", "Zadie’s mom called", "Bat Ives' mom called"])
def test_a_possessive_stays_in_its_sentence(words: str) -> None:
    lead = read_lead(words, NAMES)
    assert (lead.sure, lead.text) == (True, words)


@settings(deadline=None)
@given(students(), typed_words)
def test_name_and_rest_hold_all_that_was_typed(known: tuple[Known, ...], words: str) -> None:
    lead = read_lead(words, known)
    assert lead.words == words.strip()
    typed, kept = _letters(lead.words), _letters(lead.named) + _letters(lead.rest)
    assert sorted(typed) == sorted(kept) or lead.rest == lead.words
    assert lead.text in (lead.words, lead.rest)


@settings(deadline=None)
@given(students(), typed_words)
def test_only_students_the_writer_may_see_are_named(known: tuple[Known, ...], words: str) -> None:
    assert set(_named(read_lead(words, known))) <= set(known)


@pytest.mark.parametrize("keys_in", [keys_before_mark, keys_sought_in])
@settings(deadline=None)
@given(known=students(), words=typed_words)
def test_a_settled_reading_by_keys_is_the_reading_among_all(
    keys_in: Callable[[str], frozenset[str]], known: tuple[Known, ...], words: str
) -> None:
    sought = keys_in(words)
    quick = read_lead(words, [one for one in known if keys_of(one) & sought])
    if quick.settled:
        assert quick == read_lead(words, known)


@settings(deadline=None)
@given(students(), typed_words)
def test_what_is_sure_names_somebody_and_asks_nothing(known: tuple[Known, ...], words: str) -> None:
    lead = read_lead(words, known)
    if lead.sure:
        assert lead.who
        assert all(isinstance(one, Found) and not one.ask_back for one in lead.who)
    else:
        assert lead.text == lead.words or isinstance(lead.who[0], Several)


@settings(deadline=None)
@given(students(), typed_words)
def test_words_that_are_names_are_never_sure_without_a_mark(known: tuple[Known, ...], words: str) -> None:
    plain = words.translate(str.maketrans("", "", ":：-–—―"))
    lead = read_lead(plain, known)
    if lead.sure:
        assert squash(lead.named.casefold()) not in ("will", "grace", "q", "a")


def _letters(text: str) -> list[str]:
    return [char for char in text if char.isalnum()]


def _named(lead: Lead) -> list[Known]:
    found: list[Known] = []
    for one in lead.who:
        found += (
            [one.student] if isinstance(one, Found) else one.students if isinstance(one, Several) else one.suggestions
        )
    return found
