"""The only way to a student's records: who asks, may they, and why. Everything else is refused in the same words."""

from collections.abc import Collection

from sqlmodel import Session

from handlers.conversation import Refusal, Request
from storage import people, sight
from storage.access import Access, AccessToMany
from storage.people import Person
from storage.teams import Team

# One sentence for "there is no such student" and "not yours to see" (PRV-02).
NOT_FOUND = "I could not find that student among the ones you support. Check the spelling, or ask the team's lead."


def may_ask(person: Person | None) -> bool:
    """Guests, strangers, bots and deactivated people get the answer for a student who is not there (PRV-05)."""
    return person is not None and not (person.is_guest or person.is_stranger or person.is_bot or person.is_deactivated)


def access_student(session: Session, request: Request, student_id: int, *, archived: bool = False) -> Access:
    """The key to one student. Raises the same Refusal whether the student is unknown or not theirs to see."""
    found = access_students(session, request, student_ids=(student_id,), archived=archived)
    if student_id not in found.keys:
        raise Refusal(NOT_FOUND)
    return found.keys[student_id]


def access_students(
    session: Session,
    request: Request,
    *,
    keys: Collection[str] = (),
    student_ids: Collection[int] = (),
    archived: bool = False,
) -> AccessToMany:
    """The keys to all students this person may see, or to those of them that `keys` or `student_ids` name."""
    asker = people.find_person(session, request.person)
    if asker is None or not may_ask(asker):
        return AccessToMany(request.person)
    teams = {team.id: team for team in sight.list_teams_of(session, asker.id)}
    pairs = sight.list_pairs(session, teams.keys(), keys=keys, student_ids=student_ids, archived=archived)
    return AccessToMany(asker.id, _make_keys(session, asker, teams, pairs))


def access_for_clock(session: Session, team: Team, student_ids: Collection[int]) -> AccessToMany:
    """The keys for what the bot itself says in a team's channel: that team's students, nothing restricted."""
    pairs = sight.list_pairs(session, (team.id,), student_ids=student_ids)
    reason = f"said in the channel of team {team.id}"
    return AccessToMany(
        "clock", {student_id: Access(student_id, "clock", reason, frozenset((team.id,))) for student_id, _ in pairs}
    )


def access_for_operator(student_id: int, reason: str) -> Access:
    """The key of somebody at the machine itself, who gives the reason."""
    return Access(student_id, "operator", reason)


def list_watchers(session: Session, access: Access) -> dict[str, list[int]]:
    """Who can see this student: team ids by person, for those who may ask at all."""
    found: dict[str, list[int]] = {}
    for person_id, team_id in sight.list_watchers(session, access.student_id):
        found.setdefault(person_id, []).append(team_id)
    known = people.find_people(session, found.keys())
    return {person_id: teams for person_id, teams in found.items() if may_ask(known.get(person_id))}


def _make_keys(
    session: Session, asker: Person, teams: dict[int, Team], pairs: Collection[tuple[int, int]]
) -> dict[int, Access]:
    if not pairs:
        return {}
    through: dict[int, list[int]] = {}
    for student_id, team_id in pairs:
        through.setdefault(student_id, []).append(team_id)
    leading = sight.list_leading(session, asker.id, asker.email, teams.keys())
    managed = sight.list_case_managed(session, asker.id, asker.email, through.keys())
    return {
        student_id: Access(
            student_id,
            asker.id,
            "member of team " + ", ".join(str(team_id) for team_id in sorted(team_ids)),
            frozenset(team_ids),
            frozenset(team_ids if student_id in managed else leading.intersection(team_ids)),
        )
        for student_id, team_ids in through.items()
    }
