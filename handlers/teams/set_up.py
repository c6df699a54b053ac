"""Makes a private channel a team: the card's button opens the form, the form keeps the team and tells the channel."""

from sqlmodel import Session

from handlers import telling
from handlers.conversation import Answer, Corrections, Quiet, Request
from handlers.teams import cards, leads, say_card
from handlers.teams.channel_names import make_readable
from handlers.teams.choose_position import read_position, set_own
from handlers.teams.forms import Start, set_up_form
from handlers.teams.rights import get_channel_to_set_up, get_colleague, get_own_channel
from handlers.teams.school_choice import keep_school, list_choices, read_school
from handlers.teams.time_zones import read_zone
from handlers.teams.wishes import Wishes, read_wishes
from storage import teams
from storage.schools import School
from storage.teams import Team


def ask(request: Request, session: Session) -> Answer:
    """The form. Who is in the channel is asked for meanwhile, so that leads can be checked when it comes back."""
    team = teams.find_team_in(session, request.channel)
    if team is not None:
        get_own_channel(session, request)
        return say_card.say_already(cards.read_card(session, team))
    channel = get_channel_to_set_up(session, request)
    person = get_colleague(session, request)
    telling.look_again(session, request, channel.id)
    choices = list_choices(session)
    start = Start(
        name=make_readable(channel.name),
        time_zone=read_zone(person.time_zone) or "",
        leads=(request.person,),
        schools=choices,
        school=choices[0][0] if len(choices) == 1 else "",
    )
    return set_up_form(start, {"channel": channel.id})


def keep(request: Request, session: Session) -> Answer:
    """Keep the team. Of two who do so at once, the second hears of the first."""
    team = teams.find_team_in(session, request.channel)
    if team is not None:
        get_own_channel(session, request)
        return say_card.say_already(cards.read_card(session, team))
    channel = get_channel_to_set_up(session, request)
    wishes, wrong = read_wishes(request)
    wrong_leads = leads.find_wrong(session, channel.id, request.chosen("leads"))
    school, wrong_school = read_school(session, request)
    wrong |= {field: why for field, why in (("leads", wrong_leads), wrong_school) if why}
    if wishes is None or school is None or wrong:
        return Corrections(wrong)
    _announce(session, request, _add(session, request, wishes, school))
    return Quiet()


def _add(session: Session, request: Request, wishes: Wishes, school: School) -> Team:
    team = Team(
        school_id=keep_school(session, request, school).id,
        channel_id=request.channel,
        set_up_by=request.person,
        set_up_at=request.now,
        **wishes.columns(),
    )
    teams.add_team(session, team, wishes.leads)
    leads.note(session, request, team, "teams.set_up")
    for person_id in wishes.leads:
        leads.note(session, request, team, "teams.add_lead", person_id)
    leads.tell_new_leads(session, request, team, wishes.leads)
    position = read_position(request.word("position"))
    if position is not None:
        set_own(session, request, team, position)
    return team


def _announce(session: Session, request: Request, team: Team) -> None:
    cards.show_card(session, request, team.channel_id)
    telling.say_plainly(session, request, team.channel_id, "teams.how_it_works", {"team": team.id})
    telling.look_again(session, request, team.channel_id, {"set_up": team.id})
    for person_id in {request.person, *(lead.person_id for lead in teams.list_leads(session, team))}:
        telling.refresh_home(session, request, person_id)
