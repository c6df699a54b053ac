"""How many of the written questions are understood, by kind, and how long reading one takes."""

from collections import Counter
from collections.abc import Sequence

from benchmarks.figures import measure, show
from tests.handlers.questions.asked_questions import Case, ask_case, is_right, list_all, names_wrong_student

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
    show("Reading a question", [measure("one written question", lambda number: _read(written, number), TIMES)])


def _read(written: Sequence[Case], number: int) -> None:
    """Read anew each time: `ask_case` remembers what it read."""
    case = written[number % len(written)]
    case.school.read(case.text, case.here)
