"""Reads who is a student and who is staff, from OneRoster 1.1's role column or 1.2's roles.csv."""

from typing import NamedTuple

from handlers.rosters.cells import Unreadable, read_id, read_text
from handlers.rosters.findings import Findings
from handlers.rosters.header import Shape, needs, takes
from handlers.rosters.orgs import STATUS
from handlers.rosters.zips import RosterZip

STUDENT = "student"
FAMILY = frozenset({"guardian", "parent", "relative"})
_STAFF = (
    "administrator aide counselor districtAdministrator principal proctor siteAdministrator systemAdministrator teacher"
)
_ROLES = {role.casefold(): role for role in (STUDENT, *FAMILY, *_STAFF.split())}


def read_user_role(raw: str) -> str:
    role = read_text(raw)
    if role and role.casefold() not in _ROLES:
        raise Unreadable("is not one of OneRoster's roles")
    return _ROLES.get(role.casefold(), "")


ROLES = Shape(
    "roles.csv",
    (
        STATUS,
        needs("userSourcedId", read_id),
        takes("roleType", read_text),
        needs("role", read_user_role),
        takes("orgSourcedId", read_id),
    ),
)


class UserRole(NamedTuple):
    line: int
    role: str
    org: str
    gone: bool
    primary: bool

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        return not self.gone, self.role == STUDENT, self.primary


NO_ROLE = UserRole(0, "", "", gone=False, primary=False)


def read_user_roles(files: RosterZip, findings: Findings) -> dict[str, UserRole]:
    """By sourcedId, the one role that tells what a person is: held now, as a student, primary, first named."""
    best: dict[str, UserRole] = {}
    with files.sheet(ROLES, findings) as sheet:
        for number, (gone, user, kind, role, org) in sheet:
            new = UserRole(number, role, org, bool(gone), kind.casefold() == "primary")
            if user not in best or new.rank > best[user].rank:
                best[user] = new
    return best
