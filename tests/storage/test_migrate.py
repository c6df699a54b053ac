"""The schema's newest revision, known without waking Alembic up."""

from alembic.script import ScriptDirectory

from storage import migrate


def test_the_newest_revision_is_the_head_of_the_migrations() -> None:
    assert ScriptDirectory.from_config(migrate.config_for("sqlite://")).get_current_head() == migrate.NEWEST
