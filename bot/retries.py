"""Decides when a row that could not be sent is tried again, and when it never will be. Pure."""

import random
from collections.abc import Callable
from datetime import timedelta

from bot import slack
from bot.deliver import NotYet
from storage.database import Busy

FIRST_RETRY_SECONDS = 1.0
LONGEST_RETRY_SECONDS = 300.0
LONGEST_HOLD_SECONDS = 60.0
TRIED_FOR = timedelta(days=1)
OWN_TROUBLE_TRIES = 5  # an error of our own comes back each time; its queue must go on

between = random.SystemRandom().uniform


def may_have_left(error: Exception) -> bool:
    """Whether Slack may have the message although the call failed."""
    if isinstance(error, slack.SlackSilent):
        return error.unsure
    return not isinstance(error, NotYet | Busy)


def is_ours(error: Exception) -> bool:
    """Whether the fault is in this program: neither Slack's nor the memory's, nor a matter of order."""
    return not isinstance(error, slack.SlackSilent | Busy | NotYet)


def is_too_much(error: Exception) -> bool:
    """Whether Slack wants no more calls of this kind for a while."""
    return isinstance(error, slack.SlackSilent) and bool(error.retry_after)


def is_hopeless(age: timedelta, own_troubles: int) -> bool:
    return age > TRIED_FOR or own_troubles >= OWN_TROUBLE_TRIES


def wait_after(error: Exception, attempts: int, jitter: Callable[[float, float], float] = between) -> float:
    """Seconds. Slack's own Retry-After goes first; jitter keeps many rows from returning as one."""
    if isinstance(error, NotYet):
        return min(LONGEST_HOLD_SECONDS, error.seconds * attempts)
    if isinstance(error, slack.SlackSilent) and error.retry_after:
        return error.retry_after + jitter(0.0, 1.0)
    backoff = min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2.0 ** min(attempts - 1, 10))
    return backoff * jitter(0.5, 1.0)


def short_word(error: Exception) -> str:
    """Why, as the log and a row's `because` have it."""
    if isinstance(error, slack.SlackSilent):
        return error.error
    if isinstance(error, NotYet):
        return error.because
    return "busy" if isinstance(error, Busy) else "our_own_error"
