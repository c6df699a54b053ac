"""Turns an error into a sentence for the person, with a short id that stands in the log too."""

import logging
import secrets
from dataclasses import dataclass

from bot.logs import name_of
from bot.slack import SlackSilent
from handlers import blocks, table
from handlers.conversation import Block, Reply
from storage.database import Busy

log = logging.getLogger("roundtable")

BUSY = "I am busy for a moment and kept nothing. Please send it again."
TOO_SLOW = "Slack was too slow to open the form. Please try once more."
BROKEN = "Something went wrong on my side and nothing was kept. Please try again."
NO_SLACK = "Slack did not take my answer just now. Please try again in a moment."
# "close" of `/focus close`; also no word at all
OUR_WORDS = {word for verbs in table.COMMANDS.values() for word in verbs} - {table.ANYTHING}
TRIGGERS = {"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "trigger_expired", "trigger_exchanged"}


@dataclass(frozen=True, slots=True)
class Sorry(Reply):
    """A reply that says no: nothing was done, and a form stays open under it."""


def apologize(error: BaseException, words: str = "") -> Sorry:
    """The sentence for an error nobody expected. What the person typed comes back; the log gets type and id only."""
    number = secrets.token_hex(3)
    log.error("trouble %s: %s", number, shown(error))
    return with_words(f"{_sentence(error)} (If you tell someone, say {number}.)", words)


def with_words(sentence: str, words: str, more: tuple[Block, ...] = ()) -> Sorry:
    """A refusal, and under it the words the person typed, so that nothing is lost; a word of ours alone is none."""
    is_theirs = words.strip().casefold() not in OUR_WORDS
    back = [blocks.small("Your words, to copy:"), *blocks.typed(words)] if is_theirs else []
    return Sorry(text=sentence, blocks=(blocks.says(sentence), *more, *back))


def shown(error: BaseException) -> str:
    """An error as the log may show it; of Slack's, the short word it gave."""
    return f"Slack said {error.error}" if isinstance(error, SlackSilent) else name_of(error)


def _sentence(error: BaseException) -> str:
    if isinstance(error, Busy):
        return BUSY
    if isinstance(error, SlackSilent):
        return TOO_SLOW if error.error in TRIGGERS else NO_SLACK
    return BROKEN
