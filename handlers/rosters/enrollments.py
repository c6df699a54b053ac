"""Reads enrollments.csv for the one thing it can tell us, a student's school, and finds the orphans in it."""

from collections.abc import Mapping, Set

from handlers.rosters.findings import Findings
from handlers.rosters.header import Shape, has, needs
from handlers.rosters.manifest import ABSENT, BULK
from handlers.rosters.orgs import STATUS, Orgs
from handlers.rosters.people import People
from handlers.rosters.zips import RosterZip

# There may be a dozen lines to a student. Their ids are only compared and never kept, so they need no closer reading.
CLASSES = Shape("classes.csv", (needs("sourcedId", str.strip), STATUS))
ENROLLMENTS = Shape(
    "enrollments.csv",
    (STATUS, has("classSourcedId", str.strip), has("schoolSourcedId", str.strip), needs("userSourcedId", str.strip)),
    most=20_000_000,
)


def read_enrollments(
    files: RosterZip, kinds: Mapping[str, str], orgs: Orgs, people: People, findings: Findings
) -> None:
    """Gives students without a school the first school they are enrolled at."""
    if kinds[ENROLLMENTS.file] == ABSENT:
        return
    users = people.seen | findings.held if kinds["users.csv"] == BULK else None
    classes = _read_classes(files, findings) if kinds[CLASSES.file] == BULK else None
    with files.sheet(ENROLLMENTS, findings) as sheet:
        for line in sheet:
            gone, of_class, school, user = line.cells
            if gone:
                continue
            if users is not None and user not in users:
                sheet.skip(line, "names somebody who is not in users.csv")
            elif classes is not None and of_class and of_class not in classes:
                sheet.skip(line, "names a class that is not in classes.csv")
            elif orgs.complete and school and not orgs.holds(school):
                sheet.skip(line, "names a school that is not in orgs.csv")
            elif user in people.without_school and school in orgs.names:
                people.place(user, orgs.names[school])


def _read_classes(files: RosterZip, findings: Findings) -> Set[str]:
    with files.sheet(CLASSES, findings) as sheet:
        return {line.cells[0] for line in sheet}
