"""The card of a team in its channel: first an offer, then what the team is and what comes next. Pure."""

from dataclasses import dataclass

from handlers.blocks import button, buttons, escape, line, says, small
from handlers.conversation import Block, Reply
from handlers.rules.channel_safety import Unfit
from handlers.rules.huddle_times import say_huddle
from handlers.teams.say_unfit import WHY_NOT_HERE
from handlers.teams.time_zones import label
from storage.teams import Appear, Team

HELLO = (
    "*Hello, I am Roundtable.* I keep a quick shared record for the adults who support one student: short check-ins, "
    "who promised what, and an answer to “who owns follow-up?”"
)
RECORD = (
    "What you write here is a school record; a family may ask to read it. Write what you would say with them in the "
    "room."
)
NOT_PLANS = "I do not write IEPs or 504 plans: what I hold is your working copy between meetings."

_APPEARS = {
    Appear.THREAD: "It appears here, in one thread per student and week. Answer colleagues in that thread.",
    Appear.CHANNEL: "It appears here as a message of its own. Answer colleagues in its thread.",
    Appear.RECORD: "It is kept on record and not posted here, as your leads have chosen.",
}


@dataclass(frozen=True, slots=True)
class TeamCard:
    """What the card tells of a team. `school` is its name, `leads` are Slack user ids."""

    team: Team
    school: str
    leads: tuple[str, ...]


def say_offer() -> Reply:
    """In a channel that may become a team."""
    made = (
        says(HELLO),
        says(
            "Is this channel a student-support team? Then one of you sets it up, in about a minute. "
            "Everybody in the channel can read about the students you add."
        ),
        buttons(button("Set up this team", "teams.set_up", {}, style="primary")),
        small(NOT_PLANS),
    )
    return Reply("Hello, I am Roundtable. Set up this team?", made)


def say_refused(reason: Unfit) -> Reply:
    """In a channel that may not."""
    return Reply("This channel cannot be a team.", (says(HELLO), says(WHY_NOT_HERE[reason])))


def say_set_up(card: TeamCard) -> Reply:
    """The card once the team stands."""
    team = card.team
    facts = "\n".join(
        (
            f"*School:* {escape(card.school)}",
            f"*Huddle:* {say_huddle(team.huddle_day, team.huddle_time)}, {team.huddle_minutes} minutes "
            f"({escape(label(team.time_zone))})",
            f"*Leads:* {say_people(card.leads)}",
        )
    )
    ids = {"team": team.id}
    made = (
        says(f"*This team is set up: {escape(team.name)}*"),
        says(facts),
        says(
            "*What comes next*\n"
            "1. A lead adds the students: `/student add`, or a CSV file dropped into my direct messages.\n"
            "2. Everybody chooses their position, with the button below or on my Home.\n"
            "3. Somebody writes the first check-in: `/checkin`."
        ),
        buttons(
            button("My position", "positions.choose", ids),
            button("Everybody's positions", "positions.set", ids),
            button("Team settings", "teams.settings", ids),
        ),
    )
    return Reply("This team is set up.", made)


def say_how_it_works(team: Team) -> Reply:
    """Once, to everybody in the channel."""
    made: tuple[Block, ...] = (
        says(f"*Welcome to {escape(team.name)}.* How it works:"),
        says(
            "• *Saw something?* `/checkin Name: finished 2 of 3 tasks with the timer #win` keeps it at once; "
            f"`/checkin` alone opens a form. {_APPEARS[team.appear]}\n"
            "• *Start with strengths.* Small wins count, yours too.\n"
            "• *Who can read it?* The people in this channel, and the student's other teams. Who leaves the channel "
            "can read nothing more.\n"
            "• *Your own page* is my Home: click my name, then Home."
        ),
        line(),
        small(RECORD),
        small(NOT_PLANS),
    )
    return Reply("This team is set up: how it works.", made)


def say_what_works() -> Reply:
    """To somebody who calls the bot by name in a team's channel."""
    words = (
        "Hello! What works now:\n"
        "• `/checkin Name: finished 2 of 3 tasks #win` keeps a quick update\n"
        "• `/followup Name: send the log home @lopez by friday` promises something\n"
        "• `/whoowns Name`, or a question to me here: who owns follow-up, who calls home, what is overdue\n"
        "• `/student` shows the students you support\n"
        "• my Home shows your teams, your students and your own check-ins"
    )
    return Reply("What works now.", (says(words),))


def say_back(card: TeamCard) -> Reply:
    """When the bot returns to a channel that is a team already."""
    words = (
        f"*I am back.* {escape(card.team.name)} is as you left it: its students, its check-ins and its leads "
        f"({say_people(card.leads)}) are all here."
    )
    made = (says(words), buttons(button("Team settings", "teams.settings", {"team": card.team.id})))
    return Reply("I am back, and this team is as you left it.", made)


def say_already(card: TeamCard) -> Reply:
    """To whoever presses second."""
    words = (
        f"This team is set up already: *{escape(card.team.name)}*, by <@{card.team.set_up_by}>. "
        f"There is nothing left to do for you; its leads ({say_people(card.leads)}) can change it."
    )
    return Reply("This team is set up already.", (says(words),), said="teams.already", ids={"team": card.team.id})


def say_people(person_ids: tuple[str, ...]) -> str:
    return ", ".join(f"<@{person_id}>" for person_id in person_ids) or "nobody yet"
