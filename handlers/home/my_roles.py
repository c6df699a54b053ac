"""Home's part about the roles one holds: each duty with the students it is for."""

from collections import defaultdict

from sqlmodel import Session

from handlers.blocks import escape, says
from handlers.conversation import Block
from handlers.home.say_home import title
from handlers.shown import show
from storage import roles
from storage.access import AccessToMany
from storage.people import Person

MOST_NAMED = 12  # students by name for one duty; who has more has a list of them in /student


def my_roles(session: Session, keys: AccessToMany, person: Person) -> list[Block]:
    held = roles.list_held_by(session, list(keys), person.id, person.email)
    if not held:
        return []
    by_duty: dict[str, list[int]] = defaultdict(list)
    for row in held:
        by_duty[row.role].append(row.student_id)
    named = {one for ids in by_duty.values() for one in ids[:MOST_NAMED]}
    names = show(session, [keys.keys[one] for one in named])
    lines = [f"*{escape(duty.capitalize())}*: {_say_whom(ids, names)}" for duty, ids in sorted(by_duty.items())]
    return [*title("My roles"), says("\n".join(lines))]


def _say_whom(student_ids: list[int], names: dict[int, str]) -> str:
    said = ", ".join(escape(names[one]) for one in student_ids[:MOST_NAMED] if one in names)
    more = len(student_ids) - MOST_NAMED
    return f"{said} and {more} more" if more > 0 else said
