"""The written questions of tests/data/questions with what each means, and the schools they are asked in."""

import csv
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from handlers.questions.question import Asked, Question, Whose
from handlers.questions.read import find_names, parse_all, read_question
from handlers.questions.staff import Staff
from handlers.questions.tokens import take_apart
from handlers.rules.folding import fold
from handlers.rules.name_forms import Known, keys_of
from handlers.rules.names import Names

FOLDER = Path(__file__).parents[2] / "data" / "questions"
TODAY = date(2027, 2, 10)  # a Wednesday
BOT = "UBOT"
OWN_DUTIES = ("toileting plan", "AAC device")
_PEOPLE = frozenset(("students", "staff"))


class School:
    """Students and adults with awkward names of their own, and files of questions about them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.name = folder.name

    def _rows(self, name: str) -> Iterator[dict[str, str]]:
        with (self._folder / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)

    @cached_property
    def students(self) -> dict[str, Known]:
        return {row["slug"]: _student(number, row) for number, row in enumerate(self._rows("students"), start=1)}

    @cached_property
    def staff_ids(self) -> dict[str, str]:
        return {row["slug"]: row["id"] for row in self._rows("staff")}

    @cached_property
    def staff(self) -> Staff:
        return Staff(
            (row["id"], row["display"], row["real"], row["handle"], tuple(filter(None, row["positions"].split("; "))))
            for row in self._rows("staff")
        )

    @cached_property
    def everyone(self) -> Names:
        return Names(self.students.values())

    @cached_property
    def _by_key(self) -> dict[str, list[Known]]:
        index: dict[str, list[Known]] = defaultdict(list)
        for student in self.students.values():
            for key in keys_of(student):
                index[key].append(student)
        return index

    def find(self, keys: Collection[str]) -> Names:
        found = {student.id: student for key in keys for student in self._by_key.get(key, ())}
        return Names(found.values())

    def read(self, text: str, here: Known | None = None, everyone: Callable[[], Names] | None = None) -> Question:
        return read_question(
            text,
            find=self.find,
            everyone=everyone or (lambda: self.everyone),
            staff=self.staff,
            here=here,
            bot=BOT,
            today=TODAY,
            duties=OWN_DUTIES,
        )

    def sentences_of(self, text: str) -> list[str]:
        typed = take_apart(text, BOT)
        names = find_names(typed, self.find)
        parsed = parse_all(typed, names, staff=self.staff, duties=OWN_DUTIES, today=TODAY)
        return [sign for one in parsed for sign in one.signs]

    @cached_property
    def sets(self) -> tuple[str, ...]:
        return tuple(sorted({file.stem for file in self._folder.glob("*.tsv")} - _PEOPLE))

    def cases(self, name: str) -> tuple["Case", ...]:
        return tuple(self._case(row) for row in self._rows(name))

    def _case(self, row: dict[str, str]) -> "Case":
        here = self.students[row["here"]] if row["here"] else None
        return Case(self, row["question"].replace("\\n", "\n"), self._expected(row), here)

    def _expected(self, row: dict[str, str]) -> Question:
        more = dict(part.strip().partition("=")[::2] for part in filter(None, row["more"].split(";")))
        whose = Whose[row["whose"]] if row["whose"] else Whose.UNSAID
        named = whose is not Whose.NOBODY and row["who"]
        return Question(
            asked=Asked[row["asked"]],
            whose=whose,
            students=tuple(self.students[slug] for slug in row["who"].split(",")) if named else (),
            name=row["who"] if whose is Whose.NOBODY else "",
            near="near" in more,
            duty=more.get("duty", ""),
            staff=tuple(self.staff_ids[slug] for slug in filter(None, more.get("staff", "").split(","))),
            staff_unknown=more.get("staff_unknown", ""),
            words=more.get("words", ""),
            since=date.fromisoformat(more["since"]) if "since" in more else None,
            until=date.fromisoformat(more["until"]) if "until" in more else None,
        )


@dataclass(frozen=True, slots=True)
class Case:
    """One written question. `here` is the student of the thread it is asked in."""

    school: School
    text: str
    expected: Question
    here: Known | None = None


def _student(number: int, row: dict[str, str]) -> Known:
    nicknames = tuple(filter(None, row["nicknames"].split("; ")))
    return Known(number, row["ref"], row["first"], row["last"], row["preferred"], nicknames, here=True)


SCHOOLS = tuple(School(folder) for folder in sorted(FOLDER.iterdir()) if (folder / "students.tsv").exists())
ALDER = SCHOOLS[0]
SETS = tuple((school, name) for school in SCHOOLS for name in school.sets)


@cache
def cases(school: School, name: str) -> tuple[Case, ...]:
    return school.cases(name)


@cache
def list_all() -> tuple[Case, ...]:
    return tuple(case for school, name in SETS for case in cases(school, name))


@cache  # the same written question is looked at in several ways
def ask(text: str, here: Known | None = None, school: School = ALDER) -> Question:
    return school.read(text, here)


def ask_case(case: Case, text: str = "") -> Question:
    """As it is written, or in other words."""
    return ask(text or case.text, case.here, case.school)


@cache
def sentences_of(case: Case) -> tuple[str, ...]:
    """As the grammar reads them."""
    return tuple(case.school.sentences_of(case.text))


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
