"""What people ask is understood, about the students they name and never about another."""

import re
from collections.abc import Collection, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.questions.question import Asked, Question, Whose
from handlers.questions.read import read_question
from handlers.rules.names import Names
from tests.handlers.questions.asked_questions import (
    ALDER,
    BOT,
    SCHOOLS,
    SETS,
    TODAY,
    Case,
    School,
    ask,
    ask_case,
    cases,
    is_right,
    list_all,
    names_wrong_student,
)

ALL = list_all()
BAR = 0.97
OF_ALDER = tuple(case for case in ALL if case.school is ALDER)
LUKE = ALDER.students["luke"]


def test_the_written_questions_are_many_over_many_students_and_adults() -> None:
    assert len(ALL) >= 1000
    assert all(len(school.students) >= 25 for school in SCHOOLS)


@pytest.mark.parametrize(("school", "name"), SETS, ids=lambda part: getattr(part, "name", part))
def test_written_questions_are_understood(school: School, name: str) -> None:
    written = cases(school, name)
    wrong = [case.text for case in written if not is_right(case, ask_case(case))]
    assert len(wrong) <= (1 - BAR) * len(written), wrong


def test_no_written_question_is_ever_read_as_about_another_student() -> None:
    assert [case.text for case in ALL if names_wrong_student(case, ask_case(case))] == []


HIDDEN = ("Delphine Crump", "Bao", "Holden", "Ty", "Chang")


def _with_another_name(case: Case, name: str) -> Iterator[str]:
    """The question with a name nobody has in the place of the student's."""
    student = case.expected.students[0]
    written = (f"{student.first} {student.last}", student.preferred, student.first, *student.nicknames)
    for form in filter(None, written):
        written_so = re.compile(rf"(?<!\w)(?<!Mrs ){re.escape(form)}(?=(?:s|'s)?(?!\w))", re.IGNORECASE)
        if written_so.search(case.text):
            yield written_so.sub(lambda found: name.casefold() if found[0].islower() else name, case.text)
            return


@pytest.mark.parametrize("name", HIDDEN)
def test_a_name_nobody_has_never_means_the_threads_student_nor_anybody_else(name: str) -> None:
    about_one = [case for case in OF_ALDER if case.expected.whose is Whose.ONE and not case.expected.near]
    in_turn = about_one[HIDDEN.index(name) :: len(HIDDEN) * 2]
    texts = [text for case in in_turn for text in _with_another_name(case, name)]
    taken = [text for text in texts if _takes_somebody(ask(text, LUKE))]
    assert len(texts) > 50
    assert taken == []


@pytest.mark.parametrize("school", SCHOOLS[1:], ids=lambda school: school.name)
def test_at_any_school_a_name_nobody_has_never_means_the_threads_student(school: School) -> None:
    """Nor hardly anybody else: beside another who is named, in small letters, it may be overlooked."""
    here = next(iter(school.students.values()))
    about_one = [case for case in ALL if case.school is school and case.expected.whose is Whose.ONE]
    texts = [text for case in about_one if not case.expected.near for text in _with_another_name(case, "Odessa")]
    taken = [text for text in texts if _takes_somebody(ask(text, here, school))]
    assert len(texts) > 50
    assert [text for text in taken if ask(text, here, school).whose is Whose.THIS] == []
    assert len(taken) <= len(texts) / 33, taken


def _takes_somebody(read: Question) -> bool:
    """A slip of the pen that the answer speaks of is no silent mistake."""
    return bool(read.students) and not read.near and read.whose in (Whose.ONE, Whose.BOTH, Whose.THIS)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("who owns follow-up for Maya Page", "Maya Page"),
        ("who is Zadie Young's case manager", "Zadie Young"),
        ("latest on June Summers", "June Summers"),
        ("who has Maya Z.", "Maya Z"),
    ],
)
def test_a_surname_that_is_a_word_makes_another_student(text: str, name: str) -> None:
    read = ask(text, LUKE)
    assert (read.whose, read.name, read.students) == (Whose.NOBODY, name, ())


@pytest.mark.parametrize(
    "text", ["which follow-ups have an owner", "is hope alive", "who will be there in may", "a rose"]
)
def test_a_word_that_is_also_a_name_counts_only_in_a_names_place(text: str) -> None:
    assert ask(text).whose is not Whose.ONE


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("who said they would call home", Asked.WHO_SAID),
        ("who calls home", Asked.DUTY),
        ("who called home in October", Asked.HISTORY),
        ("will Maya be ready", Asked.UNCLEAR),
        ("who changes seats", Asked.UNCLEAR),
        ("why does nobody call home", Asked.UNCLEAR),
        ("I will call home", Asked.UNCLEAR),
        ("Ms Lopez calls home", Asked.UNCLEAR),
        ("Ms Lopez calls home?", Asked.DUTY),
    ],
)
def test_what_sounds_alike_is_told_apart(text: str, asked: Asked) -> None:
    assert ask(text, LUKE).asked is asked


AROUND = (
    "{}",
    "hey, quick q - {}",
    "Hi all! {} Thanks in advance",
    "sorry if this was asked already, but {}",
    "{} 🙏🙏",
    "*{}*",
    "ok so {}",
    "please can someone tell me {}",
    "<@UBOT> {}",
    "  {}  ",
    "{} :pray:",
)


@pytest.mark.parametrize("around", AROUND)
def test_politeness_and_decoration_change_nothing(around: str) -> None:
    plain = [case for case in ALL if case.expected.asked in (Asked.DUTY, Asked.WHO_SAID) and case.text[:1].islower()]
    in_turn = plain[AROUND.index(around) :: len(AROUND)]
    understood = [case for case in in_turn if is_right(case, ask_case(case))]
    changed = [case.text for case in understood if not is_right(case, ask_case(case, around.format(case.text)))]
    assert changed == []


def test_a_question_shouted_is_the_same_question() -> None:
    duties = [case for case in ALL if case.expected.asked is Asked.DUTY and "<@" not in case.text]
    heard = [case for case in duties if is_right(case, ask_case(case))]
    changed = [case.text for case in heard if not is_right(case, ask_case(case, case.text.upper()))]
    assert len(changed) <= (1 - BAR) * len(heard), changed
    assert [case.text for case in heard if names_wrong_student(case, ask_case(case, case.text.upper()))] == []


def test_everybody_is_gone_through_only_for_a_name_that_nobody_has_exactly() -> None:
    calls: list[str] = []

    def all_names() -> Names:
        calls.append("everyone")
        return ALDER.everyone

    ALDER.read("who owns follow-up for Zadie", everyone=all_names)
    ALDER.read("what is overdue", everyone=all_names)
    assert calls == []
    ALDER.read("who owns follow-up for Fenwik", everyone=all_names)
    assert calls == ["everyone"]


def test_one_look_by_keys_is_enough_however_long_the_words_are() -> None:
    looks: list[int] = []

    def counted(keys: Collection[str]) -> Names:
        looks.append(len(keys))
        return ALDER.find(keys)

    text = "who owns follow-up for Zadie " + "and then Quillon Marrowby said so " * 200
    everyone = ALDER.everyone
    read_question(text, find=counted, everyone=lambda: everyone, staff=ALDER.staff, here=None, bot=BOT, today=TODAY)
    assert len(looks) == 1
    assert looks[0] < 2500


_PIECES = [case.text for case in ALL] + [
    "Rose",
    "Will",
    "'s",
    " for ",
    "\n> ",
    "<@U0ITO>",
    "؟",
    "مايا",
    "\u202e",
    "👍🏽",
    " who ",
]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=12), max_size=5).map(" ".join), st.booleans())
def test_any_text_is_read_and_names_only_students_who_were_found(text: str, in_thread: bool) -> None:
    few = tuple(ALDER.students.values())[::3]
    names = Names(few)
    read = read_question(
        text,
        find=lambda keys: names,
        everyone=lambda: names,
        staff=ALDER.staff,
        here=LUKE if in_thread else None,
        bot=BOT,
        today=TODAY,
    )
    assert set(read.students) <= {*few, *([LUKE] if in_thread else ())}


@settings(max_examples=20)
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=12), max_size=5).map(" ".join))
def test_nobody_is_named_to_somebody_who_may_see_nobody(text: str) -> None:
    nobody = Names(())
    read = read_question(
        text, find=lambda keys: nobody, everyone=lambda: nobody, staff=ALDER.staff, here=None, bot=BOT, today=TODAY
    )
    assert read.students == ()
