"""The written questions of tests/data/questions with what each means, and a district of names to ask about."""

import csv
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from handlers.questions.question import Asked, Question, Whose
from handlers.questions.read import read_question
from handlers.questions.staff import Staff
from handlers.rules.folding import fold
from handlers.rules.name_forms import Known, keys_of
from handlers.rules.names import Names

FOLDER = Path(__file__).parents[2] / "data" / "questions" / "alder"
TODAY = date(2027, 2, 10)  # a Wednesday
BOT = "UBOT"
OWN_DUTIES = ("toileting plan", "AAC device")
SETS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


@dataclass(frozen=True, slots=True)
class Case:
    """One written question. `here` is the student of the thread it is asked in."""

    text: str
    expected: Question
    here: Known | None = None


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def students() -> dict[str, Known]:
    return {
        row["slug"]: Known(
            number,
            row["ref"],
            row["first"],
            row["last"],
            row["preferred"],
            tuple(filter(None, row["nicknames"].split("; "))),
            here=True,
        )
        for number, row in enumerate(_rows("students"), start=1)
    }


@cache
def staff_ids() -> dict[str, str]:
    return {row["slug"]: row["id"] for row in _rows("staff")}


@cache
def staff() -> Staff:
    return Staff(
        (row["id"], row["display"], row["real"], row["handle"], tuple(filter(None, row["positions"].split("; "))))
        for row in _rows("staff")
    )


@cache
def _by_key() -> dict[str, list[Known]]:
    index: dict[str, list[Known]] = defaultdict(list)
    for student in students().values():
        for key in keys_of(student):
            index[key].append(student)
    return index


@cache
def everyone() -> Names:
    return Names(students().values())


def find(keys: Collection[str]) -> Names:
    found = {student.id: student for key in keys for student in _by_key().get(key, ())}
    return Names(found.values())


@cache  # the same written question is looked at in several ways
def ask(text: str, here: Known | None = None) -> Question:
    return read_question(
        text, find=find, everyone=everyone, staff=staff(), here=here, bot=BOT, today=TODAY, duties=OWN_DUTIES
    )


@cache
def cases(name: str) -> tuple[Case, ...]:
    return tuple(map(_case, _rows(name)))


def _case(row: dict[str, str]) -> Case:
    here = students()[row["here"]] if row["here"] else None
    return Case(row["question"].replace("\\n", "\n"), _expected(row), here)


def _expected(row: dict[str, str]) -> Question:
    more = dict(part.strip().partition("=")[::2] for part in filter(None, row["more"].split(";")))
    whose = Whose[row["whose"]] if row["whose"] else Whose.UNSAID
    named = whose is not Whose.NOBODY and row["who"]
    return Question(
        asked=Asked[row["asked"]],
        whose=whose,
        students=tuple(students()[slug] for slug in row["who"].split(",")) if named else (),
        name=row["who"] if whose is Whose.NOBODY else "",
        near="near" in more,
        duty=more.get("duty", ""),
        staff=tuple(staff_ids()[slug] for slug in filter(None, more.get("staff", "").split(","))),
        staff_unknown=more.get("staff_unknown", ""),
        words=more.get("words", ""),
        since=date.fromisoformat(more["since"]) if "since" in more else None,
        until=date.fromisoformat(more["until"]) if "until" in more else None,
    )


def is_right(case: Case, read: Question) -> bool:
    """Candidates in any order; whom a name may be a slip for is an offer; words as folded."""
    expected = case.expected
    same = _plainly(read) == _plainly(expected) and set(read.staff) == set(expected.staff)
    quoted = expected.asked not in (Asked.WHO_SAID, Asked.MEANING) or fold(read.words) == fold(expected.words)
    return same and quoted and (read.whose is Whose.NOBODY or set(read.students) == set(expected.students))


def _plainly(question: Question) -> tuple[object, ...]:
    about = question.asked, question.whose, fold(question.name), question.near, question.duty
    return *about, question.staff_unknown, question.since, question.until


def names_wrong_student(case: Case, read: Question) -> bool:
    """Whether somebody is taken to be meant whom the question is not about."""
    settled = read.whose in (Whose.ONE, Whose.BOTH, Whose.THIS)
    return settled and not set(read.students) <= set(case.expected.students)
