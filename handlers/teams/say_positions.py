"""How people choose what they are in a team, how leads are asked for a yes, and what everybody hears. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers import blocks
from handlers.blocks import button, buttons, escape, says
from handlers.conversation import Block, Form, Ids, Reply
from storage.positions import Position, PositionName
from storage.teams import Team

MOST_IN_FORM = 95
NAMES = [(name.value, name.value) for name in PositionName]
NEEDS_YES = "Counselor and psychologist read restricted check-ins, so a lead says yes to them first."


@dataclass(frozen=True, slots=True)
class Held:
    """A member in the form of everybody's positions."""

    person_id: str
    name: str
    position: str  # empty where none is recorded


def choose_form(team: Team, position: Position | None, ids: Ids) -> Form:
    menu = blocks.choice(
        "position", "I am here as", NAMES, start=position.name.value if position else "", hint=NEEDS_YES
    )
    return Form("positions.choose", "My position", (says(f"In *{escape(team.name)}*:"), menu), ids=ids)


def everybody_form(team: Team, members: Sequence[Held], waiting: Sequence[Position], ids: Ids) -> Form:
    made: list[Block] = [says(f"What is everybody in *{escape(team.name)}*?")]
    if waiting:
        asked = ", ".join(f"<@{one.person_id}> ({one.name.value})" for one in waiting[:20])
        made.append(says(f"Waiting for a lead's yes, in your messages and on Home: {asked}"))
    for member in members[:MOST_IN_FORM]:
        made.append(
            blocks.choice(field_of(member.person_id), member.name[:150], NAMES, start=member.position, optional=True)
        )
    if len(members) > MOST_IN_FORM:
        made.append(blocks.small(f"{len(members) - MOST_IN_FORM} more choose theirs on their own Home."))
    return Form("positions.set", "Everybody's positions", tuple(made), ids=ids)


def field_of(person_id: str) -> str:
    return f"position_{person_id}"


def say_chosen(team: Team, position: Position) -> Reply:
    """To whoever chose."""
    words = f"Thank you. In *{escape(team.name)}* you are: *{position.name.value}*."
    if position.agreed_by is None:
        words += " One of its leads says yes first, since that position reads restricted check-ins. I have asked them."
    ids = {"team": team.id}
    return Reply("Your position is recorded.", (says(words),), said="positions.chosen", ids=ids)


def say_asked(team: Team, position: Position) -> Reply:
    """To a lead."""
    words = (
        f"<@{position.person_id}> says: I am the *{position.name.value}* in *{escape(team.name)}*. "
        "A lead's yes lets them read the team's restricted check-ins."
    )
    return Reply("A position waits for your yes.", (says(words), ask_buttons(position)))


def ask_buttons(position: Position) -> Block:
    ids: dict[str, int | str] = {
        "team": position.team_id,
        "person": position.person_id,
        "position": position.name.value,
    }
    return buttons(button("Yes", "positions.agree", ids, style="primary"), button("Not so", "positions.decline", ids))


def say_decided(team: Team, person_id: str, position: Position | None, asked: str) -> Reply:
    """To the lead who pressed, and to the one who pressed after another had: what is true now."""
    if position is not None and position.agreed_by is not None:
        words = f"<@{person_id}> is *{position.name.value}* in *{escape(team.name)}*. <@{position.agreed_by}> said yes."
    else:
        words = f"<@{person_id}> is not recorded as {asked} in *{escape(team.name)}*. They can choose again any time."
    ids: dict[str, int | str] = {"team": team.id, "person": person_id, "position": asked}
    return Reply("Settled.", (says(words),), said="positions.decided", ids=ids, replaces=True)


def say_answer(team: Team, name: str, by: str, *, agreed: bool) -> Reply:
    """To whoever had chosen."""
    if agreed:
        words = f"<@{by}> said yes: you are the *{name}* in *{escape(team.name)}*."
    else:
        words = (
            f"<@{by}> did not agree that you are the {name} in *{escape(team.name)}*, so no position is recorded for "
            "you there. Have a word with them, or choose another one on my Home."
        )
    return Reply("An answer about your position.", (says(words),))
