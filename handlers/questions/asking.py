"""One question on its way to its answer: who asks, about whom, where it is said, and what day it is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from handlers.conversation import Request
from handlers.questions.carried import Carried
from handlers.rules.zones import zone_of
from handlers.shown import show
from storage import people
from storage.access import Access, AccessToMany
from storage.teams import Team


@dataclass(frozen=True, slots=True)
class Asking:
    """`keys`: to whom it is about. With `team`, it is said in that team's channel for all there, by its own keys."""

    session: Session
    request: Request
    carried: Carried
    keys: AccessToMany
    team: Team | None = None

    @property
    def listed(self) -> Sequence[Access]:
        """The keys in the order the students were named."""
        if not self.carried.students:
            return list(self.keys)
        order = {student_id: place for place, student_id in enumerate(self.carried.students)}
        return sorted(self.keys, key=lambda key: order.get(key.student_id, len(order)))

    @property
    def reader(self) -> str:
        """Who reads the answer; empty: all of the channel."""
        return "" if self.team is not None else self.request.person

    @property
    def time_zone(self) -> str:
        if self.team is not None:
            return self.team.time_zone
        person = people.find_person(self.session, self.request.person)
        return person.time_zone if person is not None else ""

    @property
    def today(self) -> date:
        return self.request.now.astimezone(zone_of(self.time_zone)).date()

    def name(self, key: Access) -> str:
        """The student, as those who read this may see the name."""
        return show(self.session, [key], self.team)[key.student_id]
