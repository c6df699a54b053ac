"""A team's own days: its leads say when it does not meet, or meets although the school is closed."""

from sqlmodel import Session

from handlers.conversation import Answer, Corrections, Form, Refusal, Request
from handlers.huddles.day_forms import MOST_DAYS, OwnDays, days_form, list_form
from handlers.huddles.place import get_led_team
from handlers.stretches import find_wrong_days, read_days
from storage import audit, schools, team_days
from storage.team_days import TeamDays
from storage.teams import Team

GONE = "Those days are no longer there. Another lead may have removed them."
FULL = f"A team has at most {MOST_DAYS} of its own. Remove old ones first."
MEETS, RESTS = "meets", "rests"


def show(request: Request, session: Session) -> Answer:
    return _show(session, request, get_led_team(session, request), replaces=bool(request.number("turn")))


def ask(request: Request, session: Session) -> Answer:
    """The form of some days; new ones where none are named."""
    team = get_led_team(session, request)
    if not request.number("days"):
        return days_form(team.id, OwnDays())
    return days_form(team.id, _shown(_get_days(session, request, team)))


def keep(request: Request, session: Session) -> Answer:
    """Keep them as the form says, and show the list with them."""
    team = get_led_team(session, request)
    starts_on, ends_on = read_days(request)
    wrong = _find_wrong(session, request, team)
    if wrong or starts_on is None or ends_on is None:
        return Corrections(wrong)
    said = TeamDays(
        team_id=team.id,
        meets=request.word("meets") == MEETS,
        name=request.word("name"),
        starts_on=starts_on,
        ends_on=ends_on,
        set_by=request.person,
        set_at=request.now,
    )
    kept = said
    if request.number("days"):
        kept = _get_days(session, request, team)
        kept.sqlmodel_update(said.model_dump(exclude={"id"}))
    team_days.add_days(session, kept)
    _note(session, request, "huddles.keep_days", kept)
    return _show(session, request, team, replaces=True)


def remove(request: Request, session: Session) -> Answer:
    team = get_led_team(session, request)
    gone = _get_days(session, request, team)
    _note(session, request, "huddles.remove_days", gone)
    team_days.remove_days(session, gone)
    return _show(session, request, team, replaces=True)


def _find_wrong(session: Session, request: Request, team: Team) -> dict[str, str]:
    found = find_wrong_days(request)
    if request.word("meets") not in {MEETS, RESTS}:
        found["meets"] = "Please choose whether you meet."
    if not request.word("name"):
        found["name"] = "Give it the name people use, such as Field trip."
    elif not request.number("days") and len(team_days.list_days(session, team.id)) >= MOST_DAYS:
        found["name"] = FULL
    return found


def _get_days(session: Session, request: Request, team: Team) -> TeamDays:
    found = team_days.find_days(session, team.id, request.number("days"))
    if found is None:
        raise Refusal(GONE)
    return found


def _show(session: Session, request: Request, team: Team, *, replaces: bool) -> Form:
    school = schools.get_school(session, team.school_id)
    kept = [_shown(one) for one in team_days.list_days(session, team.id)]
    return list_form(team.id, team.name, school.name, kept, replaces=replaces)


def _shown(kept: TeamDays) -> OwnDays:
    return OwnDays(kept.id, kept.meets, kept.name, kept.starts_on, kept.ends_on)


def _note(session: Session, request: Request, action: str, about: TeamDays) -> None:
    audit.note(session, request.now, request.person, action, object_id=f"team_days:{about.id}")
