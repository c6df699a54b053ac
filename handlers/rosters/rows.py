"""What a school's file says, line by line, once it is read. Nothing here is stored yet."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field


class FileRefused(Exception):
    """A file from which nothing is taken. `sentence` says why and what to do next, and repeats no cell of it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class StudentRow:
    """An empty field says nothing: whatever is on record stays."""

    school_id: str  # the number people at school know the student by
    first_name: str
    last_name: str
    preferred_name: str = ""
    nicknames: tuple[str, ...] = ()
    grade: str = ""  # CEDS
    plan: str = ""  # IEP, 504, MTSS, EL; several parted by ", "
    case_manager_email: str = ""
    channel: str = ""  # a name without its #, or an id
    school: str = ""  # its name
    active: bool = True
    line: int = 0
    source_id: str = ""  # OneRoster's sourcedId, steadier than the number; empty from our own CSV


@dataclass(frozen=True, slots=True)
class RoleRow:
    school_id: str
    role: str
    email: str
    backup_email: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class PositionRow:
    email: str
    position: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class SchoolRow:
    source_id: str
    name: str
    active: bool = True
    line: int = 0


@dataclass(frozen=True, slots=True)
class StaffRow:
    """An adult, kept only to be matched with Slack by e-mail: so no name."""

    source_id: str
    email: str
    role: str  # OneRoster's word: teacher, aide, counselor, principal, …
    school: str = ""
    active: bool = True
    line: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line that was not taken. The reason names nobody, so it may be logged."""

    line: int
    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Roster:
    students: tuple[StudentRow, ...] = ()
    roles: tuple[RoleRow, ...] = ()
    positions: tuple[PositionRow, ...] = ()
    schools: tuple[SchoolRow, ...] = ()
    staff: tuple[StaffRow, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    whole: bool = False  # lists everybody at its schools, so who is missing has left
    held: frozenset[str] = frozenset()  # ids on skipped lines: these students stay as they are
    unread: int = 0  # lines that could be anybody's


@dataclass(frozen=True, slots=True)
class StoredStudent:
    """A student as kept now: what a plan compares a file with."""

    id: int
    school_ref: str
    first_name: str
    last_name: str
    preferred_name: str = ""
    nicknames: tuple[str, ...] = ()
    grade: str = ""
    plan: str = ""
    case_manager_email: str = ""
    school: str = ""
    archived: bool = False
    imported: bool = True  # False: typed by a lead, so never archived for missing in a file
    source_ref: str | None = None  # the sourcedId; None where none is kept


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier imports left, for exports that list only changes."""

    schools: Mapping[str, str] = field(default_factory=dict)  # the name a school has here, by its sourcedId
    students: Container[str] = frozenset()  # school_refs and source_refs


NOTHING_KNOWN = Known()
