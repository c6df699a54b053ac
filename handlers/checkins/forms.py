"""The check-in's forms. Pure: what stands in them is given, what comes back is read elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers import blocks
from handlers.checkins.replies import IT_IS_A_RECORD, RESTRICTED_HIDES
from handlers.conversation import Block, Form, Ids
from storage.checkins import Topic

TOPICS = [(topic.value, topic.value.capitalize()) for topic in Topic]


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the form when it opens."""

    student: tuple[str, str] | None = None  # (id, shown name)
    topic: str = ""
    text: str = ""
    working: str = ""
    restricted: bool = False
    follow_up: str = ""
    owner: str = ""
    due: str = ""


def checkin_form(
    filled: Filled,
    ids: Ids,
    *,
    notice: str = "",
    teams: Sequence[tuple[str, str]] = (),
    replaces: bool = False,
) -> Form:
    """The form of /checkin. `teams` asks which team a restricted check-in belongs to; `notice` stands on top."""
    made: list[Block] = [blocks.says(notice)] if notice else []
    made += [
        blocks.search("student", "Student", start=[filled.student] if filled.student else ()),
        blocks.choice("topic", "What about", TOPICS, start=filled.topic, optional=True),
        blocks.field("text", "Update", start=filled.text, lines=True, hint=IT_IS_A_RECORD),
        blocks.field("working", "What is working?", start=filled.working, lines=True, optional=True),
        _restricted(filled.restricted),
    ]
    if teams:
        made.append(blocks.choice("team", "Restricted within which team?", teams))
    made += [
        blocks.field("follow_up", "Follow-up needed?", start=filled.follow_up, optional=True, most=500),
        blocks.person("owner", "Owner", start=filled.owner, optional=True),
        blocks.day("due", "Due", start=filled.due, optional=True),
    ]
    return Form("checkins.keep", "Check-in", tuple(made), submit="Keep it", ids=ids, replaces=replaces)


def edit_form(filled: Filled, ids: Ids) -> Form:
    made = (
        blocks.choice("topic", "What about", TOPICS, start=filled.topic, optional=True),
        blocks.field("text", "Update", start=filled.text, lines=True, hint="The earlier wording is kept."),
        blocks.field("working", "What is working?", start=filled.working, lines=True, optional=True),
    )
    return Form("checkins.change", "Edit check-in", made, ids=ids)


def withdraw_form(ids: Ids) -> Form:
    question = "More than ten minutes have passed, so this stays on record, struck through, with its time and author."
    return Form("checkins.withdraw", "Withdraw?", (blocks.says(question),), submit="Withdraw", ids=ids)


def _restricted(ticked: bool) -> Block:
    options = [("restricted", "Only I and the case manager, leads, counselors and psychologists read it")]
    start = ("restricted",) if ticked else ()
    return blocks.tick("restricted", "Restricted", options, start=start, hint=RESTRICTED_HIDES)
