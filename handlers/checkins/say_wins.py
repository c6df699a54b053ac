"""How the bot gathers the wins of a week: each with its student and with the adult who saw it. Pure."""

from collections.abc import Sequence

from handlers.blocks import heading, points, small, whom, words
from handlers.checkins.replies import Shown
from handlers.conversation import Block, Reply
from handlers.shown import join_names

MOST_SHOWN = 20
LONGEST = 280  # characters of one; Slack takes about 13,000 in a message
HINT = "Kept with #win since the last such post, until noon today. Later ones come next week."


def say_wins(shown: Sequence[Shown], total: int) -> Reply:
    """`total`: how many there are, with those there is no room for."""
    made = [heading("Wins of the week"), points(*(_line(one) for one in shown))]
    if left := total - len(shown):
        made.append(small(f"And {left} more on record."))
    return Reply("The wins of the week.", (*made, small(HINT)))


def _line(shown: Shown) -> list[Block]:
    text = shown.text if len(shown.text) <= LONGEST else f"{shown.text[:LONGEST]} …"
    return [words(join_names(shown.names), bold=True), words(f": {text} ("), whom(shown.author_id), words(")")]
