"""`/focus`: who is next and why, and the words that change it: pin, skip, swap."""

from sqlmodel import Session

from handlers import doors, huddle_turns, next_huddle
from handlers.conversation import Answer, Refusal, Request
from handlers.huddles import replies
from handlers.huddles.begin import today_in
from handlers.huddles.place import get_own_team, get_plan, keys_in
from handlers.huddles.say_queue import Standing, say_help, say_queue
from handlers.named import ask_which, read_named
from handlers.rules.rotation import Queue, Why
from handlers.shown import show
from storage import audit, huddle_wishes, huddles
from storage.access import Access
from storage.huddle_plans import HuddlePlan
from storage.huddle_wishes import ANY_WEEK, HuddleWish, WishKind
from storage.teams import Team

ALONE = "There is nobody to swap with: a team needs two students for that."
HAD_TURN = (
    "They have had their turn this round, and everybody's comes before anybody's second. A pin waits for the next."
)


def focus(request: Request, session: Session) -> Answer:
    """The queue, for the asker's eyes."""
    team = get_own_team(session, request)
    return _say(session, request, team, get_plan(session, team))


def help_out(request: Request, session: Session) -> Answer:
    """`/focus` with words it does not know."""
    get_own_team(session, request)
    return say_help(request.words)


def pin(request: Request, session: Session) -> Answer:
    """Soon: first among those who had no turn this round."""
    return _wish(session, request, WishKind.PIN)


def unpin(request: Request, session: Session) -> Answer:
    """As if nobody had pinned them."""
    team = get_own_team(session, request)
    key = _read_student(session, request, "huddles.unpin")
    if not isinstance(key, Access):
        return key
    _must_support(key, team)
    huddle_wishes.drop_wishes(session, team.id, [WishKind.PIN], student_id=key.student_id, week=None)
    return _changed(session, request, team, key, "huddles.unpin")


def skip(request: Request, session: Session) -> Answer:
    """Not this week: whoever is named, or who is next."""
    if not _words(request) and not request.number("student"):
        return _wish_for(session, request, WishKind.SKIP, place=0)
    return _wish(session, request, WishKind.SKIP)


def swap(request: Request, session: Session) -> Answer:
    """Whoever is named takes this week, or the second does; the one who was next comes after."""
    if not _words(request) and not request.number("student"):
        return _wish_for(session, request, WishKind.TAKE, place=1)
    return _wish(session, request, WishKind.TAKE)


def _wish(session: Session, request: Request, kind: WishKind) -> Answer:
    team = get_own_team(session, request)
    key = _read_student(session, request, f"huddles.{'swap' if kind == WishKind.TAKE else kind.value}")
    if not isinstance(key, Access):
        return key
    _must_support(key, team)
    return _keep(session, request, team, key, kind)


def _wish_for(session: Session, request: Request, kind: WishKind, *, place: int) -> Answer:
    """For whoever stands in that place of the queue."""
    team = get_own_team(session, request)
    keys = keys_in(session, request, team)
    queue = _line_up(session, request, team, get_plan(session, team))
    waiting = [one for one in queue.places if one.why not in (Why.SKIPPED, Why.HAD)]
    if len(waiting) <= place:
        raise Refusal(ALONE if waiting else replies.NOBODY)
    return _keep(session, request, team, keys.keys[waiting[place].student_id], kind)


def _keep(session: Session, request: Request, team: Team, key: Access, kind: WishKind) -> Answer:
    plan = get_plan(session, team)
    if kind == WishKind.TAKE:
        if _why_of(_line_up(session, request, team, plan), key) == Why.HAD:
            raise Refusal(HAD_TURN)
        huddle_wishes.drop_wishes(session, team.id, [WishKind.TAKE], student_id=None, week=plan.week)
        huddle_wishes.drop_wishes(session, team.id, [WishKind.SKIP], student_id=key.student_id, week=plan.week)
    week = ANY_WEEK if kind == WishKind.PIN else plan.week
    made = HuddleWish(
        team_id=team.id,
        student_id=key.student_id,
        kind=kind,
        week=week,
        made_by=request.person,
        made_at=request.now,
    )
    huddle_wishes.wish(session, made)
    return _changed(session, request, team, key, f"huddles.{kind.value}")


def _changed(session: Session, request: Request, team: Team, key: Access, action: str) -> Answer:
    audit.note(
        session,
        request.now,
        request.person,
        action,
        access=key,
        object_id=f"team:{team.id}",
        channel_id=request.channel,
    )
    return _say(session, request, team, get_plan(session, team))


def _say(session: Session, request: Request, team: Team, plan: HuddlePlan) -> Answer:
    keys = keys_in(session, request, team)
    queue = _line_up(session, request, team, plan)
    names = show(session, list(keys))
    standing = [Standing(names[one.student_id], one.why, one.last_turn) for one in queue.places]
    live = huddles.find_live(session, team.id)
    now = names.get(live.focus_id or 0, "") if live is not None else ""
    when = next_huddle.say_from(session, team, plan.week)
    return say_queue(team.name, team.id, when, standing, team.time_zone, focus_now=now)


def _line_up(session: Session, request: Request, team: Team, plan: HuddlePlan) -> Queue:
    keys = keys_in(session, request, team)
    return huddle_turns.line_up_team(session, keys, plan, plan.week, today_in(team, request))


def _why_of(queue: Queue, key: Access) -> Why | None:
    return next((one.why for one in queue.places if one.student_id == key.student_id), None)


def _read_student(session: Session, request: Request, verb: str) -> Access | Answer:
    """The student a button was about or the words name; else what to ask back."""
    if request.number("student"):
        return doors.access_student(session, request, request.number("student"))
    words = _words(request)
    if not words:
        raise Refusal(replies.NAME_SOMEBODY)
    named = read_named(session, request, words)
    return named.key or ask_which(session, named, verb, {"channel": request.channel})


def _must_support(key: Access, team: Team) -> None:
    if team.id not in key.teams:
        raise Refusal(doors.NOT_FOUND)


def _words(request: Request) -> str:
    """What was typed after the first word."""
    _, _, rest = request.words.strip().partition(" ")
    return rest.strip()
