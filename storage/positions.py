"""Positions: what each member is, who said so, and whether a lead has agreed."""

import enum
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import one_of, words


class PositionName(enum.StrEnum):
    GENERAL_EDUCATION = "general education"
    SPECIAL_EDUCATION = "special education"
    SLP = "SLP"
    OT = "OT"
    PT = "PT"
    PSYCHOLOGIST = "psychologist"
    COUNSELOR = "counselor"
    SOCIAL_WORKER = "social worker"
    BEHAVIOR = "behavior"
    ENGLISH_LEARNER = "English learner"
    PARAEDUCATOR = "paraeducator"
    NURSE = "nurse"
    ADMINISTRATOR = "administrator"
    OTHER = "other"


# Who holds one of these reads restricted check-ins, so a person cannot simply choose it.
READS_RESTRICTED = frozenset({PositionName.COUNSELOR, PositionName.PSYCHOLOGIST})


class Position(SQLModel, table=True):
    """A member's position in one team. `agreed_by` is None while it waits for a lead's yes."""

    __tablename__ = "positions"

    team_id: int = Field(foreign_key="teams.id", primary_key=True)
    person_id: str = Field(primary_key=True, index=True)
    name: PositionName = one_of(PositionName, PositionName.OTHER)
    set_by: str
    set_at: datetime
    agreed_by: str | None = None


class ImportedPosition(SQLModel, table=True):
    """A position from an administrator's file. It holds in every team of the person until a lead sets another."""

    __tablename__ = "imported_positions"

    email: str = words(primary_key=True)
    name: PositionName = one_of(PositionName, PositionName.OTHER)
    imported_by: str
    imported_at: datetime


def set_position(session: Session, position: Position) -> Position:
    return session.merge(position)


def drop_position(session: Session, team_id: int, person_id: str) -> None:
    """From now on an imported position holds in this team, or none."""
    found = session.get(Position, (team_id, person_id))
    if found is not None:
        session.delete(found)
        session.flush()


def find_waiting(session: Session, team_id: int, person_id: str) -> Position | None:
    """What this person chose in the team, while it waits for a lead's yes."""
    found = session.get(Position, (team_id, person_id))
    return found if found is not None and found.agreed_by is None else None


def find_position(session: Session, team_id: int, person_id: str, email: str = "") -> Position | None:
    """The position set in the team, else the imported one, which counts as agreed."""
    found = session.get(Position, (team_id, person_id))
    if found is not None or not email:
        return found
    imported = session.get(ImportedPosition, email)
    if imported is None:
        return None
    return Position(
        team_id=team_id,
        person_id=person_id,
        name=imported.name,
        set_by=imported.imported_by,
        set_at=imported.imported_at,
        agreed_by=imported.imported_by,
    )


def list_positions(session: Session, team_id: int) -> Sequence[Position]:
    """Those set in the team itself; imported ones are asked for by person."""
    return session.exec(select(Position).where(Position.team_id == team_id)).all()


def list_held(session: Session, team_ids: Collection[int]) -> dict[str, set[PositionName]]:
    """What each person is in these teams; imported positions are not among them."""
    asked = select(Position.person_id, Position.name).where(col(Position.team_id).in_(team_ids))
    held: dict[str, set[PositionName]] = {}
    for person_id, name in session.exec(asked).all():
        held.setdefault(person_id, set()).add(PositionName(name))
    return held


def list_waiting(session: Session, team_id: int) -> Sequence[Position]:
    """Positions that wait for a lead's yes."""
    asked = select(Position).where(Position.team_id == team_id, col(Position.agreed_by).is_(None))
    return session.exec(asked).all()


def find_imported(session: Session, emails: Sequence[str]) -> dict[str, ImportedPosition]:
    rows = session.exec(select(ImportedPosition).where(col(ImportedPosition.email).in_(emails))).all()
    return {row.email: row for row in rows}


def import_position(session: Session, position: ImportedPosition) -> None:
    session.merge(position)
