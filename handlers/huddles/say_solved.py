"""How the bot posts the answers to the four questions. Pure."""

from collections.abc import Sequence

from handlers.blocks import says, small, typed
from handlers.conversation import Block, Reply


def say_solved(author_id: str, answers: Sequence[tuple[str, str]]) -> Reply:
    made: list[Block] = [says("*Problem-solving*")]
    for question, text in answers:
        made += [says(f"*{question}*"), *typed(text)]
    made.append(small(f"Written down by <@{author_id}> and kept with the huddle."))
    return Reply("The team is problem-solving.", tuple(made))
