"""The forms about roles: set one, end one, add a duty of the school's own. Pure."""

from collections.abc import Sequence

from handlers import blocks
from handlers.blocks import escape, says, small
from handlers.conversation import Block, Form, Ids
from handlers.rules.chart import Row
from handlers.say_chart import say_adult

SET = "roles.set"
END = "roles.end"
ADD_DUTY = "roles.keep_duty"
LONGEST_DECIDED = 500
LONGEST_DUTY = 60
GOES_ON, IS_OVER = "goes on", "over"
MANAGES = "The case manager reads the restricted check-ins about this student."


def set_form(ids: Ids, name: str, *, row: Row | None, duties: Sequence[str], is_manager: bool) -> Form:
    """`row`: the duty it was opened for, as it stands; None: one of `duties` is to be chosen."""
    head: list[Block] = [says(f"*{escape(name)}*" + (f"  ·  {escape(row.duty)}" if row else ""))]
    if row is not None and row.holder:
        head.append(
            small(f"Until now: {say_adult(row.holder)}" + (f", backup {say_adult(row.backup)}" * bool(row.backup)))
        )
    if is_manager:
        head.append(small(MANAGES))
    choose = [] if row else [blocks.choice("duty", "Duty", [(duty, duty) for duty in duties[:100]])]
    made = (
        *head,
        *choose,
        blocks.person("holder", "Who carries it", start=row.holder.person_id if row and not row.gap else ""),
        blocks.person("backup", "Backup", start=row.backup.person_id if row else "", optional=True),
        blocks.field(
            "decided",
            "Where was it decided?",
            optional=True,
            most=LONGEST_DECIDED,
            hint="A link to the message, or a word: huddle of 3 September.",
        ),
        *([blocks.buttons(blocks.button("End this duty", END, ids))] if row and row.holder else []),
    )
    return Form(SET, "Set a duty", made, ids=ids)


def end_form(ids: Ids, name: str, row: Row) -> Form:
    options = [
        (GOES_ON, "It still needs somebody: show it as a gap"),
        (IS_OVER, "The student does not need it any more"),
    ]
    made = (
        says(f"*{escape(name)}*  ·  {escape(row.duty)}: {say_adult(row.holder)} no longer carries it."),
        blocks.choice("why", "What becomes of the duty", options, start=GOES_ON),
        small("The history keeps who held it and when."),
    )
    return Form(END, "End a duty", made, submit="End it", ids=ids, replaces=True)


def duty_form(ids: Ids, school_name: str, there: Sequence[str]) -> Form:
    """`there`: what the school has added already."""
    made = (
        says(
            f"A standing duty for the charts of *{escape(school_name)}*: what somebody does for a student, lastingly."
        ),
        *([small(f"Added so far: {escape(', '.join(there)[:1000])}")] if there else []),
        blocks.field(
            "name",
            "Duty",
            most=LONGEST_DUTY,
            example="swim helper",
            hint="All teams of the school read it, so it names no student.",
        ),
    )
    return Form(ADD_DUTY, "Add a duty", made, submit="Add", ids=ids)
