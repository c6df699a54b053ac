"""What is due is kept once, in batches, and whatever is broken is in nobody's way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from sqlmodel import Session, select

from bot.claims import PUT_OFF, Claim, claim_all
from storage import schools
from storage.database import Database
from storage.schools import School

NOW = datetime(2026, 9, 9, 20, 15, tzinfo=UTC)


@dataclass(frozen=True)
class Named:
    name: str
    error: Exception | None = None


@dataclass
class Schools:
    """A queue of schools to be; one whose name is among `broken` cannot be stored."""

    due: list[Named]
    broken: Sequence[str] = ()
    put_off: list[tuple[str, datetime]] = field(default_factory=list)
    woken: int = 0

    def claim(self, database: Database) -> list[str]:
        claim_all(database, Claim(self._find, self._keep, self._put_off), NOW, self._wake)
        with database.read() as session:
            return sorted(session.exec(select(School.name)).all())

    def _find(self, session: Session, now: datetime, most: int) -> Sequence[Named]:
        gone = {*session.exec(select(School.name)).all(), *(name for name, _ in self.put_off)}
        return [one for one in self.due if one.name not in gone][:most]

    def _keep(self, session: Session, batch: Sequence[Named]) -> int:
        for one in batch:
            schools.add_school(session, School(name=one.name))
            if one.name in self.broken:
                raise ValueError(one.name)
        return len(batch)

    def _put_off(self, session: Session, one: Named, until: datetime) -> None:
        self.put_off.append((one.name, until))

    def _wake(self) -> None:
        self.woken += 1


def _named(count: int) -> list[str]:
    return [f"School {number:04}" for number in range(count)]


def test_all_that_is_due_is_kept_and_whoever_sends_is_woken_while_the_rest_is_claimed(database: Database) -> None:
    made = Schools([Named(name) for name in _named(1200)])
    assert made.claim(database) == _named(1200)
    assert made.woken > 1


@pytest.mark.parametrize("broken", [["School 0000"], ["School 0007", "School 0008"], _named(30)])
def test_what_cannot_be_kept_is_put_off_and_the_others_are_kept(database: Database, broken: list[str]) -> None:
    made = Schools([Named(name) for name in _named(30)], broken)
    assert made.claim(database) == sorted({*_named(30)} - {*broken})
    assert made.put_off == [(name, NOW + PUT_OFF) for name in broken]


def test_what_cannot_be_decided_about_is_put_off_and_its_words_are_not_logged(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    made = Schools([Named("School 1"), Named("School 2", ValueError("what somebody wrote")), Named("School 3")])
    assert made.claim(database) == ["School 1", "School 3"]
    assert made.put_off == [("School 2", NOW + PUT_OFF)]
    assert "ValueError" in caplog.text
    assert "somebody" not in caplog.text


def test_what_another_process_has_in_hand_is_left_to_it(database: Database) -> None:
    looks = []

    def find(session: Session, now: datetime, most: int) -> Sequence[Named]:
        looks.append(now)
        return [Named("School")]

    claim: Claim[Named] = Claim(find, lambda session, batch: 0, lambda session, one, until: None)
    claim_all(database, claim, NOW, lambda: None)
    assert looks == [NOW]
