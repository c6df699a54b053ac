"""Reads a district's OneRoster export: schools, students and staff, and nothing else about them."""

from collections.abc import Mapping
from typing import BinaryIO

from handlers.rosters.enrollments import read_enrollments
from handlers.rosters.findings import Findings
from handlers.rosters.manifest import ABSENT, BULK, Manifest, read_manifest
from handlers.rosters.orgs import Orgs, read_orgs
from handlers.rosters.people import People
from handlers.rosters.rows import NOTHING_KNOWN, FileRefused, Known, Roster
from handlers.rosters.user_roles import ROLES, UserRole, read_user_roles
from handlers.rosters.users import USERS_1_1, USERS_1_2, read_user_1_1, read_user_1_2
from handlers.rosters.zips import RosterZip, open_zip


def read_zip(stream: BinaryIO, known: Known = NOTHING_KNOWN) -> Roster:
    """Unpacks as it reads. Raises FileRefused where nothing can be taken."""
    findings = Findings()
    with open_zip(stream) as files:
        manifest = read_manifest(files, findings)
        _refuse_incomplete(manifest, known)
        orgs = read_orgs(files, manifest.kinds["orgs.csv"], known.schools, findings)
        people = _read_people(files, manifest, orgs, known, findings)
        read_enrollments(files, manifest.kinds, orgs, people, findings)
    whole = manifest.kinds["users.csv"] == BULK
    if whole:
        people.skip_without_school()
    students = tuple(people.students.values())
    return findings.add_to(Roster(students=students, schools=orgs.schools, staff=tuple(people.staff), whole=whole))


def _refuse_incomplete(manifest: Manifest, known: Known) -> None:
    kinds = manifest.kinds
    if kinds["users.csv"] == ABSENT:
        raise FileRefused("This export has no users.csv, so nobody is in it. Ask for one with users.")
    if kinds["users.csv"] == BULK and kinds["orgs.csv"] == ABSENT and not known.schools:
        raise FileRefused("This export has no orgs.csv, so nobody's school is known. Ask for one with orgs.")
    if manifest.version == "1.2" and kinds["users.csv"] == BULK and kinds["roles.csv"] == ABSENT:
        raise FileRefused("This export has no roles.csv, so students cannot be told from adults. Ask for one with it.")


def _read_people(files: RosterZip, manifest: Manifest, orgs: Orgs, known: Known, findings: Findings) -> People:
    whole = manifest.kinds["users.csv"] == BULK
    people = People(orgs, frozenset() if whole else known.students, findings)
    newer = manifest.version == "1.2"
    roles = read_user_roles(files, findings) if newer and manifest.kinds[ROLES.file] != ABSENT else {}
    with files.sheet(USERS_1_2 if newer else USERS_1_1, findings) as sheet:
        for line in sheet.once(lambda cells: cells[0], "user"):
            people.take(read_user_1_2(line, roles) if newer else read_user_1_1(line), sheet)
    _note_orphans(roles, people, whole, findings)
    return people


def _note_orphans(roles: Mapping[str, UserRole], people: People, whole: bool, findings: Findings) -> None:
    for source_id, role in roles.items():
        if source_id in people.seen or source_id in findings.held:
            continue
        if whole:
            findings.skip(role.line, ROLES.file, "names somebody who is not in users.csv")
        else:
            findings.leave_out(role.line, ROLES.file, "nothing about this user is in users.csv, so nothing was taken")
