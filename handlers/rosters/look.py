"""Looks at what stands on record where a file is about to be taken in."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlmodel import Session

from handlers.rosters.duties import Holding
from handlers.rosters.intake import Here, channel_key
from handlers.rosters.rows import Known, Roster, StoredStudent
from storage import imports, people, schools
from storage.imports import Recorded
from storage.schools import School
from storage.teams import Team


def list_stored(recorded: Iterable[Recorded]) -> list[StoredStudent]:
    """Students on record as a plan compares a file with them."""
    return [
        StoredStudent(
            id=row.id,
            school_ref=row.school_ref,
            first_name=row.first_name,
            last_name=row.last_name,
            preferred_name=row.preferred_name,
            nicknames=tuple(name for name in row.nicknames.split("; ") if name),
            grade=row.grade,
            plan=row.plan,
            case_manager_email=row.case_manager_email,
            school=row.school,
            archived=row.archived_at is not None,
            imported=row.imported,
            source_ref=row.source_ref,
        )
        for row in recorded
    ]


def find_known(listed: Sequence[School], stored: Collection[StoredStudent]) -> Known:
    """What earlier imports left, for an export that lists only changes."""
    refs = {ref for student in stored for ref in (student.school_ref, student.source_ref) if ref}
    return Known({school.source_ref: school.name for school in listed if school.source_ref}, refs)


def look(
    session: Session,
    roster: Roster,
    stored: Collection[StoredStudent],
    teams: Sequence[Team],
    *,
    school: str = "",
    everybody_to: Sequence[Team] = (),
    team_needed: bool = False,
) -> Here:
    """`stored` and `teams`: those that whoever sent the file may touch."""
    names = {one.id: one.name for one in schools.list_schools(session)}
    return Here(
        stored=stored,
        school=school,
        teams=find_by_channel(session, teams),
        schools={team.id: names[team.school_id] for team in teams},
        everybody_to=tuple(team.id for team in everybody_to),
        placed=imports.list_places(session, [team.id for team in teams]),
        holdings=_list_holdings(session) if roster.roles else {},
        positions=imports.list_positions(session) if roster.positions else {},
        team_needed=team_needed,
    )


def list_emails(roster: Roster) -> set[str]:
    """Every adult's e-mail in a file."""
    found = {email for row in roster.roles for email in (row.email, row.backup_email)}
    found |= {row.email for row in roster.positions} | {row.email for row in roster.staff if row.active}
    found |= {row.case_manager_email for row in roster.students}
    return found - {""}


def find_by_channel(session: Session, teams: Sequence[Team]) -> Mapping[str, int]:
    """Ids of the teams, by all that a channel cell may say."""
    found: dict[str, int] = {}
    for team in teams:
        channel = people.find_channel(session, team.channel_id)
        names = (team.channel_id, channel.name if channel else "")
        found |= {channel_key(name): team.id for name in names if name}
    return found


def _list_holdings(session: Session) -> dict[tuple[int, str], Holding]:
    listed = imports.list_held_by_email(session)
    return {(student_id, role): Holding(email, backup) for student_id, role, email, backup in listed}
