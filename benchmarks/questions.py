"""How many of the written questions are understood, by kind, and how long reading one takes."""

from collections import Counter

from benchmarks.figures import measure, show
from tests.handlers.questions.asked_questions import SETS, Case, ask, cases, is_right, names_wrong_student

TIMES = 2000


def run() -> None:
    written = [case for name in SETS for case in cases(name)]
    read = [(case, ask(case.text, case.here)) for case in written]
    asked = Counter(case.expected.asked for case in written)
    right = Counter(case.expected.asked for case, question in read if is_right(case, question))
    wrong = sum(names_wrong_student(case, question) for case, question in read)
    print("\nQuestions understood")
    for kind, number in asked.items():
        print(f"  {kind.value:<52} {right[kind]:3} of {number:3}   {right[kind] / number:6.1%}")
    whole = right.total() / asked.total()
    print(f"  {'all':<52} {right.total():3} of {asked.total():3}   {whole:6.1%}   (97 % or more)")
    print(f"  {'taken for another student':<52} {wrong:3}          (none)")
    show("Reading a question", [measure("one written question", lambda number: _ask(written, number), TIMES)])


def _ask(written: list[Case], number: int) -> None:
    case = written[number % len(written)]
    ask(case.text, case.here)
