"""When a team meets, and who is in focus then."""

from collections.abc import Sequence

from handlers import doors, next_huddle
from handlers.blocks import escape, says
from handlers.conversation import Reply
from handlers.questions.asking import Asking
from handlers.questions.replies import fit
from handlers.shown import show
from storage import teams
from storage.access import Access, AccessToMany
from storage.teams import Team

MOST_TEAMS = 20
NO_TEAM = "You are on no team here yet, so no huddle is planned."


def answer_huddle(asking: Asking) -> Reply:
    found = _list_teams(asking)
    if not found:
        return Reply(NO_TEAM)
    return Reply("Here is when you meet.", fit([says("\n".join(_say(asking, team) for team in found))]))


def answer_focus(asking: Asking) -> Reply:
    found = _list_teams(asking)
    if not found:
        return Reply(NO_TEAM)
    lines = "\n".join(f"{_say(asking, team)}\n{_say_focus(asking, team)}" for team in found)
    return Reply("Here is whose turn it is.", fit([says(lines)]))


def _list_teams(asking: Asking) -> Sequence[Team]:
    """The channel's team, else those of the students it is about."""
    if asking.team is not None:
        return [asking.team]
    shared = sorted(frozenset[int]().union(*(key.teams for key in asking.keys)))
    found = teams.get_teams(asking.session, shared)
    here = [team for team in found if team.channel_id == asking.request.channel]
    return here or sorted(found, key=lambda team: team.name)[:MOST_TEAMS]


def _say(asking: Asking, team: Team) -> str:
    when = next_huddle.say_next(asking.session, team, asking.request.now)
    return f"• *{escape(team.name)}*: {when}, {team.huddle_minutes} minutes"


def _say_focus(asking: Asking, team: Team) -> str:
    keys = _keys_to(asking, team)
    found = next_huddle.find_focus(asking.session, keys, team, asking.request.now)
    if found is None:
        return "Nobody is in the queue yet."
    student_id, is_now = found
    name = escape(_name(asking, keys.keys[student_id], team))
    return f"In focus now: *{name}*" if is_now else f"Next in focus: *{name}*. `/focus` shows the queue."


def _keys_to(asking: Asking, team: Team) -> AccessToMany:
    """The team's students, as far as whoever reads this may see them."""
    if asking.team is not None:
        return doors.access_for_clock(asking.session, asking.request, team, None)
    able = doors.access_to_look_over(asking.session, asking.request)
    return AccessToMany(able.person, {one: key for one, key in able.keys.items() if team.id in key.teams})


def _name(asking: Asking, key: Access, team: Team) -> str:
    return show(asking.session, [key], asking.team and team)[key.student_id]
