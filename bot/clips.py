"""Reads what Slack wrote down of an audio clip, and offers it to its speaker as a check-in. Keeps nothing of it."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_sdk import WebClient

from bot import downloads, slack
from bot.deliver import NotYet
from bot.direct_answers import DirectAnswers
from bot.settings import Settings
from handlers.checkins import clips
from handlers.conversation import Reply, Request
from handlers.rosters.rows import FileRefused
from handlers.rules.subtitles import read_subtitles
from storage.database import Database

SOON_SECONDS = 5.0  # then ten, then fifteen, up to a minute
WAITS_SECONDS = 600  # Slack is usually done within one minute
STILL_WRITING = {"", "processing"}


class Clips:
    """A work of the outbox. It ends in one message, however often it is begun."""

    def __init__(self, client: WebClient, database: Database, answers: DirectAnswers, settings: Settings) -> None:
        self._client = client
        self._database = database
        self._answers = answers
        self._settings = settings

    def works(self) -> Mapping[str, Callable[[Request], None]]:
        return {clips.HEAR: self.hear}

    def hear(self, request: Request) -> None:
        """Raises NotYet while Slack still writes, and slack.SlackSilent where it may answer another time."""
        try:
            file = downloads.describe(self._client, str(request.ids["file"]))
        except FileRefused:  # taken back by its speaker
            return
        if file.get("user") != request.person:
            return
        if _status(file) in STILL_WRITING and request.now.timestamp() < request.number("at") + WAITS_SECONDS:
            raise NotYet("transcript", SOON_SECONDS)
        self._answers.say(request, "clip", lambda asked: self._offer(asked, file))

    def _offer(self, request: Request, file: Mapping[str, Any]) -> Reply | None:
        transcript, link = self._read(file), self._link(request)
        with self._database.read() as session:
            return clips.offer(session, request, transcript, link)

    def _read(self, file: Mapping[str, Any]) -> str:
        """Empty where Slack wrote nothing down."""
        if _status(file) != "complete":
            return ""
        preview = file["transcription"].get("preview") or {}
        beginning = str(preview.get("content", "")).strip()
        return (self._read_whole(str(file.get("vtt") or "")) or beginning) if preview.get("has_more") else beginning

    def _read_whole(self, address: str) -> str:
        """The preview is only its beginning."""
        if not downloads.is_slacks(address, self._settings):
            return ""
        try:
            content = downloads.download(address, self._settings)
        except FileRefused:
            return ""
        return read_subtitles(content.decode("utf-8", errors="replace"))

    def _link(self, request: Request) -> str:
        """To the message in the huddle's thread; nobody else could follow one into a direct message."""
        if "channel" not in request.ids:
            return ""
        try:
            place = {"channel": request.ids["channel"], "message_ts": request.ids["ts"]}
            return str(slack.ask(self._client, "chat.getPermalink", **place).get("permalink", ""))
        except slack.SlackSilent:
            return ""  # a check-in needs none


def _status(file: Mapping[str, Any]) -> str:
    return str((file.get("transcription") or {}).get("status", ""))
