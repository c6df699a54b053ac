"""Who may restrict a check-in, within which team, and what they are told before it is kept."""

from collections.abc import Callable

from sqlmodel import Session

from handlers.blocks import button, buttons, says, typed
from handlers.checkins.places import Place
from handlers.conversation import Answer, Form, Ids, Request
from storage import drafts, people, positions
from storage.drafts import Draft
from storage.positions import READS_RESTRICTED
from storage.teams import Team

AskAgain = Callable[[str, tuple[tuple[str, str], ...]], Answer]
NOBODY_THERE = (
    "*No counselor or psychologist is recorded in {team}.* If you keep this restricted, only you, the case manager "
    "and the leads read it. Press *Keep it* again if that is what you want."
)
WHICH_TEAM = "*This student has several of your teams.* Choose the one whose counselor and leads may read this."


def ask_first(session: Session, request: Request, place: Place, again: AskAgain) -> Answer | Place:
    """The place to keep a restricted check-in in, or what must be said before: never downgraded in silence."""
    team = _chosen_team(request, place)
    if team is None:
        return again(WHICH_TEAM, tuple((str(one.id), one.name) for one in place.choices))
    if not may_restrict(session, team, request.person):
        return _refuse(session, request)
    if not request.number("knows") and not list_counselors(session, team):
        return again(NOBODY_THERE.format(team=team.name), ())
    return Place(team)


def may_restrict(session: Session, team: Team, person_id: str) -> bool:
    """Members with a recorded position, one that waits for a lead's yes included."""
    person = people.find_person(session, person_id)
    return person is not None and positions.find_position(session, team.id, person_id, person.email) is not None


def list_counselors(session: Session, team: Team) -> list[str]:
    """The counselors and psychologists of a team whom a lead or an import has set, in its channel now."""
    members = people.find_people(session, people.list_members(session, team.channel_id))
    held = ((one, positions.find_position(session, team.id, one.id, one.email)) for one in members.values())
    return sorted(
        one.id for one, position in held if position and position.agreed_by and position.name in READS_RESTRICTED
    )


def _chosen_team(request: Request, place: Place) -> Team | None:
    if place.team is not None:
        return place.team
    chosen = request.word("team")
    return next((team for team in place.choices if str(team.id) == chosen), None)


def _refuse(session: Session, request: Request) -> Form:
    """Somebody without a position may not restrict: another way is offered, and the words wait as a draft."""
    draft = Draft(author_id=request.person, text=request.word("text"), made_in=request.channel, made_at=request.now)
    ids: Ids = {"draft": drafts.add_draft(session, draft).id, "channel": request.channel}
    sentence = (
        "Only members whose position is recorded can restrict a check-in, so nothing was kept yet. Choose your "
        "position on Roundtable's Home tab, or tell the counselor, who will come to you. Your words wait for a day:"
    )
    choices = buttons(
        button("Tell the counselor", "checkins.tell_counselor", ids, style="primary"),
        button("Back to the form", "checkins.finish_here", ids),
    )
    return Form(
        "checkins.refused", "Not kept yet", (says(sentence), *typed(draft.text), choices), submit="", replaces=True
    )
