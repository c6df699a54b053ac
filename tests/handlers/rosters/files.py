"""Files as schools send them, made of plain words. Everybody in them is invented."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence

from hypothesis import HealthCheck, settings

from handlers.rosters.oneroster import read_zip
from handlers.rosters.rows import NOTHING_KNOWN, FileRefused, Known, Roster, StoredStudent, StudentRow

# A busy machine is no failure.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

STUDENT_HEAD = "school_id,first_name,last_name,preferred_name,nicknames,grade,plan,case_manager_email,channel"
ORGS = """sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
d1,,,Invented Valley District,district,,
s1,,,Fernhollow School,school,0001,d1
s2,,,Mossmere School,school,0002,d1
"""
USER_HEAD = (
    "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,"
    "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n"
)
NEWER_USER_HEAD = (
    "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,"
    "sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,"
    "preferredFamilyName,primaryOrgSourcedId,pronouns\n"
)
ROLE_HEAD = (
    "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,"
    "userProfileSourcedId\n"
)
ENROLLMENT_HEAD = (
    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n"
)


def user(source_id: str, first: str, last: str, **more: str) -> str:
    """A line of OneRoster 1.1's users.csv."""
    cells = {
        "sourcedId": source_id,
        "enabledUser": "true",
        "orgSourcedIds": "s1",
        "role": "student",
        "givenName": first,
        "familyName": last,
        "grades": "03",
    }
    return line(USER_HEAD, cells | more)


def newer_user(source_id: str, first: str, last: str, **more: str) -> str:
    """A line of OneRoster 1.2's users.csv."""
    return line(NEWER_USER_HEAD, {"sourcedId": source_id, "givenName": first, "familyName": last} | more)


def line(head: str, cells: Mapping[str, str]) -> str:
    names = head.strip().split(",")
    assert set(cells) <= set(names)
    return rows([[cells.get(name, "") for name in names]])


def rows(lines: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue()


def manifest(version: str = "1.1", **kinds: str) -> str:
    said = "".join(f"file.{name},{kind}\n" for name, kind in kinds.items())
    return f"propertyName,value\nmanifest.version,1.0\noneroster.version,{version}\n{said}"


def zipped(files: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> io.BytesIO:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as made:
        for name, content in files.items():
            made.writestr(name, content)
    packed.seek(0)
    return packed


def export(*users: str, **more: str) -> dict[str, str | bytes]:
    """The files of a whole OneRoster 1.1 export; `more` by name, without .csv."""
    files = {"orgs": ORGS, "users": USER_HEAD + "".join(users)} | more
    kinds = dict.fromkeys((name for name in files if name != "manifest"), "bulk")
    return {f"{name}.csv": content for name, content in ({"manifest": manifest(**kinds)} | files).items()}


def newer_export(*users: str, roles: str, kind: str = "bulk") -> dict[str, str | bytes]:
    return {
        "manifest.csv": manifest("1.2", orgs="bulk", users=kind, roles=kind),
        "orgs.csv": ORGS,
        "users.csv": NEWER_USER_HEAD + "".join(users),
        "roles.csv": ROLE_HEAD + roles,
    }


def read(files: Mapping[str, str | bytes], known: Known = NOTHING_KNOWN) -> Roster:
    return read_zip(zipped(files), known)


def refusal(files: Mapping[str, str | bytes]) -> str:
    """The sentence with which the zip is refused, or nothing."""
    try:
        read(files)
    except FileRefused as refused:
        return refused.sentence
    return ""


def store(students: Iterable[StudentRow], first_id: int = 1) -> list[StoredStudent]:
    """The students as they are on record after an import of them all."""
    return [
        StoredStudent(
            number,
            row.school_id,
            row.first_name,
            row.last_name,
            row.preferred_name,
            row.nicknames,
            row.grade,
            row.plan,
            row.case_manager_email,
            row.school,
        )
        for number, row in enumerate(students, first_id)
    ]
