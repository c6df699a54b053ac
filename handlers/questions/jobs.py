"""What somebody is supposed to be doing: the follow-ups they promised and the roles they hold."""

from collections.abc import Sequence

from handlers import chart_of
from handlers.blocks import escape, says, small
from handlers.conversation import Block, Reply
from handlers.questions.asking import Asking
from handlers.questions.lists import list_promises
from handlers.questions.replies import fit
from handlers.shown import show
from storage import followups
from storage.roles import RoleHolder

MOST_STUDENTS = 30


def answer_duties_of(asking: Asking) -> Reply:
    person_id = asking.carried.staff[0] if asking.carried.staff else asking.reader
    promised = followups.list_open_of(asking.session, asking.keys, person_id)
    held = chart_of.list_duties_of(asking.session, list(asking.keys), person_id)
    whose = "Yours" if person_id == asking.reader else f"With <@{person_id}>"
    if not promised and not held:
        return Reply("Nothing is recorded.", (says(f"*{whose}{_say_for(asking)}*: no open follow-ups and no roles."),))
    made = [says(f"*{whose}{_say_for(asking)}*"), *list_promises(asking, promised), *_roles(asking, held)]
    return Reply("Here is what is to be done.", fit(made))


def _roles(asking: Asking, held: Sequence[RoleHolder]) -> list[Block]:
    if not held:
        return [small("No roles.")]
    roles: dict[int, list[str]] = {}
    for row in held:
        roles.setdefault(row.student_id, []).append(row.role)
    shown = [asking.keys.keys[one] for one in list(roles)[:MOST_STUDENTS]]
    names = show(asking.session, shown, asking.team)
    lines = [f"• *{escape(name)}*: {escape(', '.join(roles[one]))}" for one, name in names.items()]
    if len(roles) > MOST_STUDENTS:
        lines.append(f"… and for {len(roles) - MOST_STUDENTS} more students. Ask about one of them by name.")
    return [says("*Roles*\n" + "\n".join(lines))]


def _say_for(asking: Asking) -> str:
    if not asking.carried.is_about_one:
        return ""
    return f" for {escape(asking.name(asking.listed[0]))}"
