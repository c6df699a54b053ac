"""Says what a work found out, in a direct message to whoever wanted it: once, however often the work is begun."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from slack_sdk import WebClient

from bot import slack, views
from bot.members import Members
from handlers.conversation import Reply, Request

SAID = "roundtable_file"
TOLD_BY = ("file", "school", "team")  # what of a request's ids tells one answer from another
LOOKED_AT = 50  # messages; the person and the bot rarely write so many while a file is read


class DirectAnswers:
    """Raises slack.SlackSilent where Slack may answer another time."""

    def __init__(self, client: WebClient, members: Members) -> None:
        self._client = client
        self._members = members

    def say(self, request: Request, step: str, make: Callable[[Request], Reply | None]) -> None:
        """`make` is asked only where it was not said before; None is nothing to say. The words are kept nowhere."""
        self._members.refresh(request.person, request.now)
        request = replace(request, is_administrator=self._members.is_administrator(request.person))
        # Whatever channel a button named: what was read is for the person who sent it (PRV-12).
        channel_id = slack.ask(self._client, "conversations.open", users=request.person)["channel"]["id"]
        mark = {"step": step, **{name: request.ids[name] for name in TOLD_BY if name in request.ids}}
        if self._is_said(channel_id, mark):
            return
        reply = make(request)
        if reply is not None:
            metadata = {"event_type": SAID, "event_payload": mark}
            words = views.message(reply)
            slack.ask(self._client, "chat.postMessage", channel=channel_id, metadata=metadata, **words)

    def _is_said(self, channel_id: str, mark: Mapping[str, Any]) -> bool:
        """Whether an earlier try ended in its message before it could be marked as done."""
        asked = slack.ask(
            self._client, "conversations.history", channel=channel_id, limit=LOOKED_AT, include_all_metadata=True
        )
        said = (message.get("metadata") or {} for message in asked.get("messages", ()))
        return any(one.get("event_type") == SAID and one.get("event_payload") == mark for one in said)
