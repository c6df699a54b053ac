"""The key to a student's records. Storage asks for it; only handlers/doors.py makes one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

CLOCK = "clock"  # nobody in particular: what its keys open is said in a channel, to all there


@dataclass(frozen=True, slots=True)
class Access:
    """Somebody may read one student, and why.

    `teams` are the student's teams that this person is in. `restricted_teams` are those of them whose restricted
    check-ins this person may read; their own, always. `person` is a Slack user id, or "clock" or "operator".
    """

    student_id: int
    person: str
    reason: str
    teams: frozenset[int] = frozenset()
    restricted_teams: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class AccessToMany:
    """The students one person may read, found in one query: a key for each, by student id."""

    person: str
    keys: Mapping[int, Access] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Access]:
        return iter(self.keys.values())

    def __len__(self) -> int:
        return len(self.keys)
