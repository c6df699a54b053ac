"""What administrators do for teams without opening a student's record: let a guest stay, name a lead."""

from sqlmodel import Session

from handlers import blocks, telling
from handlers.administrators import must_administer
from handlers.conversation import Answer, Corrections, Form, Quiet, Refusal, Request
from handlers.teams import cards, leads
from handlers.teams.arrive import forget_freshness
from handlers.teams.forms import admit_form, name_lead_form
from handlers.teams.pause import list_reachable_leads
from handlers.teams.say_coming_and_going import say_admitted
from handlers.teams.say_unfit import admit_button
from storage import teams
from storage.teams import Admission, Team

MOST_LISTED = 40
NO_SUCH_TEAM = "I do not know that team any more. Open Home again to see how things stand."
NOT_A_GUEST = "They are no guest of that channel, or somebody has admitted them already. There is nothing left to do."


def list_guests(request: Request, session: Session) -> Answer:
    """Every guest who is in a team's channel and whom nobody has admitted."""
    must_administer(session, request)
    found = teams.list_guests(session)
    made = [blocks.says("Posts about students wait while one of these people is in a team's channel.")]
    for team, guest in found[:MOST_LISTED]:
        made += [blocks.says(f"*{blocks.escape(team.name)}*"), admit_button(team.id, guest)]
    if not found:
        made = [blocks.says("No guest is in any team's channel, or all of them are admitted.")]
    return Form("teams.guests", "Guests", tuple(made), submit="", close="Close")


def ask_to_admit(request: Request, session: Session) -> Answer:
    must_administer(session, request)
    team, guest = _get_guest(session, request)
    return admit_form(team.name, guest, {"team": team.id, "person": guest})


def admit(request: Request, session: Session) -> Answer:
    """Let one guest stay, by name and with a reason; posts go on once nobody else stands against it."""
    must_administer(session, request)
    team, guest = _get_guest(session, request)
    reason = request.word("reason")
    if not reason:
        return Corrections({"reason": "Please say why they may stay. It is kept with your name."})
    admission = Admission(
        team_id=team.id, person_id=guest, admitted_by=request.person, reason=reason, admitted_at=request.now
    )
    teams.admit(session, admission)
    leads.note(session, request, team, "teams.admit", guest)
    forget_freshness(session, team.channel_id)
    telling.look_again(session, request, team.channel_id)
    for person_id in list_reachable_leads(session, team):
        telling.tell(session, request, person_id, "teams.admitted", {"team": team.id, "person": guest})
    telling.refresh_home(session, request, request.person)
    return Quiet()


def admitted(request: Request, session: Session) -> Answer:
    """To a lead, while the guest is admitted."""
    team = teams.find_team(session, request.number("team"))
    if team is None or not teams.is_lead(session, team, request.person):
        return Quiet()
    for row in teams.list_admissions(session, team):
        if row.person_id == request.ids["person"]:
            return say_admitted(team, row.person_id, row.admitted_by, row.reason)
    return Quiet()


def list_leadless(request: Request, session: Session) -> Answer:
    """Teams whose leads have all left."""
    must_administer(session, request)
    found = teams.list_leadless(session)
    made = [
        blocks.beside(
            f"*{blocks.escape(team.name)}* (<#{team.channel_id}>)",
            blocks.button("Name a lead", "teams.name_lead", {"team": team.id}),
        )
        for team in found[:MOST_LISTED]
    ]
    made = made or [blocks.says("Every team has a lead.")]
    return Form("teams.leadless", "Teams without a lead", tuple(made), submit="", close="Close")


def ask_for_lead(request: Request, session: Session) -> Answer:
    must_administer(session, request)
    team = _get_leadless(session, request)
    return name_lead_form(team.name, {"team": team.id})


def name_lead(request: Request, session: Session) -> Answer:
    """New leads for a team that has none in its channel any more."""
    must_administer(session, request)
    team = _get_leadless(session, request)
    wanted = request.chosen("leads")
    wrong = leads.find_wrong(session, team.channel_id, wanted)
    if wrong:
        return Corrections({"leads": wrong})
    leads.change_leads(session, request, team, wanted)
    cards.show_card(session, request, team.channel_id)
    telling.refresh_home(session, request, request.person)
    return Quiet()


def _get_guest(session: Session, request: Request) -> tuple[Team, str]:
    team = teams.find_team(session, request.number("team"))
    guest = str(request.ids.get("person", ""))
    if team is None:
        raise Refusal(NO_SUCH_TEAM)
    if guest not in {person_id for _, person_id in teams.list_guests(session, team)}:
        raise Refusal(NOT_A_GUEST)
    return team, guest


def _get_leadless(session: Session, request: Request) -> Team:
    """Only where no lead is left: as long as one is there, leads decide who else leads."""
    wanted = request.number("team")
    for team in teams.list_leadless(session):
        if team.id == wanted:
            return team
    raise Refusal("That team has a lead by now. Leads themselves add others, in the team's settings.")
