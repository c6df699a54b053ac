"""The only way to a student's records: who asks, may they, and why. Everything else is refused in the same words."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlmodel import Session

from handlers.conversation import Refusal, Request
from handlers.rules.alike import find_alike
from storage import people, sight
from storage.access import CLOCK, Access, AccessToMany
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
    found = access_to_write(session, request, keys=keys, student_ids=student_ids, archived=archived)
    return _with_restricted(session, request, found) if found else found


def access_to_write(
    session: Session,
    request: Request,
    *,
    keys: Collection[str] = (),
    student_ids: Collection[int] = (),
    archived: bool = False,
) -> AccessToMany:
    """The same students, by keys that read nothing restricted but one's own: enough to write, and quicker to make."""
    seen = sight.list_seen(session, request.person, keys=keys, student_ids=student_ids, archived=archived)
    if not seen:
        return AccessToMany(request.person)
    return _access_through(session, request, ((student.id, team.id) for student, team in seen))


def access_to_look_over(session: Session, request: Request, *, keys: Collection[str] = ()) -> AccessToMany:
    """Keys to all this person may see, or whom `keys` name, that read nothing restricted but one's own, with no
    student read yet: enough for lists over thousands of them."""
    return _access_through(session, request, sight.list_seen_ids(session, request.person, keys))


def access_some(session: Session, request: Request, most: int) -> AccessToMany:
    """The same keys to a few, those of this channel's team first: for examples, and for a choice of students."""
    return _access_through(session, request, sight.list_some_seen(session, request.person, request.channel, most))


def access_alike(session: Session, request: Request, words: str) -> AccessToMany:
    """The same keys to those whom some words may name, however misspelt."""
    seen = sight.list_seen_names(session, request.person)
    alike = find_alike(words, ((student_id, names) for student_id, _, names in seen))
    return _access_through(session, request, ((one, team_id) for one, team_id, _ in seen if one in alike))


def access_for_clock(
    session: Session, request: Request, team: Team, student_ids: Collection[int] | None
) -> AccessToMany:
    """The keys for what the bot itself says in a team's channel: that team's students, or these of them, nothing
    restricted.

    For anybody in particular, and for any other channel, there are none.
    """
    is_said_there = not request.person and request.channel == team.channel_id
    supported = sight.list_on_team(session, team.id, student_ids) if is_said_there else ()
    reason = f"said in the channel of team {team.id}"
    return AccessToMany(
        CLOCK, {student_id: Access(student_id, CLOCK, reason, frozenset((team.id,))) for student_id in supported}
    )


def access_for_upkeep(student_id: int, reason: str) -> Access:
    """The key of the bot itself where something must be put right and nobody asks. What it opens is shown to nobody."""
    return Access(student_id, "upkeep", reason)


def list_watchers(session: Session, access: Access) -> dict[str, list[int]]:
    """Who can see this student: team ids by person, for those who may ask at all."""
    found: dict[str, list[int]] = {}
    for person_id, team_id in sight.list_watchers(session, access.student_id):
        found.setdefault(person_id, []).append(team_id)
    known = people.find_people(session, found.keys())
    return {person_id: teams for person_id, teams in found.items() if may_ask(known.get(person_id))}


def list_watching(
    session: Session, keys: Collection[Access], pairs: Collection[tuple[int, str]]
) -> set[tuple[int, str]]:
    """Of these (student id, person id), those in which the person can see the student; few questions for thousands."""
    known = people.find_people(session, {person_id for _, person_id in pairs})
    able = {person_id for person_id, person in known.items() if may_ask(person)}
    inside = set(sight.list_teams_of_many(session, able)) if able else set()
    shared = {key.student_id: key.teams for key in keys}
    asked = {pair for pair in pairs if pair[1] in able and pair[0] in shared}
    found = {pair for pair in asked if any((pair[1], team_id) in inside for team_id in shared[pair[0]])}
    left = asked - found  # perhaps they see the student through a team that the asker is not in
    if not left:
        return found
    through: dict[int, list[int]] = {}
    for student_id, team_id in sight.list_supporting(session, {student_id for student_id, _ in left}):
        through.setdefault(student_id, []).append(team_id)
    return found | {pair for pair in left if any((pair[1], team_id) in inside for team_id in through.get(pair[0], ()))}


def list_onlookers(session: Session, student_ids: Collection[int], person_ids: Collection[str]) -> set[str]:
    """Which of these people can see any of these students: only who, and nothing of whom."""
    able = [person_id for person_id, person in people.find_people(session, person_ids).items() if may_ask(person)]
    return {person_id for _, person_id in sight.list_watching(session, student_ids, able)} if able else set()


def list_out_of_sight(session: Session, student_ids: Collection[int]) -> set[int]:
    """Of these students, those whose watchers nobody can tell for now: the bot is not in a channel of theirs."""
    return sight.list_out_of_sight(session, student_ids)


def _access_through(session: Session, request: Request, seen: Iterable[tuple[int, int]]) -> AccessToMany:
    """`seen`: (student id, team id) of those the asker is in a channel for."""
    if not may_ask(people.find_person(session, request.person)):
        return AccessToMany(request.person)
    through: dict[int, frozenset[int]] = {}
    alone: dict[int, frozenset[int]] = {}  # one set for each team: a set of its own for each of thousands takes longer
    for student_id, team_id in seen:
        team = alone.get(team_id) or alone.setdefault(team_id, frozenset((team_id,)))
        through[student_id] = through[student_id] | team if student_id in through else team
    reasons = {teams: _say_member(teams) for teams in set(through.values())}  # few, however many students
    return AccessToMany(
        request.person,
        {one: Access(one, request.person, reasons[teams], teams) for one, teams in through.items()},
    )


def _say_member(team_ids: Collection[int]) -> str:
    return "member of team " + ", ".join(str(team_id) for team_id in sorted(team_ids))


def _with_restricted(session: Session, request: Request, found: AccessToMany) -> AccessToMany:
    asker = people.find_person(session, request.person)
    email = asker.email if asker is not None else ""
    teams = frozenset[int]().union(*(key.teams for key in found))
    leading = sight.list_leading(session, request.person, email, teams)
    managed = sight.list_case_managed(session, request.person, email, found.keys.keys())
    return AccessToMany(
        found.person,
        {
            key.student_id: replace(
                key, restricted_teams=key.teams if key.student_id in managed else key.teams & leading
            )
            for key in found
        },
    )
