"""How many of the written questions are understood, by kind, and how long reading one takes."""

from collections import Counter
from collections.abc import Sequence

from benchmarks.figures import measure, show
from benchmarks.learn import KINDS, learn
from handlers.questions.evidence import Weights, share_out, signs_of
from tests.handlers.questions.asked_questions import (
    ALDER,
    SCHOOLS,
    Case,
    School,
    ask_case,
    is_right,
    list_all,
    names_wrong_student,
    sentences_of,
)

TIMES = 4000


def run() -> None:
    written = list_all()
    read = [(case, ask_case(case)) for case in written]
    asked = Counter(case.expected.asked for case in written)
    right = Counter(case.expected.asked for case, question in read if is_right(case, question))
    wrong = sum(names_wrong_student(case, question) for case, question in read)
    print("\nQuestions understood")
    for kind, number in asked.items():
        print(f"  {kind.value:<52} {right[kind]:4} of {number:4}   {right[kind] / number:6.1%}")
    whole = right.total() / asked.total()
    print(f"  {'all':<52} {right.total():4} of {asked.total():4}   {whole:6.1%}   (97 % or more)")
    print(f"  {'taken for another student':<52} {wrong:4}           (none)")
    unseen = [_share_unseen(school) for school in SCHOOLS if school is not ALDER]
    least, mean = min(unseen), sum(unseen) / len(unseen)
    words = "what is asked, by words learned at other schools"
    print(f"  {words:<52} {'':14} {mean:6.1%}   (the least of {len(unseen)} schools {least:.1%})")
    show("Reading a question", [measure("one written question", lambda number: _read(written, number), TIMES)])


def _read(written: Sequence[Case], number: int) -> None:
    """Read anew each time: `ask_case` remembers what it read."""
    case = written[number % len(written)]
    case.school.read(case.text, case.here)


def _share_unseen(school: School) -> float:
    """How many questions of one school the words of all the others tell apart."""
    weights = learn([case for case in list_all() if case.school is not school])
    asked = [case for case in list_all() if case.school is school and case.expected.asked in KINDS]
    return sum(_is_told_by(weights, case) for case in asked) / len(asked)


def _is_told_by(weights: Weights, case: Case) -> bool:
    shares = share_out(signs_of(sentences_of(case), weights), weights)
    return max(shares, key=lambda one: shares[one]) is case.expected.asked
