"""The forms about a student: add one, and change their names. Pure."""

from collections.abc import Sequence

from handlers import blocks
from handlers.blocks import says, small
from handlers.conversation import Block, Form, Ids
from handlers.students.typed import GRADES, LONGEST_NAME, PLANS, Typed

ADD = "students.add"
RENAME = "students.rename"


def add_form(
    ids: Ids, typed: Typed | None = None, *, team_name: str = "", teams: Sequence[tuple[str, str]] = (), twin: str = ""
) -> Form:
    """`teams`: to choose from, where it is not clear which. `twin`: the shown name of a student already there."""
    typed = typed or Typed()
    head = (
        says(f"There is already a *{blocks.escape(twin)}* on this team. Is this another student? Then send it again.")
        if twin
        else says(f"Added to *{blocks.escape(team_name)}*, and seen by that team alone." if team_name else _WHICH_TEAM)
    )
    choose = [blocks.choice("team", "Team", teams)] if teams else []
    made = (
        head,
        *choose,
        *_names(typed),
        blocks.choice("grade", "Grade", GRADES, start=typed.grade, optional=True),
        blocks.tick("plan", "Plan", [(plan, plan) for plan in PLANS], start=typed.plan.split(", ")),
        blocks.field(
            "school_ref", "School ID", start=typed.school_ref, most=LONGEST_NAME, optional=True, hint=_ABOUT_ID
        ),
        blocks.person("manager", "Case manager", start=typed.manager_id, optional=True, hint=_ABOUT_MANAGER),
    )
    return Form(ADD, "Add a student", made, submit="Add another" if twin else "Add", ids=ids, replaces=bool(twin))


def rename_form(ids: Ids, typed: Typed, team_name: str) -> Form:
    remove = blocks.button(
        "Remove from team",
        "students.remove",
        ids,
        style="danger",
        asks=("Remove from this team?", f"{team_name} no longer sees this student. The record itself stays."),
    )
    made = (*_names(typed), small("The names count for all teams of the student."), blocks.buttons(remove))
    return Form(RENAME, "Change a student", made, ids=ids)


def _names(typed: Typed) -> list[Block]:
    return [
        blocks.field("first_name", "First name", start=typed.first_name, most=LONGEST_NAME),
        blocks.field("last_name", "Last name", start=typed.last_name, most=LONGEST_NAME),
        blocks.field(
            "preferred_name",
            "Preferred name",
            start=typed.preferred_name,
            most=LONGEST_NAME,
            optional=True,
            hint="Shown in place of the first name.",
        ),
        blocks.field(
            "nicknames",
            "Nicknames",
            start="; ".join(typed.nicknames),
            most=400,
            optional=True,
            hint="Other names colleagues write, parted by semicolons: Bat; Barty",
        ),
    ]


_WHICH_TEAM = "Seen by the team you choose, and by nobody else."
_ABOUT_ID = "The school's own number for the student, if you have it."
_ABOUT_MANAGER = "Reads the restricted check-ins about this student."
