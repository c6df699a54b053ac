"""What every privacy test may ask for: one world of records, built once, in which every attempt is undone."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from storage.database import Database
from storage.moving import count_on
from tests.databases import copied
from tests.privacy import world as w
from tests.privacy.sweep import Outcome, sweep


@pytest.fixture(scope="session")
def world(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with copied(template, tmp_path_factory.mktemp("world")) as url:
        made = Database(url)
        w.build(made)
        with made.write() as session:  # the world's rows bring numbers of their own
            count_on(session.connection())
        yield made
        made.close()


@pytest.fixture(scope="session")
def tried_by(world: Database) -> Callable[[str], list[Outcome]]:
    """All that somebody can do with the forged ids of the Juniper team's records, done once."""
    return cache(lambda person: sweep(world, person))
