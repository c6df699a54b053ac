"""Which student a written name means: one, one of several, or nobody, and never a guess."""

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.rules.folding import fold
from handlers.rules.names import Found, How, Known, Names, Nobody, Several, keys_of, keys_sought, read_name
from tests.handlers.rules.students import (
    BAT,
    BEA,
    DARCY,
    FENWICK,
    GRACE,
    JUNE,
    LUKASZ,
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

typed = written_names | st.text(max_size=30) | st.sampled_from(["ZP", "Pell, Zadie", "Oksanna", "al", "AL", "mq"])


CHANGES: tuple[Callable[[str], str], ...] = (str.upper, str.lower, str, fold, lambda text: text.replace("'", "’"))


def elsewhere(student: Known) -> Known:
    return dataclasses.replace(student, here=False)


@pytest.mark.parametrize(
    ("words", "student", "how"),
    [
        ("S-1001", ZADIE, How.ID),
        ("s1001", ZADIE, How.ID),
        ("#S-1001", ZADIE, How.ID),
        ("Zadie Pell", ZADIE, How.FULL),
        ("Pell, Zadie", ZADIE, How.FULL),
        ("PELL,ZADIE", ZADIE, How.FULL),
        ("zadie p", ZADIE, How.FIRST_INITIAL),
        ("Zadie P.", ZADIE, How.FIRST_INITIAL),
        ("G. Fen", GRACE, How.PART),
        ("Fen, G.", GRACE, How.PART),
        ("zadie", ZADIE, How.FIRST),
        ("Zadie's", ZADIE, How.FIRST),
        ("Zadie’s", ZADIE, How.FIRST),
        ("zadie pell's", ZADIE, How.FULL),
        (" *Zadie* ", ZADIE, How.FIRST),
        ("zoe", ZOE, How.FIRST),
        ("ZOË", ZOE, How.FIRST),
        ("Zoe\u0308", ZOE, How.FIRST),
        ("zoe odegaard pell", ZOE, How.FULL),
        ("Zoe Odegaardpell", ZOE, How.FULL),
        ("Zoë Ødegaard", ZOE, How.PART),
        ("Zoe Pell", ZOE, How.PART),
        ("Zoe O", ZOE, How.FIRST_INITIAL),
        ("Zoe P", ZOE, How.FIRST_INITIAL),
        ("Ødegaard-Pell, Zoë", ZOE, How.FULL),
        ("ZO", ZOE, How.INITIALS),
        ("darcy oneil vance", DARCY, How.FULL),
        ("D’Arcy O’Neil", DARCY, How.PART),
        ("d arcy", DARCY, How.FIRST),
        ("d'arcy v", DARCY, How.FIRST_INITIAL),
        ("Bat", BAT, How.NICKNAME),
        ("bat ives", BAT, How.FULL),
        ("Bat I.", BAT, How.FIRST_INITIAL),
        ("Bat Ives'", BAT, How.FULL),
        ("luke", LUKASZ, How.PREFERRED),
        ("lukasz dorn", LUKASZ, How.FULL),
        ("Luke Đ", LUKASZ, How.FIRST_INITIAL),
        ("nico", NICO, How.FIRST),
        ("Maryann", MARY_ANN, How.FIRST),
        ("mary ann", MARY_ANN, How.FIRST),
        ("Mary-Ann Thistle", MARY_ANN, How.FULL),
        ("Mary", MARY_ANN, How.PART),
        ("Maya T", MAYA_T, How.FIRST_INITIAL),
        ("maya quill", MAYA_Q, How.FULL),
        ("X.Q.", XIUYING, How.INITIALS),
        ("xq", XIUYING, How.INITIALS),
        ("X Q", XIUYING, How.INITIALS),
        ("Fenwick:", FENWICK, How.FIRST),
        ("Fenwick -", FENWICK, How.FIRST),
    ],
)
def test_a_name_finds_its_student_however_it_is_written(words: str, student: Known, how: How) -> None:
    assert read_name(words, TEAM) == Found(student, how)


@pytest.mark.parametrize(
    ("words", "student"), [("Will", WILL), ("grace", GRACE), ("June", JUNE), ("BE", BEA), ("be", BEA)]
)
def test_names_and_initials_that_are_words_are_to_be_asked_back(words: str, student: Known) -> None:
    reading = read_name(words, TEAM)
    assert isinstance(reading, Found)
    assert (reading.student, reading.ask_back) == (student, True)


@pytest.mark.parametrize("words", ["Will Marrow", "Grace Fen", "June T", "Will M."])
def test_a_word_with_a_surname_or_initial_is_a_name(words: str) -> None:
    reading = read_name(words, TEAM)
    assert isinstance(reading, Found)
    assert not reading.ask_back


def test_two_students_of_one_name_are_asked_about() -> None:
    assert read_name("Maya", TEAM) == Several((MAYA_Q, MAYA_T), How.FIRST)


def test_two_students_of_the_same_initials_are_asked_about() -> None:
    other = Known(30, "", "Zora", "Plank", here=False)
    reading = read_name("ZP", (other, ZADIE))
    assert reading == Several((ZADIE, other), How.INITIALS)


@pytest.mark.parametrize(
    ("words", "student"),
    [
        ("Oksanna", OKSANA),
        ("Oksnaa", OKSANA),
        ("oxsana bramble", OKSANA),
        ("Oksanna's", OKSANA),
        ("Bramble, Oksanna", OKSANA),
        ("Fenwik", FENWICK),
        ("fenwik o", FENWICK),
        ("F. Odly", FENWICK),
        ("Zadei P", ZADIE),
        ("Xuiying", XIUYING),
        ("Loke", LUKASZ),
    ],
)
def test_a_slip_of_the_finger_still_finds_the_student_and_is_said_back(words: str, student: Known) -> None:
    reading = read_name(words, TEAM)
    assert reading == Found(student, How.NEAR)
    assert isinstance(reading, Found)
    assert reading.say_back


@pytest.mark.parametrize(
    "words", ["Maya X", "Zadie Q", "oksana t", "X. Bramble", "ZQ", "OB2", "Oks", "Oxxxna B", "Zxdxx"]
)
def test_what_does_not_fit_is_nobody(words: str) -> None:
    assert isinstance(read_name(words, TEAM), Nobody)


@pytest.mark.parametrize("words", ["OP", "O.P.", "WX", "the", "well", "made"])
def test_initials_and_words_are_never_near(words: str) -> None:
    here = (
        Known(1, "", "Opa", "Quorn", here=True),
        Known(2, "", "Theo", "Wallop", nicknames=("Walle", "Maddy"), here=True),
    )
    assert isinstance(read_name(words, here), Nobody)


def test_a_near_miss_of_two_students_is_asked_about() -> None:
    lena, lina = Known(1, "", "Lenna", "Oak", here=True), Known(2, "", "Linna", "Elm", here=True)
    assert read_name("Lanna", (lena, lina)) == Several((lena, lina), How.NEAR)


def test_a_near_miss_in_this_channel_goes_before_one_farther_off_elsewhere() -> None:
    away = Known(30, "", "Oxsana", "Stub")
    assert read_name("Oksanaa", (away, OKSANA)) == Found(OKSANA, How.NEAR)


def test_a_nearer_student_elsewhere_is_asked_about() -> None:
    away = Known(30, "", "Oksanny", "Stub")
    assert read_name("Oksanno", (OKSANA, away)) == Several((OKSANA, away), How.NEAR)


def test_a_common_short_form_is_offered_and_never_assumed() -> None:
    assert read_name("Maggie", TEAM) == Nobody((MARGUERITE,))
    assert read_name("Maggie P", TEAM) == Nobody((MARGUERITE,))
    assert read_name("Maggie Plum", TEAM) == Nobody((MARGUERITE,))
    assert MARGUERITE not in suggestions("Maggie Q")


def test_a_near_miss_beside_a_common_short_form_is_asked_about() -> None:
    seth, elizabeth = Known(1, "", "Seth", "Oak", here=True), Known(2, "", "Elizabeth", "Elm", here=True)
    assert read_name("Beth", (seth, elizabeth)) == Several((elizabeth, seth), How.NEAR)


def test_those_who_share_a_name_are_offered() -> None:
    assert set(suggestions("Maya X")) == {MAYA_T, MAYA_Q}
    assert set(suggestions("Tallow")) == {MAYA_T, JUNE}
    assert suggestions("Zadie Marie Pell")[:1] == (ZADIE,)


def test_never_more_than_five_are_offered() -> None:
    many = [Known(place, "", f"Maya{place}", "Stub") for place in range(20)]
    assert len(suggestions("Stub", many)) == 5


def test_a_student_of_this_channel_goes_before_one_elsewhere() -> None:
    assert read_name("Maya", (MAYA_T, elsewhere(MAYA_Q))) == Found(MAYA_T, How.FIRST)


def test_two_of_this_channel_leave_out_those_elsewhere() -> None:
    third = Known(30, "", "Maya", "Stub")
    assert read_name("Maya", (third, MAYA_T, MAYA_Q)) == Several((MAYA_Q, MAYA_T), How.FIRST)


def test_a_whole_name_elsewhere_beside_a_piece_of_one_here_is_asked_about() -> None:
    whole = Known(30, "", "Zoe", "Pell")
    assert read_name("Zoe Pell", (whole, ZOE)) == Several((ZOE, whole), How.FULL)


def test_a_whole_name_goes_before_a_piece_of_a_longer_one() -> None:
    whole = Known(30, "", "Zoe", "Pell", here=True)
    assert read_name("Zoe Pell", (whole, ZOE)) == Found(whole, How.FULL)


def test_an_initial_with_one_of_two_surnames_may_mean_either_student() -> None:
    assert read_name("Z. Pell", TEAM) == Several((ZADIE, ZOE), How.PART)


def test_a_nickname_and_a_first_name_count_alike() -> None:
    first = Known(30, "", "Bat", "Stub", here=True)
    assert read_name("Bat", (first, BAT)) == Several((BAT, first), How.NICKNAME)


def test_a_written_name_goes_before_initials_in_lower_case() -> None:
    al, ada = Known(1, "", "Al", "Oak", here=True), Known(2, "", "Adela", "Lund", here=True)
    assert read_name("Al", (al, ada)) == Found(al, How.FIRST)
    assert read_name("AL", (al, ada)) == Several((al, ada), How.FIRST)


def test_a_school_id_shared_before_joining_is_asked_about() -> None:
    twin = dataclasses.replace(ZADIE, id=30, first="Other")
    assert isinstance(read_name("S-1001", (ZADIE, twin)), Several)


def test_a_short_number_is_to_be_asked_back() -> None:
    student = Known(1, "504", "Odd", "Number")
    assert read_name("504", (student,)) == Found(student, How.ID, ask_back=True)


@pytest.mark.parametrize(
    "words", ["", " ", "✅", "\x00", "\u200b", "\u202e", "a" * 3000, "a " * 3000, "’s", ",", ", ,"]
)
def test_what_is_no_name_at_all_is_nobody(words: str) -> None:
    assert read_name(words, TEAM) == Nobody()


def test_a_student_with_one_name_only_is_found_by_it() -> None:
    for student in (Known(1, "", "Solo", ""), Known(1, "", "", "Solo")):
        assert read_name("solo", (student,)) == Found(student, How.FIRST)


def test_an_asker_who_may_see_nobody_finds_nobody() -> None:
    assert read_name("Maya", ()) == Nobody()


def test_names_built_once_read_like_a_plain_list() -> None:
    names = Names(TEAM)
    for words in ("Maya", "zadie p", "Oksanna", "Maggie", "nobody here"):
        assert read_name(words, names) == read_name(words, TEAM)


@settings(deadline=None)
@given(students(), st.data())
def test_everybody_is_found_by_full_name_in_any_case_and_accent(known: tuple[Known, ...], data: st.DataObject) -> None:
    change = data.draw(st.sampled_from(CHANGES))
    everywhere = Names(dataclasses.replace(one, here=False) for one in known)
    for student in known:
        spoken = f"{student.first} {student.last}"
        if fold(spoken):
            assert student.id in {one.id for one in possible(everywhere.read(change(spoken)))}


@settings(deadline=None)
@given(students(), typed)
def test_only_students_the_asker_may_see_are_ever_named(known: tuple[Known, ...], words: str) -> None:
    reading = read_name(words, known)
    assert set(possible(reading)) <= set(known)
    assert set(suggestions(words, known)) <= set(known)


@settings(deadline=None)
@given(students(), typed)
def test_two_who_fit_alike_never_give_exactly_one(known: tuple[Known, ...], words: str) -> None:
    twins = tuple(dataclasses.replace(one, id=one.id + 1000) for one in known)
    assert not isinstance(read_name(words, (*known, *twins)), Found)


@settings(deadline=None)
@given(students(), students(), typed)
def test_students_elsewhere_never_turn_one_here_into_another(
    known: tuple[Known, ...], more: tuple[Known, ...], words: str
) -> None:
    ours = tuple(dataclasses.replace(one, here=True) for one in known)
    others = tuple(dataclasses.replace(one, id=one.id + 1000, here=False) for one in more)
    alone, beside = read_name(words, ours), read_name(words, (*others, *ours))
    if isinstance(alone, Found) and alone.how is not How.NEAR and _is_sure(alone, words):
        assert alone.student in possible(beside)


@settings(deadline=None)
@given(students(), typed)
def test_the_order_students_come_in_does_not_matter(known: tuple[Known, ...], words: str) -> None:
    assert read_name(words, known) == read_name(words, tuple(reversed(known)))


@settings(deadline=None)
@given(students(), typed)
def test_looking_up_keys_first_finds_the_same_as_reading_everybody(known: tuple[Known, ...], words: str) -> None:
    sought = keys_sought(words)
    looked_up = tuple(one for one in known if keys_of(one) & sought)
    assert Names(looked_up).read_exact(words) == Names(known).read_exact(words)


@settings(deadline=None)
@given(students(most=8), typed)
def test_several_lists_each_once_and_those_of_this_channel_first(known: tuple[Known, ...], words: str) -> None:
    reading = read_name(words, known)
    listed = possible(reading)
    assert len(set(listed)) == len(listed)
    assert [one.here for one in listed] == sorted((one.here for one in listed), reverse=True)
    assert not isinstance(reading, Several) or len(listed) > 1


def possible(reading: Found | Several | Nobody) -> tuple[Known, ...]:
    if isinstance(reading, Found):
        return (reading.student,)
    return reading.students if isinstance(reading, Several) else ()


def suggestions(words: str, known: tuple[Known, ...] | list[Known] = TEAM) -> tuple[Known, ...]:
    reading = read_name(words, known)
    return reading.suggestions if isinstance(reading, Nobody) else ()


def _is_sure(found: Found, words: str) -> bool:
    """Initials in lower case give way to a name that is written out."""
    return found.how is not How.INITIALS or words.isupper()
