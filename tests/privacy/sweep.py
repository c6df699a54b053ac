"""Everything one person can do, done twice: with ids of real records, and with ids that nothing has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from storage.database import Database
from tests.privacy import attempts
from tests.privacy import world as w
from tests.privacy.attempts import Attempt

REAL, MADE_UP = "Quillon Zephyrane", "Brannick Holloway"
ON_A_CHECKIN = ("checkins.", "followups.")  # verbs that are tried on every check-in there is
CHANNEL = w.JUNIPER
DRAFT = re.compile(r"draft\W{1,6}\d+")  # PostgreSQL counts on where something was undone


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one verb: the answer and the rows of the outbox, for the real ids and for made-up ones."""

    name: str
    real: str
    made_up: str

    @property
    def leaks(self) -> list[str]:
        """The words of the record in it, those the person typed left out."""
        return [canary for canary in w.CANARIES if canary in self.real]

    @property
    def tells_apart(self) -> bool:
        return self.real != self.made_up


def sweep(world: Database, person: str) -> list[Outcome]:
    ids = {**attempts.FORGED}
    made_up = [_try(world, one, MADE_UP) for one in attempts.by_hand(person, CHANNEL, attempts.unknown(ids), MADE_UP)]
    real = [_try(world, one, REAL) for one in attempts.by_hand(person, CHANNEL, ids, REAL)]
    found = [Outcome(name, answer, other) for (name, answer), (_, other) in zip(real, made_up, strict=True)]
    return [*found, *_on_other_checkins(world, person, dict(made_up))]


def _on_other_checkins(world: Database, person: str, made_up: dict[str, str]) -> Iterator[Outcome]:
    for checkin in attempts.ANY_CHECKIN[1:]:
        for attempt in attempts.by_hand(person, CHANNEL, {**attempts.FORGED, "checkin": checkin}, REAL):
            if attempt.name.partition(" ")[2].startswith(ON_A_CHECKIN):
                name, answer = _try(world, attempt, REAL)
                yield Outcome(f"{name} on {checkin}", answer, made_up[name])


def _try(world: Database, attempt: Attempt, typed: str) -> tuple[str, str]:
    first, last = typed.split()
    with w.undone(world) as session:
        words = attempts.words_of(attempts.try_out(session, attempt))
        said = f"{words} {attempts.posts_of(session)}"
    said = DRAFT.sub("draft N", said)
    return attempt.name, attempts.plain(said, typed, f"'{first}'", f"'{last}'", *attempts.SCHOOL_REFS.values())
