"""Turns an error into a sentence for the person, with a short id that stands in the log too."""

import logging
import secrets

from slack_sdk.errors import SlackApiError

from handlers import blocks
from handlers.conversation import Block, Reply
from storage.database import Busy

log = logging.getLogger("roundtable")


def apologize(error: BaseException, words: str = "") -> Reply:
    """The sentence for an error nobody expected. What the person typed comes back; the log gets type and id only."""
    number = secrets.token_hex(3)
    log.error("trouble %s: %s", number, name_of(error))
    return with_words(f"{_sentence(error)} (If you tell someone, say {number}.)", words)


def with_words(sentence: str, words: str, more: tuple[Block, ...] = ()) -> Reply:
    """A refusal, and under it the words the person typed, so that nothing is lost."""
    back = [blocks.small("Your words, to copy:"), *blocks.typed(words)] if words.strip() else []
    return Reply(text=sentence, blocks=(blocks.says(sentence), *more, *back))


def name_of(error: BaseException) -> str:
    """An error's type and where it arose, never its message: messages repeat what people wrote (PRV-22)."""
    kind = type(error).__name__
    if isinstance(error, SlackApiError):
        return f"{kind} {error.response.get('error', '')}"
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    return f"{kind}{place}"


def _sentence(error: BaseException) -> str:
    if isinstance(error, Busy):
        return "I am busy for a moment and kept nothing. Please send it again."
    if isinstance(error, SlackApiError) and error.response.get("error") in {
        "expired_trigger_id",
        "exchanged_trigger_id",
        "invalid_trigger_id",
    }:
        return "Slack was too slow to open the form. Please try once more."
    return "Something went wrong on my side and nothing was kept. Please try again."
