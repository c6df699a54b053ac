"""Puts the parts together: the one place that knows them all."""

import gc
import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot import logs, slack
from bot.channels import Channels
from bot.clock import Clock
from bot.complaints import Complaints
from bot.deliver import Deliverer
from bot.events import Events
from bot.fresh_homes import LOOK_SECONDS, FreshHomes
from bot.huddle_channels import LOOK_SECONDS as LOOK_AHEAD_SECONDS
from bot.huddle_channels import HuddleChannels
from bot.huddles import TICK_SECONDS, HuddleClock
from bot.listen import Listener
from bot.members import Members
from bot.outbox import Sender
from bot.perform import Performer
from bot.schedule import Schedule
from bot.settings import CannotStart, Settings
from bot.speeches import Speeches
from bot.steady_app import SteadyApp
from bot.tellings import EVERY_SECONDS, tell_owners, tell_wins
from bot.works import works_of
from handlers import telling
from handlers.conversation import Request
from handlers.questions.read import prepare as prepare_questions
from handlers.rules import danger
from storage import teams
from storage.database import Busy, Database

log = logging.getLogger("roundtable")

PATIENT_SECONDS = 10  # nobody waits for the outbox
BUSY_TRIES = 20  # each waits a second and a half itself
# SQLite lets other threads run at every statement, and whoever writes waits for its turn again: with Python's usual
# 5 ms a transaction of ten statements waits ten times that long behind threads that only read requests.
SWITCH_SECONDS = 0.0005
HURRIED_SECONDS = 1.2  # a person waits, and Slack gives a listener three seconds in all


@dataclass(frozen=True, slots=True)
class Roundtable:
    """A bot ready to listen, over whichever transport."""

    app: SteadyApp
    client: WebClient
    database: Database
    clock: Clock
    members: Members
    performer: Performer
    listener: Listener
    sender: Sender
    schedule: Schedule
    deliverer: Deliverer
    huddle_clock: HuddleClock
    huddle_channels: HuddleChannels

    def start(self) -> None:
        """Begin to send and to keep time. Hearing is the transport's part."""
        self.clock.start()
        _patiently(self._look_everywhere)
        self.sender.start()
        _patiently(self.schedule.start)

    def _look_everywhere(self) -> None:
        """Who came or went, and what became of each channel, while nobody listened: Slack is asked once."""
        now = self.clock.now()
        with self.database.write() as session:
            for team in teams.list_all(session):
                telling.look_again(session, Request(person="", now=now), team.channel_id)

    def stop(self) -> None:
        """Finish what is under way; nothing confirmed is lost either way."""
        self.schedule.stop()
        self.sender.stop()
        self.members.stop()
        self.clock.stop()
        self.database.close()


def warm_up() -> None:
    """Some work that the first question would wait for otherwise; nobody waits for it now.

    What was made until then stays for good, so the garbage collector need not walk through it again and again.
    """
    threading.Thread(target=_warm_up, name="warm-up", daemon=True).start()


def _warm_up() -> None:
    danger.prepare()
    prepare_questions()
    gc.collect()
    gc.freeze()


def _patiently(work: Callable[[], None]) -> None:
    """An import or a copy may hold the memory while the bot starts. Raises CannotStart."""
    for _ in range(BUSY_TRIES):
        try:
            return work()
        except Busy:
            log.warning("start: the memory is busy")
    raise CannotStart("The database stays busy: another program holds it. Close that one, then start again.")


def build(settings: Settings) -> Roundtable:
    """Make the bot for one workspace. Asks Slack who it is. Raises CannotStart."""
    logs.quiet_others()
    sys.setswitchinterval(SWITCH_SECONDS)
    patient = slack.make_client(settings.bot_token, settings.api_url, PATIENT_SECONDS)
    hurried = slack.make_client(settings.bot_token, settings.api_url, HURRIED_SECONDS)
    me = introduce(patient)
    bot_id, workspace_id = str(me["user_id"]), str(me["team_id"])
    database, clock = Database(settings.database_url), Clock(settings.clock_url)
    channels = Channels(database, patient, workspace_id, bot_id)
    looked_into = Channels(database, hurried, workspace_id, bot_id)
    members = Members(database, hurried, looked_into, settings, workspace_id)
    workspace_url = str(me.get("url", ""))
    performer = Performer(database, members, bot_id, workspace_url)
    complaints = Complaints(database, bot_id)
    deliverer = Deliverer(database, patient, Speeches(database, members, bot_id, workspace_url), channels, complaints)
    deliverer.works = works_of(patient, database, channels, members, settings)
    sender = Sender(database, deliverer, complaints, clock)
    huddle_clock = HuddleClock(database, clock, sender.wake)
    huddle_channels = HuddleChannels(database, channels, clock, sender.wake)
    told = (tell_owners(database, clock, sender.wake), tell_wins(database, clock, sender.wake))
    performer.on_posts = members.on_posts = channels.on_posts = looked_into.on_posts = sender.wake
    clock.on_jump = lambda: [catch_up() for catch_up in (huddle_clock.jump, *(one.tick for one in told), sender.sweep)]
    events = Events(performer, members, database, workspace_id, bot_id)
    listener = Listener(performer, events, clock, workspace_url)
    app = make_app(settings, me)
    listener.attach(app)
    schedule = Schedule(database, sender, clock)
    for one in told:
        schedule.every(EVERY_SECONDS, one.tick)
    schedule.every(TICK_SECONDS, huddle_clock.tick)
    schedule.every(LOOK_AHEAD_SECONDS, huddle_channels.look)
    schedule.every(LOOK_SECONDS, FreshHomes(database, clock, sender.wake).look)
    return Roundtable(
        app,
        patient,
        database,
        clock,
        members,
        performer,
        listener,
        sender,
        schedule,
        deliverer,
        huddle_clock,
        huddle_channels,
    )


def make_app(settings: Settings, me: dict[str, Any]) -> SteadyApp:
    """Bolt, which is told who the bot is instead of asking Slack again within somebody's three seconds."""
    # The client gets the token from what is known, at the first request; of two tokens Bolt would warn.
    client = slack.make_client("", settings.api_url, HURRIED_SECONDS)
    known = AuthorizeResult(
        enterprise_id=me.get("enterprise_id"),
        team_id=me["team_id"],
        bot_user_id=me["user_id"],
        bot_id=me.get("bot_id"),
        bot_token=settings.bot_token,
    )
    return SteadyApp(
        name="slack_bolt.app",  # Bolt would look through every module loaded for the file it is made in
        client=client,
        authorize=lambda: known,
        signing_secret=settings.signing_secret or "unused-in-socket-mode",
        process_before_response=True,
        attaching_function_token_enabled=False,  # we offer no steps to Slack's workflows
        raise_error_for_unhandled_request=True,  # else Bolt prints what it does not know, words and all
        logger=logging.getLogger("slack_bolt"),
    )


def introduce(client: WebClient) -> dict[str, Any]:
    """Who the bot is, as Slack says. Raises CannotStart."""
    try:
        return slack.ask(client, "auth.test")
    except slack.SlackSilent as silence:
        if silence.error in slack.SHUT_OUT:
            raise CannotStart(
                f"Slack does not accept SLACK_BOT_TOKEN ({silence.error}). Copy it again from your app."
            ) from None
        raise CannotStart(f"Slack cannot be reached ({silence.error}). Check the network, then start again.") from None
