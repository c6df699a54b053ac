"""Changes a team that is set up already: its leads open the settings, and at least one lead stays."""

from sqlmodel import Session

from handlers import telling
from handlers.conversation import Answer, Corrections, Quiet, Request
from handlers.teams import cards, leads
from handlers.teams.forms import Start, settings_form
from handlers.teams.rights import get_led_team
from handlers.teams.school_choice import keep_school, list_choices, read_school
from handlers.teams.wishes import read_wishes
from storage import schools, teams
from storage.schools import ShownAs
from storage.teams import Team


def ask(request: Request, session: Session) -> Answer:
    team = get_led_team(session, request)
    school = schools.get_school(session, team.school_id)
    return settings_form(
        _start(session, team), school.shown_as, team.shown_as, {"team": team.id, "channel": request.channel}
    )


def keep(request: Request, session: Session) -> Answer:
    team = get_led_team(session, request)
    wishes, wrong = read_wishes(request)
    wrong_leads = leads.find_wrong(session, team.channel_id, request.chosen("leads"))
    school, wrong_school = read_school(session, request)
    wrong |= {field: why for field, why in (("leads", wrong_leads), wrong_school) if why}
    if wishes is None or school is None or wrong:
        return Corrections(wrong)
    team.sqlmodel_update(wishes.columns())
    team.school_id = keep_school(session, request, school).id
    team.shown_as = read_shown_as(request.word("shown_as"))
    session.add(team)
    leads.note(session, request, team, "teams.change")
    leads.change_leads(session, request, team, wishes.leads)
    cards.show_card(session, request, team.channel_id)
    telling.refresh_home(session, request, request.person)
    return Quiet()


def read_shown_as(chosen: str) -> ShownAs | None:
    """The team's own policy; None where it follows its school."""
    return next((policy for policy in ShownAs if policy.value == chosen), None)


def _start(session: Session, team: Team) -> Start:
    return Start(
        name=team.name,
        time_zone=team.time_zone,
        leads=tuple(lead.person_id for lead in teams.list_leads(session, team)),
        schools=list_choices(session),
        school=str(team.school_id),
        huddle_day=team.huddle_day,
        huddle_time=f"{team.huddle_time:%H:%M}",
        huddle_minutes=team.huddle_minutes,
        appear=team.appear.value,
    )
