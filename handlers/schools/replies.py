"""The list of schools and the form of one. Pure."""

from collections.abc import Sequence

from handlers import blocks
from handlers.blocks import button, escape, says
from handlers.conversation import Block, Form
from handlers.rules.huddle_times import say_time
from storage.schools import School, ShownAs

ON_A_PAGE = 40
SHOWN = (
    (ShownAs.FIRST_INITIAL.value, "First name and last initial: Maya T."),
    (ShownAs.INITIALS.value, "Initials: M.T."),
    (ShownAs.FULL.value, "Full name: Maya Tern"),
    (ShownAs.SCHOOL_ID.value, "School ID: 10342"),
)
DATES = (("month", "Month first: 3/4 is March 4"), ("day", "Day first: 3/4 is 3 April"))


def schools_form(schools: Sequence[School], page: int) -> Form:
    """All schools, a page at a time, each with its button."""
    shown = schools[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    made = [block for school in shown for block in _school_blocks(school)]
    turns = [button("Add a school", "schools.add", {}, style="primary")]
    if page:
        turns.append(button("Earlier", "schools.list", {"page": page - 1, "turn": 1}))
    if len(schools) > (page + 1) * ON_A_PAGE:
        turns.append(button("More", "schools.list", {"page": page + 1, "turn": 1}))
    head = says("Each team belongs to one school." if schools else "There is no school yet. Add the first one.")
    made_all = (head, *made, blocks.buttons(*blocks.apart(turns)))
    return Form("schools.list", "Schools", made_all, submit="", close="Close")


def _school_blocks(school: School) -> tuple[Block, Block]:
    return (
        says(f"*{escape(school.name)}*\n{say_time(school.opens_at)} to {say_time(school.closes_at)}"),
        blocks.buttons(
            button("Change", "schools.edit", {"school": school.id}),
            button("School calendar", "calendar.show", {"school": school.id}),
            button("Add a duty", "roles.add_duty", {"school": school.id}),
        ),
    )


def school_form(school: School) -> Form:
    """A new school has no id yet."""
    is_new = school.id is None
    made = (
        blocks.field("name", "Name", start=school.name, most=100),
        blocks.clock_time("opens_at", "School hours begin", start=f"{school.opens_at:%H:%M}"),
        blocks.clock_time("closes_at", "School hours end", start=f"{school.closes_at:%H:%M}"),
        blocks.choice(
            "shown_as",
            "Students are shown by",
            SHOWN,
            start=school.shown_as.value,
            hint="Initials are still a record of the child. A team may show less than its school does.",
        ),
        blocks.choice("dates", "Dates written in numbers", DATES, start="day" if school.day_first else "month"),
        blocks.field(
            "crisis_text",
            "Crisis text",
            start=school.crisis_text,
            lines=True,
            optional=True,
            most=2000,
            hint="Shown at once to whoever writes words that sound like a child in danger: whom to call, and how. "
            "Left empty, Roundtable's own short text is shown.",
        ),
    )
    title, ids = ("Add a school", {}) if is_new else ("Change a school", {"school": school.id})
    return Form("schools.keep", title, made, submit="Add" if is_new else "Save", ids=ids)
