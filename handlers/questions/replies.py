"""How the bot speaks about questions themselves: what it did not understand, and what it asks back. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.blocks import apart, button, buttons, escape, says, small
from handlers.conversation import Block, Reply
from handlers.questions.carried import Carried, ids_of
from handlers.questions.question import Whose

ANSWER = "questions.answer"
SHARE = "questions.share"
MOST_OFFERED = 10
MOST_BLOCKS = 50
NOT_UNDERSTOOD = "I did not understand that, and I do not guess."
ONLY_ENGLISH = "I understand questions in English only, for now."
NO_SUCH_PERSON = "I do not find that person on your teams. Write the name as Slack shows it, or @mention them."


def say_unclear(examples: Sequence[str]) -> Reply:
    return Reply(NOT_UNDERSTOOD, (says(f"{NOT_UNDERSTOOD} {_say_examples(examples)}"),))


def say_help(examples: Sequence[str]) -> Reply:
    opening = "Ask me who owns what for a student."
    return Reply(opening, (says(f"{opening} {_say_examples(examples)}"),))


def say_other_language() -> Reply:
    return Reply(ONLY_ENGLISH)


def say_no_such_person() -> Reply:
    return Reply(NO_SUCH_PERSON)


def say_which(carried: Carried, options: Sequence[tuple[int, str]], *, has_more: bool = False) -> Reply:
    """Buttons for students: those a written name fits, or, where none was written, the asker's own."""
    if carried.whose is Whose.SEVERAL:
        question = f"*{len(options)} students fit that name.* Which one do you mean?"
        if len(options) == 1:
            question = f"Do you mean *{escape(options[0][1])}*?"
    elif options:
        question = "*Which student is this about?*"
    else:
        question = "Which student is this about? You have no students here yet."
    made: list[Block] = [says(question)]
    if options:
        made.append(buttons(*apart(_button_for(carried, *option) for option in options)))
    if has_more:
        made.append(small("Or ask again with the student's name."))
    return Reply("Which student is this about?", tuple(made))


def say_which_person(carried: Carried, options: Sequence[tuple[str, str]]) -> Reply:
    """Buttons for colleagues, where a name fits several."""
    made = apart(button(name, ANSWER, ids_of(replace(carried, staff=(one,)))) for one, name in options[:MOST_OFFERED])
    return Reply("Which colleague do you mean?", (says("*Which colleague do you mean?*"), buttons(*made)))


def say_taken_as(name: str) -> Block:
    """Where a name was not written as it is on record."""
    return small(f"I read the name as *{escape(name)}*.")


def share_button(carried: Carried) -> Block:
    return buttons(button("Share here", SHARE, ids_of(carried)))


def more_button(carried: Carried, shown: int, count: int) -> list[Block]:
    """The way to the rest of a list; none where all of it stands there."""
    if shown >= count:
        return []
    return [buttons(button(f"More ({count - shown})", f"{ANSWER}#more", ids_of(replace(carried, at=shown))))]


def fit(made: Sequence[Block]) -> tuple[Block, ...]:
    """A message holds 50 blocks."""
    if len(made) <= MOST_BLOCKS:
        return tuple(made)
    return (*made[: MOST_BLOCKS - 1], small("There is more than one message can hold: ask about one student."))


def _button_for(carried: Carried, student_id: int, name: str) -> Block:
    return button(name, ANSWER, ids_of(replace(carried, whose=Whose.ONE, students=(student_id,))))


def _say_examples(examples: Sequence[str]) -> str:
    return "Three things you can ask:\n" + "\n".join(f"• {escape(one)}" for one in examples)
