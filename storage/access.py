"""The key to a student's records. Storage asks for it; only handlers/doors.py makes one."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Access:
    """Somebody may read one student, and why.

    `restricted_teams` are the teams whose restricted check-ins this person may read; their own, always.
    `person` is a Slack user id, or "clock" or "operator".
    """

    student_id: int
    person: str
    reason: str
    restricted_teams: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class AccessToMany:
    """The students one person may read, found in one query: a key for each, by student id."""

    person: str
    keys: Mapping[int, Access] = field(default_factory=dict)

    @property
    def student_ids(self) -> tuple[int, ...]:
        return tuple(self.keys)
