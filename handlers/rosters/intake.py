"""Decides all that one file would do here: its students, the teams they come to, roles and positions. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from handlers.rosters.duties import Duties, Holding, decide_positions, decide_roles
from handlers.rosters.findings import Findings
from handlers.rosters.merge import Match
from handlers.rosters.plan import Plan, decide
from handlers.rosters.rows import Roster, Skipped, StoredStudent, StudentRow

Place = tuple[int, int]  # (team id, student id)
_FILE = "students.csv"
NO_SCHOOL = "its school is not known"


@dataclass(frozen=True, slots=True)
class Here:
    """What stands here before the file is taken, as far as whoever sent it may touch it."""

    stored: Collection[StoredStudent] = ()
    school: str = ""  # of students whose line names none; empty where nobody said
    teams: Mapping[str, int] = field(default_factory=dict)  # by what a channel cell may say, see `channel_key`
    schools: Mapping[int, str] = field(default_factory=dict)  # the school's name, by team
    everybody_to: tuple[int, ...] = ()  # the teams of students whose line names no channel
    placed: Collection[Place] = frozenset()
    holdings: Mapping[tuple[int, str], Holding] = field(default_factory=dict)  # by student id and role
    positions: Mapping[str, str] = field(default_factory=dict)  # by e-mail
    team_needed: bool = False  # in a lead's file: a line for nobody's team is skipped


@dataclass(frozen=True, slots=True)
class Intake:
    """`places`: by line, the teams its student comes to and is not on yet."""

    plan: Plan = field(default_factory=Plan)
    places: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    duties: Duties = field(default_factory=Duties)

    @property
    def placed(self) -> tuple[Match, ...]:
        """Students who stay as they are and come to another team."""
        return tuple(match for match in self.plan.same if self.places.get(match.row.line))

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        return (*self.plan.skipped, *self.duties.skipped)

    @property
    def changes_nothing(self) -> bool:
        plan, duties = self.plan, self.duties
        return not any((plan.add, plan.change, plan.archive, plan.restore, self.placed, duties.roles, duties.positions))


def channel_key(channel: str) -> str:
    """A channel's id or name, however it is written. Slack's names hold no blanks."""
    return "".join(channel.split()).lstrip("#").casefold()


def decide_all(here: Here, roster: Roster) -> Intake:
    taken = _Taken(here)
    for row in roster.students:
        taken.take(row)
    plan = _without_school_unknown(decide(here.stored, taken.add_to(roster)))
    return Intake(plan, _find_places(plan, taken.wanted, here.placed), _decide_duties(here, roster))


class _Taken:
    """The lines that can be taken, each with its school and its teams."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._rows: list[StudentRow] = []
        self._findings = Findings()
        self.wanted: dict[int, tuple[int, ...]] = {}  # teams by line

    def take(self, row: StudentRow) -> None:
        here, teams = self._here, self._find_teams(row)
        school = row.school or here.school or next((here.schools[team] for team in teams), "")
        if here.team_needed and not teams:
            self._findings.skip(row.line, _FILE, "its channel is not one of a team you lead")
        elif not school and not row.source_id:
            self._findings.skip(row.line, _FILE, NO_SCHOOL)
        else:
            self.wanted[row.line] = teams
            self._rows.append(row if row.school == school else replace(row, school=school))

    def add_to(self, roster: Roster) -> Roster:
        found = self._findings.add_to(Roster())
        return replace(
            roster,
            students=tuple(self._rows),
            skipped=(*roster.skipped, *found.skipped),
            warnings=(*roster.warnings, *found.warnings),
        )

    def _find_teams(self, row: StudentRow) -> tuple[int, ...]:
        if not row.channel:
            return self._here.everybody_to
        team = self._here.teams.get(channel_key(row.channel))
        if team is None and not self._here.team_needed:
            self._findings.leave_out(row.line, _FILE, "its channel is no team's, so the student comes to no team")
        return () if team is None else (team,)


def _without_school_unknown(plan: Plan) -> Plan:
    """A list of changes may leave out where somebody new is."""
    nowhere = [row for row in plan.add if not row.school]
    if not nowhere:
        return plan
    skipped = tuple(Skipped(row.line, "users.csv", NO_SCHOOL) for row in nowhere)
    add = tuple(row for row in plan.add if row.school)
    return replace(plan, add=add, skipped=(*plan.skipped, *skipped))


def _find_places(
    plan: Plan, wanted: Mapping[int, tuple[int, ...]], placed: Collection[Place]
) -> dict[int, tuple[int, ...]]:
    places = {row.line: wanted[row.line] for row in plan.add if wanted[row.line]}
    for match in (*plan.change, *plan.restore, *plan.same):
        new = tuple(team for team in wanted[match.row.line] if (team, match.id) not in placed)
        if new:
            places[match.row.line] = new
    return places


def _decide_duties(here: Here, roster: Roster) -> Duties:
    roles = decide_roles(roster.roles, here.stored, here.holdings)
    positions = decide_positions(roster.positions, here.positions)
    return replace(roles, positions=positions.positions, same=roles.same + positions.same)
