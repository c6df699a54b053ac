"""What takes longer than an answer may: done by the sender, and ending in messages of its own."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from slack_sdk import WebClient

from bot import huddles
from bot.channels import Channels
from bot.clips import Clips
from bot.direct_answers import DirectAnswers
from bot.dropped_files import DroppedFiles
from bot.members import Members
from bot.settings import Settings
from handlers import table, telling
from handlers.conversation import Request
from handlers.students import join, later
from storage import people
from storage.database import Database

Works = dict[str, Callable[[Request], None]]


def works_of(client: WebClient, database: Database, channels: Channels, members: Members, settings: Settings) -> Works:
    """The works by name, as rows of the outbox call for them."""
    answers = DirectAnswers(client, members)
    return {
        telling.LOOK_AGAIN: partial(_look_again, database, channels),
        telling.SEE_WHO_LEFT: partial(_see_who_left, database, channels),
        telling.TELL_ADMINISTRATORS: partial(_tell_administrators, database, settings.admins),
        later.ASK_DECIDERS: partial(_ask_deciders, database, channels),
        **DroppedFiles(client, database, answers, settings).works(),
        **Clips(client, database, answers, settings).works(),
        **huddles.works_of(client, database),
    }


def _look_again(database: Database, channels: Channels, request: Request) -> None:
    """Ask Slack about a channel and everybody in it, and go on from what it says."""
    reason = channels.why_not(request.channel, request.now)
    found = replace(request, ids={**request.ids, "error": reason.value if reason else ""})
    with database.write() as session:
        table.EVENTS["looked_again"].run(found, session)


def _see_who_left(database: Database, channels: Channels, request: Request) -> None:
    """Whoever is missing where the bot still sees who is there has left."""
    person_id = str(request.ids["person"])
    channels.refresh(request.channel, request.now)
    with database.write() as session:
        channel = people.find_channel(session, request.channel)
        if channel is not None and channel.has_bot and not people.is_member(session, channel.id, person_id):
            table.EVENTS["left_unheard"].run(replace(request, person=person_id, ids={}), session)


def _tell_administrators(database: Database, admins: Iterable[str], request: Request) -> None:
    """A direct message to everybody whom the settings name; by e-mail only those the bot has met."""
    ids = {name: one for name, one in request.ids.items() if name != "speech"}
    with database.write() as session:
        for named in admins:
            met = people.find_person_by_email(session, named) if "@" in named else None
            person_id = met.id if met is not None else named
            if "@" not in person_id:
                telling.tell(session, request, person_id, str(request.ids["speech"]), ids)


def _ask_deciders(database: Database, channels: Channels, request: Request) -> None:
    """Who leads the known student's team now, and is still in its channel, is asked about the two records."""
    with database.read() as session:
        places = join.list_channels(session)
    for channel_id in places:
        channels.why_not(channel_id, request.now)
    with database.write() as session:
        join.tell_deciders(request, session)
