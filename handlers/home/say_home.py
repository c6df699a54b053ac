"""How Home greets, and the plain statements at its end. Pure."""

from collections.abc import Sequence

from handlers.blocks import button, buttons, heading, line, says, small
from handlers.conversation import Block

STATEMENTS = (
    "What you write here is a school record; a family may ask to read it. Write what you would say with them in the "
    "room.",
    "Roundtable does not write IEPs or 504 plans: what it holds is a working copy, with its source and date.",
    "It does not judge risk, and nobody is watching it around the clock. Reporting a child in danger is each person's "
    "own duty and is never done by telling Roundtable.",
    "A reading of a chart is a prompt for the team. Erasing here does not erase Slack's copy.",
)


def hello(person_id: str, *, has_teams: bool, is_lead: bool) -> list[Block]:
    if has_teams:
        made = [button("New check-in", "checkins.ask", {}, style="primary")]
        made.append(button("New follow-up", "followups.add", {}))
        made += [button("Add a student", "students.ask", {})] if is_lead else []
        made.append(button("I will be away", "leave.ask#top", {}))
        ask = small("Ask me anything about your students in *Messages*: “who owns follow-up for …?”")
        return [says(f"*Hello, <@{person_id}>.*"), buttons(*made), ask]
    return [
        says(f"*Hello, <@{person_id}>.* You are in no student-support team yet."),
        says(
            "*Your school has teams already?* Ask a team's lead to add you to its private channel; your students then "
            "appear here.\n"
            "*Starting one?* Make a private channel with the student's colleagues, invite me there with "
            "`/invite @Roundtable`, and press *Set up this team*."
        ),
    ]


def nothing_here() -> list[Block]:
    """For guests and people of another workspace."""
    return [says("*Hello.* Roundtable is for the staff of this school's own workspace. There is nothing for you here.")]


def statements() -> list[Block]:
    return [line(), small(*STATEMENTS)]


def title(words: str) -> list[Block]:
    return [line(), heading(words)]


def choose_page(wanted: int, total: int, per_page: int) -> int:
    """A page that there is: lists grow shorter between two looks."""
    return max(0, min(wanted, (total - 1) // per_page))


def page_buttons(name: str, page: int, shown: int, total: int, per_page: int, other: dict[str, int]) -> Sequence[Block]:
    """What leads to the rest of a long list; nothing where all of it is shown. `other` keeps the other list's page."""
    if total <= per_page:
        return []
    made = []
    if page:
        made.append(button("Earlier", f"home.turn#{name}-earlier", {**other, name: page - 1}))
    if (page + 1) * per_page < total:
        made.append(button("More", f"home.turn#{name}-more", {**other, name: page + 1}))
    first = page * per_page + 1
    return [small(f"{first} to {first + shown - 1} of {total}"), *([buttons(*made)] if made else [])]
