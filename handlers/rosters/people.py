"""Sorts OneRoster's users into students and staff. Families are passed over."""

from collections.abc import Container
from dataclasses import replace

from handlers.rosters.findings import Findings
from handlers.rosters.orgs import Orgs
from handlers.rosters.rows import StaffRow, StudentRow
from handlers.rosters.sheet import Sheet
from handlers.rosters.user_roles import FAMILY, STUDENT
from handlers.rosters.users import User

_USERS = "users.csv"


class People:
    def __init__(self, orgs: Orgs, known: Container[str], findings: Findings) -> None:
        """`known`: ids of students here, which tell who somebody is where a list of changes does not."""
        self.students: dict[str, StudentRow] = {}  # by sourcedId
        self.staff: list[StaffRow] = []
        self.seen: set[str] = set()  # everybody's sourcedId, families too
        self.without_school: set[str] = set()  # students whose own line names only a district
        self._orgs = orgs
        self._known = known
        self._findings = findings
        self._numbers: dict[str, int] = {}  # the line each student's number was first met on

    def take(self, user: User, sheet: Sheet) -> None:
        self.seen.add(user.source_id)
        if user.role == STUDENT or (not user.role and self._is_known(user)):
            self._take_student(user, sheet)
        elif not user.role:
            sheet.skip(user.line, "has no role in roles.csv")
        elif user.role not in FAMILY:
            self._take_staff(user)

    def place(self, source_id: str, school: str) -> None:
        """Another file tells which school a student is at."""
        self.without_school.remove(source_id)
        self.students[source_id] = replace(self.students[source_id], school=school)

    def skip_without_school(self) -> None:
        for source_id in sorted(self.without_school):
            row = self.students.pop(source_id)
            reason = "belongs to no school in orgs.csv or enrollments.csv"
            self._findings.skip(row.line, _USERS, reason, (source_id, row.school_id))

    def _is_known(self, user: User) -> bool:
        return user.source_id in self._known or user.identifier in self._known

    def _take_student(self, user: User, sheet: Sheet) -> None:
        wrong = "" if user.gone else self._find_wrong(user)
        if wrong:
            sheet.skip(user.line, wrong)
            return
        school = self._orgs.find_school(user.orgs)
        if not school and not user.gone:
            self._note_no_school(user)
        self.students[user.source_id] = StudentRow(
            school_id=user.identifier or user.source_id,
            first_name=user.given_name,
            last_name=user.family_name,
            preferred_name=user.preferred_name,
            grade=user.grade,
            school=school,
            active=not user.gone,
            line=user.line.number,
            source_id=user.source_id,
        )

    def _find_wrong(self, user: User) -> str:
        if not (user.given_name and user.family_name):
            return "givenName or familyName is empty"
        if self._orgs.complete and user.orgs and not any(map(self._orgs.holds, user.orgs)):
            return "names a school that is not in orgs.csv"
        here = user.line.number
        first = self._numbers.setdefault(user.identifier or user.source_id, here)
        return "" if first == here else f"has the same identifier as line {first}, which was taken"

    def _note_no_school(self, user: User) -> None:
        if self._orgs.complete:
            self.without_school.add(user.source_id)
        else:
            why = "the school is not in this export, so the one on record stays"
            self._findings.leave_out(user.line.number, _USERS, why)

    def _take_staff(self, user: User) -> None:
        if not user.email:
            self._findings.leave_out(user.line.number, _USERS, "an adult without e-mail cannot be matched with Slack")
            return
        school = self._orgs.find_school(user.orgs)
        row = StaffRow(user.source_id, user.email, user.role, school, not user.gone, user.line.number)
        self.staff.append(row)
