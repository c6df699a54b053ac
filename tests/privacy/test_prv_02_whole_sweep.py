"""PRV-02: the sweep over every verb forges every id that anything of ours carries, and fills in every field."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import select

from handlers.conversation import Form, Home, Reply
from storage.database import Database
from storage.outbox import Post
from tests.privacy import attempts
from tests.privacy import world as w

# Where to go on with a list, how a message was made, and whether something stands there: nothing is looked up by these.
LIST_PLACES = {"teams", "students", "agreed", "home", "topic", "administrator", "speech", "changed", "at", "turn"}
OF_NO_RECORD = LIST_PLACES | {"days"}  # a team's own days tell of nobody


@pytest.fixture(scope="module")
def seen(world: Database) -> tuple[set[str], set[str]]:
    """(names of ids, names of fields) in whatever comes back to a lead and to a member, and in the outbox."""
    ids, fields = set[str](), set[str]()
    for person in ("UHALE", "ULOPEZ"):
        for attempt in attempts.by_hand(person, w.JUNIPER, attempts.FORGED, "Quillon Zephyrane"):
            with w.undone(world) as session:
                answer = attempts.try_out(session, attempt)
                carried = [post.ids for post in session.exec(select(Post)).all()]
            if isinstance(answer, Reply | Form | Home):
                carried += [json.loads(value) for value in _of(answer.blocks, "value") if value[:1] == "{"]
                fields.update(_of([one for one in answer.blocks if one["type"] == "input"], "block_id"))
            if isinstance(answer, Reply | Form):
                carried.append(dict(answer.ids))
            ids.update(name for one in carried for name in one)
    return ids, fields


def test_prv_02_every_id_that_is_carried_is_forged(seen: tuple[set[str], set[str]]) -> None:
    ids, _ = seen
    assert len(ids) > 20
    assert ids - OF_NO_RECORD - attempts.FORGED.keys() - attempts.SPEECH_IDS.keys() == set()


def test_prv_02_every_field_that_is_asked_for_is_filled(seen: tuple[set[str], set[str]]) -> None:
    _, fields = seen
    assert len(fields) > 20
    there = attempts.every_field(attempts.FORGED, "Quillon Zephyrane").keys()
    assert {one for one in fields - there if not one.startswith("position_")} == set()


def _of(node: Any, key: str) -> Iterator[str]:
    """Every value of that name in a tree of blocks."""
    if isinstance(node, dict):
        found = node.get(key)
        yield from [found] if isinstance(found, str) else []
        for one in node.values():
            yield from _of(one, key)
    elif isinstance(node, list | tuple):
        for one in node:
            yield from _of(one, key)
