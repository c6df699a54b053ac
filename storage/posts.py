"""Posts by the hundred: laid down in the outbox as plain values, without reading back their ids."""

from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from storage.outbox import Post


def add_posts(session: Session, rows: Collection[Mapping[str, Any]]) -> None:
    """Queue them, in the transaction of what they tell about; all rows name the same columns."""
    if rows:
        session.info["posts"] = True
        session.connection().execute(sa.insert(Post), list(rows))
