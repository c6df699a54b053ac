"""Decides what a roles chart shows: who holds which duty since when, and the gaps, first."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handlers.rules.duties import DUTIES, NEEDED

FEWEST_OF_MANY = 4  # so few duties are a normal share for one person
NEARLY_EVERYTHING = 0.75


class Gap(StrEnum):
    """Why a duty has nobody who carries it."""

    NONE = ""
    NOBODY = "nobody"  # nobody is recorded
    LEFT = "left"  # the holder no longer sees the student
    UNKNOWN = "unknown"  # an e-mail of a file that nobody in the workspace has


@dataclass(frozen=True, slots=True)
class Adult:
    """Somebody on record: by Slack user id, or by an e-mail that Slack does not know."""

    person_id: str = ""
    email: str = ""

    def __bool__(self) -> bool:
        return bool(self.person_id or self.email)


NOBODY = Adult()


@dataclass(frozen=True, slots=True)
class Recorded:
    """The newest row of one duty in a student's history."""

    duty: str
    holder: Adult
    since: datetime
    backup: Adult = NOBODY
    decided: str = ""
    set_by: str = ""
    holding_id: int = 0
    waits: bool = False  # for a lead's yes
    is_ended: bool = False
    is_over: bool = False  # ended because the student needs it no more


@dataclass(frozen=True, slots=True)
class Row:
    """One duty of the chart. With a gap, `holder` is whoever held it and left, or nobody."""

    duty: str
    gap: Gap = Gap.NONE
    holder: Adult = NOBODY
    backup: Adult = NOBODY  # only one who still sees the student
    since: datetime | None = None
    decided: str = ""
    set_by: str = ""
    holding_id: int = 0
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """`gaps` want somebody; `held` are carried; `unasked` nobody holds and nothing says that somebody should."""

    gaps: tuple[Row, ...] = ()
    held: tuple[Row, ...] = ()
    unasked: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return (*self.gaps, *self.held)

    def find(self, duty: str) -> Row | None:
        return next((row for row in self.rows if row.duty == duty), None)


def make_chart(recorded: Iterable[Recorded], watchers: Collection[str], own: Sequence[str] = ()) -> Chart:
    """`watchers` are who can see the student now, `own` the duties the school has added."""
    newest = {one.duty: one for one in recorded}
    duties = list_duties(own, newest)
    rows = [row for duty in duties if (row := _row(duty, newest.get(duty), watchers)) is not None]
    gaps = sorted((row for row in rows if row.gap), key=lambda row: row.duty not in NEEDED)  # stable: else as listed
    shown = {row.duty for row in rows}
    return Chart(
        tuple(gaps), tuple(row for row in rows if not row.gap), tuple(duty for duty in duties if duty not in shown)
    )


def list_duties(own: Iterable[str] = (), recorded: Iterable[str] = ()) -> list[str]:
    """Every duty there is, in the order of the chart: the standing ones, the school's, and others on record."""
    return list(dict.fromkeys((*DUTIES, *own, *sorted(recorded))))


def is_gap(duty: str, holder: Adult, watchers: Collection[str]) -> Gap:
    """Whether the duty has nobody although somebody is on record, and why."""
    if not holder:
        return Gap.NOBODY
    if not holder.person_id:
        return Gap.UNKNOWN
    return Gap.NONE if holder.person_id in watchers else Gap.LEFT


def find_overloaded(chart: Chart, watchers: Collection[str]) -> str:
    """Who holds nearly everything, although others could hold some of it. Empty: nobody."""
    count = Counter(row.holder.person_id for row in chart.held)
    if not count or len(watchers) < 2:
        return ""
    ((person_id, most),) = count.most_common(1)
    return person_id if most >= FEWEST_OF_MANY and most >= NEARLY_EVERYTHING * len(chart.held) else ""


def _row(duty: str, on_record: Recorded | None, watchers: Collection[str]) -> Row | None:
    """None where nobody holds it and nothing asks for somebody."""
    if on_record is None or on_record.is_ended:
        was_wanted = on_record is not None and not on_record.is_over
        return Row(duty, Gap.NOBODY) if duty in NEEDED or was_wanted else None
    return Row(
        duty,
        is_gap(duty, on_record.holder, watchers),
        on_record.holder,
        on_record.backup if on_record.backup.person_id in watchers else NOBODY,
        on_record.since,
        on_record.decided,
        on_record.set_by,
        on_record.holding_id,
        on_record.waits,
    )
