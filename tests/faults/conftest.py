"""The cast without a bot of their own: each test starts one, or several, as it needs."""

from collections.abc import Iterator

import pytest

from sandbox.server import Sandbox
from tests.cast import MANIFEST, Cast, fill


@pytest.fixture
def botless(database_url: str) -> Iterator[Cast]:
    with Sandbox(MANIFEST, rate_limits=False) as sandbox:
        made = Cast(sandbox, database_url)
        fill(made)
        yield made
