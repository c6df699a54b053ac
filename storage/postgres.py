"""PostgreSQL, where several bots may share one memory: what each connection promises, and how writers queue."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

DRIVER = "postgresql+psycopg"
OLDEST = 14  # that PostgreSQL itself still mends
SETTINGS = {"TimeZone": "UTC"}
# Whoever waits is told after as long as on SQLite; a process that froze in the middle of a change must not keep the
# others waiting for ever.
OF_WRITERS = {"lock_timeout": "1500ms", "idle_in_transaction_session_timeout": "30s"}
INTRODUCED = {"application_name": "roundtable", "connect_timeout": 10}
MOST_KEPT = 10  # connections open while nobody reads; a server has a hundred for all its processes
# What BEGIN IMMEDIATE is on SQLite: one writer at a time, in the order they came, in whatever process. Given back with
# the end of the transaction, or of the connection, however that ends.
QUEUE = "SELECT pg_advisory_xact_lock(20260907)"


def spell(url: str) -> sa.URL:
    """DATABASE_URL with the driver named: `postgresql://` meant another one before SQLAlchemy 2.1."""
    made = sa.make_url(url.replace("postgres://", "postgresql://", 1) if url.startswith("postgres://") else url)
    return made.set(drivername=DRIVER) if made.drivername == "postgresql" else made


def make_engine(url: sa.URL, *, writes: bool, **options: Any) -> sa.Engine:
    """Writers see at every step what was last committed; readers keep one view, and can change nothing."""
    options["pool_size"] = min(MOST_KEPT, options["pool_size"])
    options["pool_pre_ping"] = True  # a server that was started again is met with a new connection
    engine = sa.create_engine(url, connect_args=INTRODUCED, **options)

    def prepare(connection: Any, _record: object) -> None:
        _set(connection, SETTINGS | OF_WRITERS if writes else SETTINGS)
        level = "READ_COMMITTED" if writes else "REPEATABLE_READ"
        connection.isolation_level = engine.dialect.loaded_dbapi.IsolationLevel[level]
        connection.read_only = not writes

    sa.event.listen(engine, "connect", prepare)
    if writes:
        sa.event.listen(engine, "begin", _queue)
    return engine


def why_unfit(url: str) -> str:
    """A sentence where this server or database would not do; empty for SQLite, and for one that will."""
    made = spell(url)
    if made.get_backend_name() != "postgresql":
        return ""
    engine = sa.create_engine(made, hide_parameters=True, poolclass=sa.pool.NullPool, connect_args=INTRODUCED)
    with engine.connect() as connection:
        asked = "SELECT current_setting('server_version_num')::int / 10000, current_setting('server_encoding')"
        version, encoding = connection.exec_driver_sql(asked).one()
    if version < OLDEST:
        return f"This PostgreSQL is version {version}; Roundtable needs {OLDEST} or later."
    if encoding != "UTF8":
        return f"The database keeps its text as {encoding}. Make one with ENCODING 'UTF8' and TEMPLATE template0."
    return ""


def has_waited(error: sa.exc.DBAPIError) -> bool:
    """Whether the server gave up waiting for a lock, or was stopped meanwhile: the same later may well succeed."""
    return getattr(error.orig, "sqlstate", "") in {"55P03", "40P01", "57P01"}


def _queue(connection: sa.Connection) -> None:
    connection.exec_driver_sql(QUEUE)


def _set(connection: Any, settings: Mapping[str, str]) -> None:
    """Asked for after connecting: as start-up options, poolers between us and the server drop or refuse them."""
    connection.autocommit = True
    for name, value in settings.items():
        connection.execute("SELECT set_config(%s, %s, false)", [name, value])
    connection.autocommit = False
