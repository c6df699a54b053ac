"""Sorts what a calendar calls a day into what it is for the children, by words that a school may change. Pure."""

import re
from collections.abc import Mapping, Sequence

from handlers.rules.folding import fold
from storage.calendar import DayKind

Words = Mapping[DayKind, Sequence[str]]

# The first kind whose words stand in an entry decides: "Early release: teacher planning" is a short school day, and
# "Winter break (staff work day)" is a break.
BUILT_IN: Words = {
    DayKind.EARLY_RELEASE: (
        "early release", "early dismissal", "half day", "minimum day", "short day", "noon dismissal", "late start",
        "delayed opening",
    ),
    DayKind.BREAK: ("break", "recess", "vacation"),
    DayKind.STAFF_ONLY: (
        "teacher workday", "teacher work day", "staff day", "staff development", "professional development",
        "professional learning", "pd day", "inservice", "in service", "teacher planning", "teachers only",
        "student holiday", "pupil free", "student free", "no students", "records day", "work day",
    ),
    DayKind.NO_SCHOOL: (
        "no school", "no classes", "school closed", "schools closed", "closed", "holiday", "thanksgiving", "christmas",
        "new year", "labor day", "memorial day", "veterans day", "presidents day", "martin luther king", "mlk",
        "juneteenth", "independence day", "columbus day", "indigenous peoples day", "good friday", "eid",
        "yom kippur", "rosh hashanah", "diwali", "lunar new year", "snow day", "weather day",
    ),
    DayKind.TERM: (
        "quarter", "semester", "trimester", "term", "marking period", "q1", "q2", "q3", "q4",
    ),
}  # fmt: skip
# "Spring break party", "before winter break", "no school board meeting": the words stand there, the day is not one.
_NOT_A_DAY = re.compile(r"\b(party|concert|board meeting|book fair|dance|game|camp registration|tournament)\b")


def sort_entry(summary: str, own: Words | None = None) -> DayKind | None:
    """The kind of day this is; None where the words say nothing about school days. A school's own words go first."""
    folded = f" {fold(summary.replace('.', ''))} "
    if own:
        found = _first(folded, own)
        if found is not None:
            return found
    return None if _NOT_A_DAY.search(folded) else _first(folded, BUILT_IN)


def _first(folded: str, words: Words) -> DayKind | None:
    return next((kind for kind, some in words.items() if any(f" {fold(one)} " in folded for one in some)), None)


# What a plain CSV may write in its `kind` column.
WRITTEN: Mapping[str, DayKind] = {
    "no school": DayKind.NO_SCHOOL,
    "staff only": DayKind.STAFF_ONLY,
    "early release": DayKind.EARLY_RELEASE,
    "break": DayKind.BREAK,
    "term": DayKind.TERM,
}
