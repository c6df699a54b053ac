"""A question once it is read, as ids and closed words only: so a button or a row of the outbox may carry it."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from handlers.conversation import LARGEST_ID, Ids
from handlers.questions.question import Asked, Question, Whose

Word = TypeVar("Word", bound=enum.StrEnum)


@dataclass(frozen=True, slots=True)
class Carried:
    """`found`: ids of the follow-ups that the words of a question were found in. `term`: of the glossary.

    `staff` are ids of Slack; `is_nobody` says that somebody was named whom nobody is called. `at`: how many of a long
    answer have been shown.
    """

    asked: Asked
    whose: Whose = Whose.UNSAID
    students: tuple[int, ...] = ()
    is_near: bool = False
    duty: str = ""
    staff: tuple[str, ...] = ()
    is_nobody: bool = False
    found: tuple[int, ...] = ()
    term: str = ""
    since: date | None = None
    until: date | None = None
    at: int = 0

    @property
    def is_about_one(self) -> bool:
        return self.whose in {Whose.ONE, Whose.THIS} and len(self.students) == 1


# Where an answer depends on which colleague is meant; elsewhere nobody is asked about it.
_OF_COLLEAGUES = frozenset((Asked.DUTIES_OF, Asked.OVERDUE))


def carry(question: Question, *, found: Iterable[int] = (), term: str = "") -> Carried:
    """What a question comes to, its words found in the record."""
    of_colleagues = question.asked in _OF_COLLEAGUES
    return Carried(
        asked=_asked(question.asked, question.duty),
        whose=question.whose,
        students=tuple(one.id for one in question.students),
        is_near=question.near,
        duty=question.duty,
        staff=question.staff if of_colleagues else (),
        is_nobody=of_colleagues and bool(question.staff_unknown),
        found=tuple(found),
        term=term,
        since=question.since,
        until=question.until,
    )


def ids_of(carried: Carried) -> Ids:
    """Only what is there: a button's value has little room."""
    given = {
        "asked": carried.asked.value,
        "whose": carried.whose.value,
        "student": carried.students[0] if len(carried.students) == 1 else 0,
        "students": _join(carried.students) if len(carried.students) > 1 else "",
        "near": int(carried.is_near),
        "duty": carried.duty,
        "staff": _join(carried.staff),
        "nobody": int(carried.is_nobody),
        "found": _join(carried.found),
        "term": carried.term,
        "since": carried.since.isoformat() if carried.since else "",
        "until": carried.until.isoformat() if carried.until else "",
        "at": carried.at,
    }
    return {name: value for name, value in given.items() if value}


def from_ids(ids: Ids) -> Carried:
    """What came back. Anything may be forged: what is no such word or number is left out."""
    student = ids.get("student")
    several = _numbers(ids.get("students"))
    return Carried(
        asked=_asked(_word(Asked, ids.get("asked"), Asked.UNCLEAR), str(ids.get("duty", ""))),
        whose=_word(Whose, ids.get("whose"), Whose.UNSAID),
        students=several or ((student,) if isinstance(student, int) and 0 < student <= LARGEST_ID else ()),
        is_near=bool(ids.get("near")),
        duty=str(ids.get("duty", "")),
        staff=tuple(filter(None, str(ids.get("staff", "")).split(","))),
        is_nobody=bool(ids.get("nobody")),
        found=_numbers(ids.get("found")),
        term=str(ids.get("term", "")),
        since=_day(ids.get("since")),
        until=_day(ids.get("until")),
        at=max(0, at) if isinstance(at := ids.get("at"), int) else 0,
    )


def _asked(asked: Asked, duty: str) -> Asked:
    """Who holds no duty in particular is who owns what."""
    return Asked.OWNER if asked is Asked.DUTY and not duty else asked


def _join(ids: Iterable[int | str]) -> str:
    return ",".join(str(one) for one in ids)


def _numbers(written: object) -> tuple[int, ...]:
    parts = str(written or "").split(",")
    found = [int(one) for one in parts if one.isdecimal() and len(one) <= len(str(LARGEST_ID))]
    return tuple(one for one in found if 0 < one <= LARGEST_ID)


def _day(written: object) -> date | None:
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None


def _word(kind: type[Word], written: object, otherwise: Word) -> Word:
    return next((one for one in kind if one.value == written), otherwise)
