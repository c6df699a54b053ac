"""Writes the OneRoster 1.1 export of an invented district, with every kind of fact that must never be read in.

python -m benchmarks.make_district district.zip --users 50000
"""

import argparse
import csv
import io
import random
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

CANARY = "CANARY"  # every forbidden cell holds it: found anywhere after an import, a promise is broken
STUDENTS_PER_SCHOOL = 900
CLASSES_PER_SCHOOL = 200
CLASSES_PER_STUDENT = 7

_FIRST = [
    a + b
    for a in ("Za", "Mi", "Ore", "Bel", "Tavi", "Jun", "Ili", "Wen", "Sora", "Pel")
    for b in ("die", "rel", "nn", "ora", "mir", "lo", "ëtte", "bas")
]
_LAST = [
    a + b
    for a in ("Fern", "Quill", "Moss", "Thistle", "Bramble", "Lark", "O'Puddle", "Gorse", "Teasel", "Rush")
    for b in ("hollow", "wick", "mere", "down", "thorpe", "-Finch", "ling", "shaw")
]
_GRADES = ("KG", *(f"{number:02}" for number in range(1, 13)))
_BULK = ("academicSessions", "classes", "courses", "demographics", "enrollments", "orgs", "users")
_ABSENT = ("categories", "classResources", "courseResources", "lineItems", "resources", "results")

Row = Sequence[object]
HEADERS = {
    "manifest": "propertyName,value",
    "orgs": "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
    "users": "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,"
    "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password",
    "demographics": "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,"
    "blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,"
    "hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus",
    "academicSessions": "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
    "courses": "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,"
    "subjectCodes",
    "classes": "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
    "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
    "enrollments": "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
    "beginDate,endDate",
}


def write_district(to: Path | BinaryIO, users: int, seed: int = 7) -> None:
    """Of `users`, about 88 in 100 are students, 7 are staff and 5 are family. The same seed, the same district."""
    chance = random.Random(seed)
    students = users * 88 // 100
    schools = max(1, students // STUDENTS_PER_SCHOOL)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as district:
        _write(district, "manifest", _list_manifest())
        _write(district, "orgs", _list_orgs(schools))
        _write(district, "users", _list_users(users, students, schools, chance))
        _write(district, "demographics", _list_demographics(students))
        _write(district, "academicSessions", [("term-1", "", "", "Fall", "term", "2026-08-24", "2026-12-18", "", 2027)])
        _write(district, "courses", [("course-1", "", "", "", "Everything", "E1", "", "district", "", "")])
        _write(district, "classes", _list_classes(schools))
        _write(district, "enrollments", _list_enrollments(students, schools, chance))


def _write(district: zipfile.ZipFile, name: str, rows: Iterable[Row]) -> None:
    with district.open(f"{name}.csv", "w") as entry, io.TextIOWrapper(entry, "utf-8", newline="") as text:
        text.write(HEADERS[name] + "\r\n")
        csv.writer(text).writerows(rows)


def _list_manifest() -> Iterator[Row]:
    yield "manifest.version", "1.0"
    yield "oneroster.version", "1.1"
    for name in sorted(_BULK + _ABSENT):
        yield f"file.{name}", "bulk" if name in _BULK else "absent"
    yield "source.systemName", "Invented"


def _list_orgs(schools: int) -> Iterator[Row]:
    yield "district", "", "", "Invented Valley District", "district", "", ""
    for number in range(schools):
        yield f"school-{number}", "", "", f"Invented School {number + 1}", "school", f"{number:04}", "district"


def _list_users(users: int, students: int, schools: int, chance: random.Random) -> Iterator[Row]:
    for number in range(students):
        name = chance.choice(_FIRST), chance.choice(_LAST)
        yield _user(number, f"school-{number % schools}", "student", name, chance.choice(_GRADES))
    staff = students + users * 7 // 100
    for number in range(students, users):
        role = chance.choice(("teacher",) * 8 + ("aide", "administrator")) if number < staff else "guardian"
        name = chance.choice(_FIRST), chance.choice(_LAST)
        yield _user(number, f"school-{number % schools}", role, name, "")


def _user(number: int, school: str, role: str, name: tuple[str, str], grade: str) -> Row:
    secret = f"{CANARY}{number}"
    return (
        f"0f5c1d2e-user-{number:08}",
        "",
        "",
        "true",
        school,
        role,
        secret,
        f"{{Fed:{secret}}}",
        *name,
        secret,
        f"{100_000 + number}",
        f"user{number}@invented.example",
        secret,
        secret,
        "",
        grade,
        secret,
    )


def _list_demographics(students: int) -> Iterator[Row]:
    for number in range(students):
        yield f"0f5c1d2e-user-{number:08}", "", "", *[CANARY] * 13


def _list_classes(schools: int) -> Iterator[Row]:
    for school in range(schools):
        for number in range(CLASSES_PER_SCHOOL):
            title = f"Class {number}"
            place = ("scheduled", "", f"school-{school}", "term-1", "", "", "")
            yield f"class-{school}-{number}", "", "", title, "", "course-1", "", *place


def _list_enrollments(students: int, schools: int, chance: random.Random) -> Iterator[Row]:
    for number in range(students):
        school = number % schools
        for nth, of_class in enumerate(chance.sample(range(CLASSES_PER_SCHOOL), CLASSES_PER_STUDENT)):
            user = f"0f5c1d2e-user-{number:08}"
            refs = f"class-{school}-{of_class}", f"school-{school}", user
            yield f"enrollment-{number}-{nth}", "", "", *refs, "student", "", "", ""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("file", type=Path)
    asked.add_argument("--users", type=int, default=50_000)
    given = asked.parse_args()
    write_district(given.file, given.users)
    print(f"{given.file}: {given.users:,} users, {given.file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
