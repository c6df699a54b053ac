"""What takes longer than an answer may: done by the sender, and ending in messages of its own."""

from collections.abc import Callable
from dataclasses import replace

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


def works_of(
    client: WebClient, database: Database, channels: Channels, members: Members, settings: Settings
) -> dict[str, Callable[[Request], None]]:
    """The works by name, as rows of the outbox call for them."""

    def look_again(request: Request) -> None:
        """Ask Slack about a channel and everybody in it, and go on from what it says."""
        reason = channels.why_not(request.channel, request.now)
        found = replace(request, ids={**request.ids, "error": reason.value if reason else ""})
        with database.write() as session:
            table.EVENTS["looked_again"].run(found, session)

    def see_who_left(request: Request) -> None:
        """Whoever is missing where the bot still sees who is there has left."""
        person_id = str(request.ids["person"])
        channels.refresh(request.channel, request.now)
        with database.write() as session:
            channel = people.find_channel(session, request.channel)
            if channel is not None and channel.has_bot and not people.is_member(session, channel.id, person_id):
                table.EVENTS["left_unheard"].run(replace(request, person=person_id, ids={}), session)

    def tell_administrators(request: Request) -> None:
        """A direct message to everybody whom the settings name; by e-mail only those the bot has met."""
        ids = {name: one for name, one in request.ids.items() if name != "speech"}
        with database.write() as session:
            for named in settings.admins:
                met = people.find_person_by_email(session, named) if "@" in named else None
                person_id = met.id if met is not None else named
                if "@" not in person_id:
                    telling.tell(session, request, person_id, str(request.ids["speech"]), ids)

    def ask_deciders(request: Request) -> None:
        """Who leads the known student's team now, and is still in its channel, is asked about the two records."""
        with database.read() as session:
            places = join.list_channels(session)
        for channel_id in places:
            channels.why_not(channel_id, request.now)
        with database.write() as session:
            join.tell_deciders(request, session)

    answers = DirectAnswers(client, members)
    files = DroppedFiles(client, database, answers, settings).works()
    return {
        telling.LOOK_AGAIN: look_again,
        telling.SEE_WHO_LEFT: see_who_left,
        telling.TELL_ADMINISTRATORS: tell_administrators,
        later.ASK_DECIDERS: ask_deciders,
        **files,
        **Clips(client, database, answers, settings).works(),
        **huddles.works_of(client, database),
    }
