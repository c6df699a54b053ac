"""Puts the parts together: the one place that knows them all."""

import logging
from dataclasses import dataclass

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import ConnectionErrorRetryHandler, RateLimitErrorRetryHandler

from bot import slack
from bot.channels import Channels
from bot.clock import Clock
from bot.deliver import Deliverer
from bot.events import Events
from bot.listen import Listener
from bot.members import Members
from bot.outbox import Sender
from bot.perform import Performer
from bot.schedule import Schedule
from bot.settings import CannotStart, Settings
from bot.works import works_of
from storage.database import Database

SLACK_SECONDS = 10
log = logging.getLogger("roundtable")


@dataclass(frozen=True, slots=True)
class Roundtable:
    """A bot ready to listen, over whichever transport."""

    app: App
    database: Database
    clock: Clock
    performer: Performer
    listener: Listener
    sender: Sender
    schedule: Schedule
    deliverer: Deliverer

    def start(self) -> None:
        """Begin to send and to keep time. Hearing is the transport's part."""
        self.sender.start()
        self.schedule.start()

    def stop(self) -> None:
        """Finish what is under way; nothing confirmed is lost either way."""
        self.schedule.stop()
        self.sender.stop()
        self.clock.stop()
        self.database.close()


def build(settings: Settings, *, client: WebClient | None = None) -> Roundtable:
    """Make the bot for one workspace. Asks Slack who it is. Raises CannotStart."""
    client = client or make_client(settings)
    me = _introduce(client)
    database = Database(settings.database_url)
    clock = Clock(settings.clock_url)
    members = Members(database, client, me["team_id"])
    performer = Performer(database, members, settings, me["user_id"])
    deliverer = Deliverer(
        database, client, members, Channels(database, client, me["team_id"], me["user_id"]), me["user_id"]
    )
    sender = Sender(database, deliverer, clock)
    deliverer.works = works_of(client, database, deliverer, settings)
    performer.on_posts = sender.wake
    events = Events(performer, members, database, me["team_id"], me["user_id"])
    listener = Listener(performer, events, clock, me.get("url", ""))
    app = App(
        client=client,
        signing_secret=settings.signing_secret or "unused-in-socket-mode",
        process_before_response=True,
        token_verification_enabled=False,  # asked once already, above
        logger=logging.getLogger("slack_bolt"),
    )
    listener.attach(app)
    schedule = Schedule(database, sender, clock)
    return Roundtable(app, database, clock, performer, listener, sender, schedule, deliverer)


def make_client(settings: Settings) -> WebClient:
    """Slack's client, which tries again after a broken connection and waits once when told to slow down."""
    return WebClient(
        token=settings.bot_token,
        base_url=settings.api_url,
        timeout=SLACK_SECONDS,
        retry_handlers=[ConnectionErrorRetryHandler(max_retry_count=1), RateLimitErrorRetryHandler(max_retry_count=0)],
        logger=logging.getLogger("slack_sdk"),
    )


def _introduce(client: WebClient) -> dict[str, str]:
    try:
        return slack.ask(client, "auth.test")
    except slack.SlackSilent as silence:
        raise CannotStart(
            f"Slack does not accept SLACK_BOT_TOKEN ({silence.error}). Copy it again from your app."
        ) from None
