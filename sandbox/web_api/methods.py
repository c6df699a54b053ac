"""The table of methods: what each is called, which scopes and how often, and the function that does it."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.practice import Practice
from sandbox.rates import TIER_3, Rate
from sandbox.web_api.arguments import Arguments
from sandbox.wire import Json

Answer = Callable[[Practice, Arguments], Json]


@dataclass(frozen=True)
class Method:
    name: str
    answer: Answer
    scope: str | None  # None: every token will do, or the function asks by kind of channel
    rate: Rate
    rate_per: str | None  # an argument whose every value has a bucket of its own
    is_for_app_token: bool  # else for the bot's


METHODS: dict[str, Method] = {}


def method(
    name: str, *, scope: str | None = None, rate: Rate = TIER_3, rate_per: str | None = None, for_app: bool = False
) -> Callable[[Answer], Answer]:
    def register(answer: Answer) -> Answer:
        METHODS[name] = Method(name, answer, scope, rate, rate_per, for_app)
        return answer

    return register
