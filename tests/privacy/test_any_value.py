"""Whatever value comes back in a button or a form, whoever may use it gets an answer: no verb breaks on one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from storage.database import Database
from tests.privacy import attempts
from tests.privacy import world as w
from tests.privacy.attempts import Attempt

JUNK = "2026-02-31"  # no id, no word of ours, no day
# Ids that are read as words or days; a number is read by `Request.number`, which takes no words.
OF_WORDS = ("on", "duty", "asked", "found", "owner", "monday", "week", "of")


class _Read(dict[str, Any]):
    """Notes which of its values were asked for."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        super().__init__(given)
        self.asked: set[str] = set()

    def get(self, name: str, otherwise: Any = None) -> Any:
        self.asked.add(name)
        return super().get(name, otherwise)


@pytest.mark.parametrize("person", ["UHALE", "ULOPEZ"])
def test_no_verb_breaks_on_a_value_that_is_none_of_ours(world: Database, person: str) -> None:
    tried = 0
    for attempt in attempts.by_hand(person, w.JUNIPER, attempts.FORGED, "Quillon Zephyrane"):
        spoilt = _spoilt(world, attempt) if attempt.name.startswith(("button", "form")) else ()
        for one in spoilt:
            with w.undone(world) as session:
                attempts.try_out(session, one)  # a Refusal is an answer; anything else it raises fails here
            tried += 1
    assert tried > 40


def _spoilt(world: Database, attempt: Attempt) -> Iterator[Attempt]:
    """The same with one value after the other replaced, of those that are read."""
    request = attempt.request
    fields, ids = _Read(request.fields), _Read(request.ids)
    with w.undone(world) as session:
        attempts.try_out(session, replace(attempt, request=replace(request, fields=fields, ids=ids)))
    for name in sorted(fields.asked):
        yield replace(attempt, request=replace(request, fields={**request.fields, name: JUNK}))
    for name in sorted(ids.asked.intersection(OF_WORDS)):
        yield replace(attempt, request=replace(request, ids={**request.ids, name: JUNK}))
