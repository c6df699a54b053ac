"""What an author still decides after keeping: the team that sees it, two instead of one, and keeping both."""

from sqlmodel import Session

from handlers.checkins import announce, confirm, keep, places
from handlers.checkins.change import access_own
from handlers.checkins.keep import Wording
from handlers.checkins.places import Place
from handlers.checkins.reader import shown_to
from handlers.conversation import Answer, Refusal, Reply, Request
from storage import teams
from storage.access import AccessToMany
from storage.checkins import Checkin


def post_in(request: Request, session: Session) -> Answer:
    """The team the author chose, of those that support the student."""
    checkin, keys = access_own(session, request)
    place = places.find_place(session, "", list(keys))
    team = next((one for one in place.choices if one.id == request.number("team")), None)
    if checkin.team_id is None and team is not None:
        checkin.team_id = team.id
        session.add(checkin)
        announce.tell_team(session, request, checkin, list(keys))
        keep.note(session, request, "checkins.post_in", checkin, list(keys))
    return confirm.in_place(confirm.say_kept_of(session, request, checkin, keys))


def split(request: Request, session: Session) -> Answer:
    """One check-in on two students becomes two, each without the other's name, each told to its own team."""
    checkin, keys = access_own(session, request)
    if len(keys) < 2:
        raise Refusal("That check-in is on one student already. Nothing was changed.")
    halves = _halves(session, request, checkin, keys)
    checkin.undone_at = request.now
    session.add(checkin)
    announce.take_back(session, request, checkin)
    keep.note(session, request, "checkins.split", checkin, list(keys))
    said = [_keep_half(session, request, checkin, alone, wording) for alone, wording in halves]
    return Reply("Two check-ins are kept.", tuple(block for one in said for block in one.blocks), replaces=True)


def keep_both(request: Request, session: Session) -> Answer:
    """The same words were meant twice."""
    first, keys = access_own(session, request)
    wording = Wording(first.text, first.working, first.topic)
    kept = keep.keep(
        session, request, wording, list(keys), _place_of(session, first, keys), restriction=first.restriction
    )
    return confirm.in_place(confirm.say_kept_of(session, request, kept, keys))


def _halves(
    session: Session, request: Request, checkin: Checkin, keys: AccessToMany
) -> list[tuple[AccessToMany, Wording]]:
    """For each student the words without the others' names."""
    found = []
    for key in keys:
        alone = AccessToMany(request.person, {key.student_id: key})
        shown = shown_to(session, checkin, alone)
        if shown is not None:
            found.append((alone, Wording(shown.text, shown.working, checkin.topic)))
    return found


def _keep_half(session: Session, request: Request, whole: Checkin, alone: AccessToMany, wording: Wording) -> Reply:
    place = _place_of(session, whole, alone)
    kept = keep.keep(session, request, wording, list(alone), place, restriction=whole.restriction)
    return confirm.say_kept_of(session, request, kept, alone)


def _place_of(session: Session, first: Checkin, keys: AccessToMany) -> Place:
    """The team that the first one belongs to, as far as it supports these students too."""
    if first.team_id is not None and all(first.team_id in key.teams for key in keys):
        return Place(teams.get_team(session, first.team_id))
    return places.find_place(session, first.made_in, list(keys))
