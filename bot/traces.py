"""Finds in Slack the message an outbox row has already become, by the mark every message of ours carries."""

from datetime import timedelta
from typing import Any

from slack_sdk import WebClient

from bot import slack
from storage.outbox import Post

EVENT_TYPE = "roundtable_post"
LOOKED_BACK = timedelta(hours=1)  # this machine's clock and Slack's may differ


def mark(post: Post) -> dict[str, Any]:
    """Message metadata: an id and no words, for other apps in the channel may read it."""
    return {"event_type": EVENT_TYPE, "event_payload": _payload(post)}


def find_sent(client: WebClient, post: Post, channel_id: str, thread_ts: str) -> str:
    """The ts of this very row's message; empty where Slack has none. Raises slack.SlackSilent."""
    oldest = min(post.claimed_at or post.made_at, post.made_at) - LOOKED_BACK
    arguments = {
        "channel": channel_id,
        "ts": thread_ts or None,
        "oldest": f"{oldest.timestamp():.6f}",
        "include_all_metadata": True,
    }
    method = "conversations.replies" if thread_ts else "conversations.history"
    for message in slack.pages(client, method, "messages", **arguments):
        metadata = message.get("metadata") or {}
        if metadata.get("event_type") == EVENT_TYPE and metadata.get("event_payload") == _payload(post):
            return str(message["ts"])
    return ""


def _payload(post: Post) -> dict[str, int]:
    """The moment too: a database begun anew gives the same ids again."""
    return {"post": post.id, "made_at": int(post.made_at.timestamp())}
