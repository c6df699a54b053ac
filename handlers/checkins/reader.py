"""A check-in as one reader may see it: other students' names taken out, restricted words left out."""

from collections.abc import Collection

from sqlmodel import Session

from handlers.checkins.reading import without_names
from handlers.checkins.replies import Shown
from handlers.known import known_of
from handlers.rules.names import Known
from handlers.rules.other_students import ANOTHER
from handlers.shown import show
from storage import checkins, students
from storage.access import AccessToMany
from storage.checkins import Checkin, Restriction
from storage.teams import Team


def shown_to(
    session: Session,
    checkin: Checkin,
    keys: AccessToMany,
    team: Team | None = None,
    about: Collection[int] | None = None,
    bystanders: Collection[Known] = (),
) -> Shown | None:
    """None where these keys open none of its students, or it is restricted and not theirs to read.

    `about`: ids of its students, where the caller has just stored them. `bystanders`: others whom its words name and
    this reader may not see.
    """
    about = checkins.list_student_ids(session, checkin) if about is None else about
    seen = [keys.keys[student_id] for student_id in about if student_id in keys.keys]
    if not seen or not any(may_read(checkin, key.person, key.restricted_teams) for key in seen):
        return None
    names = show(session, seen, team)
    hidden = [known_of(row) for row in students.list_names_to_hide(session, set(about) - keys.keys.keys())]
    others = [*hidden, *bystanders]
    named = [known_of(row) for row in students.list_students(session, seen)] if others else []
    return Shown(
        names=(*names.values(), *(ANOTHER for _ in hidden)),
        author_id=checkin.author_id,
        text=without_names(checkin.text, others, named) if others else checkin.text,
        working=without_names(checkin.working, others, named) if others else checkin.working,
        topic=checkin.topic.value if checkin.topic else "",
        is_restricted=checkin.restriction != Restriction.NONE,
        is_withdrawn=checkin.withdrawn_at is not None,
        is_edited=checkin.revision > 1,
    )


def may_read(checkin: Checkin, person_id: str, restricted_teams: frozenset[int]) -> bool:
    """Restricted ones show to their author and to those who hold the team's restricted check-ins (PRV-06)."""
    if checkin.undone_at is not None:
        return False
    if checkin.restriction == Restriction.NONE or checkin.author_id == person_id:
        return True
    return checkin.team_id in restricted_teams
