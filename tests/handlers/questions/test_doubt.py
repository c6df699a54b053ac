"""In a thread, a word nobody knows in a person's place leaves in doubt whether its student is meant."""

import pytest

from handlers.questions.question import Whose
from tests.handlers.questions.asked_questions import ALDER, ask

ROSE = ALDER.students["rose"]


@pytest.mark.parametrize(
    "text",
    [
        "bao was out today so no work sample. who tracks his data",
        "odessa was out cold on the chromebook. whos tracking his data anyway",
        "who gives odessa speech",
        "someone offered to walk odessa to the bus, was that you?",
        "mom of odessa wants a call back but not from me. who is the family contact",
        "is there anything for odessa b nobody has picked up yet",
        "can u see who took the odessa stuff after the huddle",
        "odessas counseling, who has it",
    ],
)
def test_the_threads_student_is_offered_and_not_taken(text: str) -> None:
    read = ask(text, ROSE)
    assert (read.whose, read.students) in ((Whose.SEVERAL, (ROSE,)), (Whose.NOBODY, ()))


@pytest.mark.parametrize(
    "text",
    [
        "bao was out today, but who owns follow-up for this student",
        "the boiler man needed me downstairs. who ended up with the follow up for him?",
        "which of you promised to laminate the core boards",
        "The bell rang before we finished. Who is handling this student from here?",
        "who calls this kids parents",
        "what is kowalski supposed to be doing for this student",
    ],
)
def test_an_ordinary_question_in_a_thread_is_about_its_student(text: str) -> None:
    read = ask(text, ROSE)
    assert (read.whose, read.students) == (Whose.THIS, (ROSE,))
