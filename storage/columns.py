"""Column types that every table shares: moments, and the words and names that need keeping from view."""

import enum
import functools
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
# Set before the first model is made; renaming constraints later would rebuild every table.
SQLModel.metadata.naming_convention = NAMING


class Words(sa.types.TypeDecorator[str]):
    """Free text and names. One type from the first migration on, so that encrypting them later changes no schema."""

    impl = sa.Text
    cache_ok = True


class Ids(sa.types.TypeDecorator[dict[str, int | str]]):
    """A small JSON object of ids. Never words: what is read from here is looked up and checked again."""

    impl = sa.JSON
    cache_ok = True


def words(default: str = "", **options: Any) -> Any:
    """A column for free text or a name."""
    return Field(default=default, sa_type=Words, **options)


def one_of(kind: type[enum.StrEnum], default: enum.StrEnum | None) -> Any:
    """A column holding one word of a closed list, stored plainly: databases differ in what they make of enums."""
    return Field(default=default, sa_type=_word_of(kind))


@functools.cache
def _word_of(kind: type[enum.StrEnum]) -> type[sa.types.TypeDecorator[enum.StrEnum]]:
    class OneOf(sa.types.TypeDecorator[enum.StrEnum]):
        impl = sa.String(20)
        cache_ok = True

        def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str | None:
            return None if value is None else kind(value).value

        def process_result_value(self, value: Any, dialect: sa.Dialect) -> Any:
            return None if value is None else kind(value)

    return OneOf
