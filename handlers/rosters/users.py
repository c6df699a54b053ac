"""Reads users.csv, whose columns differ between OneRoster 1.1 and 1.2."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from handlers.rosters.cells import read_email, read_id, read_text
from handlers.rosters.grades import read_grades
from handlers.rosters.header import Column, Shape, has, needs, takes
from handlers.rosters.orgs import STATUS
from handlers.rosters.sheet import Line
from handlers.rosters.user_roles import NO_ROLE, UserRole, read_user_role

_MOST_ORG_LETTERS = 10_000  # a district's administrator may be at a hundred schools


def _read_org_ids(raw: str) -> str:
    return read_text(raw, _MOST_ORG_LETTERS)


# enabledUser is not read: "false" closes an account and says nothing about being at school.
_IDS = ("sourcedId", "identifier")
_NAMES = (has("givenName", read_text), has("familyName", read_text))
_REST = (Column("identifier", read_id, strict=True), takes("email", read_email), takes("grades", read_grades))
USERS_1_1 = Shape(
    "users.csv",
    (
        needs("sourcedId", read_id),
        STATUS,
        has("orgSourcedIds", _read_org_ids),
        needs("role", read_user_role),
        *_NAMES,
        *_REST,
    ),
    _IDS,
)
USERS_1_2 = Shape(
    "users.csv",
    (
        needs("sourcedId", read_id),
        STATUS,
        *_NAMES,
        *_REST,
        takes("preferredGivenName", read_text),
        takes("primaryOrgSourcedId", read_id),
    ),
    _IDS,
)


class User(NamedTuple):
    line: Line
    source_id: str
    gone: bool
    given_name: str
    family_name: str
    identifier: str
    email: str
    grade: str
    preferred_name: str
    orgs: tuple[str, ...]
    role: str  # empty where the export does not say


def read_user_1_1(line: Line) -> User:
    source_id, gone, orgs, role, *rest = line.cells
    org_ids = tuple(org.strip() for org in orgs.split(",") if org.strip())
    return User(line, source_id, bool(gone), *_read_rest(rest), "", org_ids, role)


def read_user_1_2(line: Line, roles: Mapping[str, UserRole]) -> User:
    source_id, gone, *rest, preferred_name, primary_org = line.cells
    held = roles.get(source_id, NO_ROLE)
    orgs = tuple(filter(None, (held.org, primary_org)))
    return User(line, source_id, bool(gone) or held.gone, *_read_rest(rest), preferred_name, orgs, held.role)


def _read_rest(rest: Sequence[str]) -> tuple[str, str, str, str, str]:
    given_name, family_name, identifier, email, grade = rest
    return given_name, family_name, identifier, email, grade
