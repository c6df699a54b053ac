"""The follow-up's forms. Pure: what stands in them is given, what comes back is read elsewhere."""

from dataclasses import dataclass
from datetime import date

from handlers import blocks
from handlers.conversation import Block, Form, Ids
from handlers.followups.reading import MOST_CHARACTERS
from handlers.rules.due import say_day

NOBODY = [("nobody", "Nobody has it yet: ask the team")]


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the form when it opens. `students` gives a menu of these alone."""

    student: tuple[str, str] | None = None  # (id, shown name)
    text: str = ""
    owner: str = ""
    due: str = ""
    repeats: str = ""


def promise_form(
    filled: Filled, ids: Ids, *, notice: str = "", students: tuple[tuple[str, str], ...] = (), replaces: bool = False
) -> Form:
    """The form of /followup. `notice` stands on top; `students` where a check-in decides whom it can be about."""
    made: list[Block] = [blocks.says(notice)] if notice else []
    if students:
        made.append(blocks.choice("student", "Student", students, start=students[0][0]))
    else:
        made.append(blocks.search("student", "Student", start=[filled.student] if filled.student else ()))
    made += _what(filled)
    made += [
        blocks.person("owner", "Owner", start=filled.owner, optional=True, hint="Left empty: you."),
        blocks.tick("nobody", "Or", NOBODY),
        blocks.day("due", "Due", start=filled.due, optional=True, hint="Left empty: the team's next huddle day."),
        _repeats(filled.repeats),
    ]
    return Form("followups.promise", "Follow-up", tuple(made), submit="Promise it", ids=ids, replaces=replaces)


def edit_form(filled: Filled, ids: Ids) -> Form:
    made = (
        *_what(filled),
        blocks.person("owner", "Owner", start=filled.owner, optional=not filled.owner),
        blocks.day("due", "Due", start=filled.due),
        _repeats(filled.repeats),
    )
    return Form("followups.change", "Edit follow-up", made, ids=ids)


def hand_over_form(ids: Ids, *, says_who: str) -> Form:
    made = (
        blocks.says(says_who),
        blocks.person("owner", "To whom?"),
        blocks.field("word", "A word with it", optional=True, most=500, lines=True),
    )
    return Form("followups.give", "Hand over", made, submit="Hand over", ids=ids)


def snooze_form(ids: Ids, *, tomorrow: date, next_week: date, due_on: date) -> Form:
    choices = [
        ("tomorrow", f"Tomorrow: {say_day(tomorrow)}"),
        ("next_week", f"Next week: {say_day(next_week)}"),
        ("day", "Another day"),
    ]
    made = (
        blocks.choice("until", "Say nothing of it until", choices, start="tomorrow"),
        blocks.day("day", "Another day", optional=True),
        blocks.small(f"It stays due {say_day(due_on)}: to change that, close this and press *Edit*."),
    )
    return Form("followups.sleep", "Snooze", made, submit="Snooze", ids=ids)


def _what(filled: Filled) -> list[Block]:
    example = "Send home the reading log"
    return [
        blocks.field(
            "follow_up", "What is promised?", start=filled.text, lines=True, most=MOST_CHARACTERS, example=example
        )
    ]


def _repeats(start: str) -> Block:
    example = "every friday until winter break"
    return blocks.field("repeats", "Comes again", start=start, optional=True, most=120, example=example)
