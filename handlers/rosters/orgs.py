"""Reads orgs.csv: which schools a OneRoster export is about."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from handlers.rosters.cells import Unreadable, read_id, read_text
from handlers.rosters.findings import Findings
from handlers.rosters.header import Column, Shape, needs
from handlers.rosters.manifest import ABSENT, BULK
from handlers.rosters.rows import SchoolRow
from handlers.rosters.sheet import Line
from handlers.rosters.zips import RosterZip


def read_gone(raw: str) -> str:
    """ "gone" or nothing: blank is the rule in a bulk file. "inactive" is OneRoster 1.0's word."""
    status = read_text(raw).casefold()
    if status not in ("", "active", "inactive", "tobedeleted"):
        raise Unreadable("is neither active nor tobedeleted")
    return "gone" if status in ("inactive", "tobedeleted") else ""


STATUS = Column("status", read_gone, strict=True)
ORGS = Shape("orgs.csv", (needs("sourcedId", read_id), STATUS, needs("name", read_text), needs("type", read_text)))


class Orgs(NamedTuple):
    schools: tuple[SchoolRow, ...]
    names: Mapping[str, str]  # of schools, by sourcedId
    others: Set[str]  # districts, departments, …
    complete: bool  # an id that is in neither is an orphan

    def find_school(self, ids: Iterable[str]) -> str:
        return next((self.names[source_id] for source_id in ids if source_id in self.names), "")

    def holds(self, source_id: str) -> bool:
        return source_id in self.names or source_id in self.others


def read_orgs(files: RosterZip, kind: str, known: Mapping[str, str], findings: Findings) -> Orgs:
    """`known`: names that schools have here already, by sourcedId. They win over the file's."""
    names, others = dict(known), set[str]()
    schools = []
    for line, (source_id, gone, name, what) in _read_lines(files, kind, findings):
        if what.casefold() == "school":
            schools.append(SchoolRow(source_id, names.setdefault(source_id, name), not gone, line))
        else:
            others.add(source_id)
    _note_namesakes(schools, findings)
    return Orgs(tuple(schools), names, others, kind == BULK)


def _read_lines(files: RosterZip, kind: str, findings: Findings) -> Iterator[Line]:
    if kind != ABSENT:
        with files.sheet(ORGS, findings) as sheet:
            yield from sheet.once(lambda cells: cells[0], "school")


def _note_namesakes(schools: Iterable[SchoolRow], findings: Findings) -> None:
    seen: dict[str, int] = {}
    for school in schools:
        first = seen.setdefault(school.name.casefold(), school.line)
        if first != school.line:
            findings.warn(f"{ORGS.file}: lines {first} and {school.line} name one school: taken for the same.")
