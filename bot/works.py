"""What takes longer than an answer may: done by the sender, and ending in messages of its own."""

from collections.abc import Callable

from slack_sdk import WebClient

from bot.deliver import Deliverer
from bot.settings import Settings
from handlers.conversation import Request
from storage.database import Database


def works_of(
    client: WebClient, database: Database, deliverer: Deliverer, settings: Settings
) -> dict[str, Callable[[Request], None]]:
    """The works by name, as rows of the outbox call for them."""
    return {}
