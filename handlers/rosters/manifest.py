"""Reads manifest.csv: which OneRoster this is, and whether a file lists everybody or only what changed."""

import re
from typing import NamedTuple

from handlers.rosters.cells import read_text
from handlers.rosters.findings import Findings
from handlers.rosters.header import Shape, has, needs
from handlers.rosters.rows import FileRefused
from handlers.rosters.zips import RosterZip

BULK, DELTA, ABSENT = "bulk", "delta", "absent"
# demographics.csv and the files on results and resources are not in here, so nothing can open them.
OPENED = ("orgs.csv", "users.csv", "roles.csv", "classes.csv", "enrollments.csv")
_SHAPE = Shape("manifest.csv", (needs("propertyName", read_text), has("value", read_text)), most=1000)
_VERSION = re.compile(r"v?1\.([12])(?:\.0)?")


class Manifest(NamedTuple):
    version: str  # "1.1" or "1.2"
    kinds: dict[str, str]  # of each file in OPENED: bulk, delta or absent


def read_manifest(files: RosterZip, findings: Findings) -> Manifest:
    with files.sheet(_SHAPE, findings) as sheet:
        said = {name.casefold(): value.casefold() for _, (name, value) in sheet}
    version = _read_version(said.get("oneroster.version", ""), files, findings)
    return Manifest(version, {file: _read_kind(file, said, files, findings) for file in OPENED})


def _read_version(said: str, files: RosterZip, findings: Findings) -> str:
    found = _VERSION.fullmatch(said)
    if found:
        return f"1.{found[1]}"
    if said:
        raise FileRefused("manifest.csv names another OneRoster version. Ask for an export in OneRoster 1.1 or 1.2.")
    version = "1.2" if "roles.csv" in files else "1.1"
    findings.warn(f"manifest.csv does not say which OneRoster this is: read as {version}.")
    return version


def _read_kind(file: str, said: dict[str, str], files: RosterZip, findings: Findings) -> str:
    kind = said.get(f"file.{file.removesuffix('.csv')}".casefold(), "")
    if kind in (BULK, DELTA) and file not in files:
        findings.warn(f"manifest.csv promises {file}, and the zip does not hold it.")
    if kind == ABSENT or file not in files:
        return ABSENT
    if kind in (BULK, DELTA):
        return kind
    # Taking a few changes for everybody would archive all others; the other mistake only archives too few.
    findings.warn(f"manifest.csv does not say whether {file} lists everybody: read as changes only.")
    return DELTA
