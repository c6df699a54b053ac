"""Home's part about teams: those one is in, what waits for a lead's word, and channels that could become one."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from handlers import next_huddle
from handlers.blocks import button, buttons, escape, says
from handlers.conversation import Block, Request
from handlers.home.say_home import choose_page, page_buttons, title
from handlers.rules.channel_safety import Unfit
from handlers.shown import show
from storage import people, positions, teams
from storage.access import AccessToMany
from storage.people import Person
from storage.positions import Position
from storage.teams import Team

TEAMS_ON_A_PAGE = 8
MOST_WAITING = 5
MOST_CHANNELS = 5
_WAITS = {
    Unfit.GONE: "I am not in its channel any more",
    Unfit.ARCHIVED: "its channel is archived",
    Unfit.PUBLIC: "its channel is public",
    Unfit.SHARED: "its channel is shared with another organization",
    Unfit.GUEST: "a guest is in its channel",
}


@dataclass(frozen=True, slots=True)
class Mine:
    """A team that this person is in."""

    team: Team
    is_lead: bool
    position: Position | None
    paused_because: str


def list_my_teams(session: Session, request: Request) -> list[Mine]:
    person = people.find_person(session, request.person) or Person(id=request.person)
    channel_ids = people.list_channels_of(session, person.id)
    paused = {channel.id: channel.paused_because for channel in people.find_channels(session, channel_ids)}
    led = teams.list_led_by(session, person.id)
    return [
        Mine(
            team,
            team.id in led,
            positions.find_position(session, team.id, person.id, person.email),
            paused.get(team.channel_id, ""),
        )
        for team in teams.find_teams_in(session, channel_ids)
    ]


def my_teams(session: Session, request: Request, mine: Sequence[Mine], able: AccessToMany) -> list[Block]:
    """A page of them; those one leads come first. `able`: this person's keys."""
    if not mine:
        return []
    ordered = sorted(mine, key=lambda one: not one.is_lead)
    page = choose_page(request.number("teams"), len(ordered), TEAMS_ON_A_PAGE)
    shown = ordered[page * TEAMS_ON_A_PAGE : (page + 1) * TEAMS_ON_A_PAGE]
    made = [block for one in shown for block in say_team(one, _say_huddle(session, request, able, one.team))]
    other = {"students": request.number("students")}
    turns = page_buttons("teams", page, len(shown), len(ordered), TEAMS_ON_A_PAGE, other)
    return [*title("My teams"), *made, *turns]


def say_team(mine: Mine, huddle: str) -> list[Block]:
    team, ids = mine.team, {"team": mine.team.id}
    words = [
        f"*{escape(team.name)}*  ·  <#{team.channel_id}>" + ("  ·  you lead it" if mine.is_lead else ""),
        huddle,
        f"Your position: {say_position(mine.position)}",
    ]
    if mine.is_lead and mine.paused_because:
        words.append(f":warning: Posts about its students wait: {_WAITS[Unfit(mine.paused_because)]}.")
    made = [button("My position", "positions.choose", ids)]
    if mine.is_lead:
        made.append(button("Everybody's positions", "positions.set", ids))
        made.append(button("Team settings", "teams.settings", ids))
    return [says("\n".join(words)), buttons(*made)]


def _say_huddle(session: Session, request: Request, able: AccessToMany, team: Team) -> str:
    """This week's: "Next huddle: Wednesday, 16 September at 3:15 PM, on *Maya T.*"."""
    keys = AccessToMany(able.person, {one: key for one, key in able.keys.items() if team.id in key.teams})
    found = next_huddle.find_focus(session, keys, team, request.now)
    name = escape(show(session, [keys.keys[found[0]]])[found[0]]) if found is not None else ""
    if found is not None and found[1]:
        return f"In today's huddle: *{name}*"
    line = f"Next huddle: {next_huddle.say_next(session, team, request.now)}"
    return f"{line}, on *{name}*" if name else line


def say_position(position: Position | None) -> str:
    if position is None:
        return "not chosen yet"
    return position.name.value if position.agreed_by else f"{position.name.value}, waiting for a lead's yes"


def waiting_positions(session: Session, mine: Sequence[Mine]) -> list[Block]:
    """What members of the teams one leads have chosen, and what needs a lead's yes."""
    found = [
        (one.team, position)
        for one in mine
        if one.is_lead
        for position in positions.list_waiting(session, one.team.id)
        if people.is_member(session, one.team.channel_id, position.person_id)
    ]
    if not found:
        return []
    made = [block for team, position in found[:MOST_WAITING] for block in _say_waiting(team, position)]
    return [*title("Waiting for your word"), *made]


def channels_to_set_up(session: Session, request: Request) -> list[Block]:
    """Private channels one shares with the bot that are no team yet: the card there may have been missed."""
    found = people.find_channels(session, people.list_channels_of(session, request.person))
    taken = {team.channel_id for team in teams.find_teams_in(session, [channel.id for channel in found])}
    free = [one for one in found if one.is_private and not one.is_shared and not one.is_archived and one.has_bot]
    offered = [one for one in free if one.id not in taken][:MOST_CHANNELS]
    if not offered:
        return []
    made = [
        button(f"Set up #{channel.name}", f"teams.set_up#{channel.id}", {"channel": channel.id}) for channel in offered
    ]
    return [*title("Channels that could be a team"), buttons(*made)]


def _say_waiting(team: Team, position: Position) -> list[Block]:
    name = position.name.value
    words = (
        f"<@{position.person_id}> says: I am the *{name}* in *{escape(team.name)}*. "
        "A lead's yes lets them read its restricted check-ins."
    )
    ids: dict[str, int | str] = {"team": team.id, "person": position.person_id, "position": name, "home": 1}
    yes = button("Yes", "positions.agree", ids, style="primary")
    return [says(words), buttons(yes, button("Not so", "positions.decline", ids))]
