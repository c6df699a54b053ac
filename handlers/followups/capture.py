"""The message a follow-up is made from: taken once for each student, linked to, and marked with a reaction."""

from sqlmodel import Session

from handlers import followup_posts
from handlers.conversation import Answer, Request
from handlers.followups import replies
from handlers.followups.doorway import Opened, show_one
from handlers.promise import Captured
from storage import followups, outbox, people
from storage.access import Access
from storage.followups import Followup
from storage.outbox import Act, Post, State

REACTION = "pushpin"


def read_source(request: Request) -> Captured | None:
    """The message the form was opened on, as its ids carry it."""
    channel, ts, link = (str(request.ids.get(name, "")) for name in ("from", "ts", "link"))
    return Captured(channel, ts, link) if channel and ts else None


def find_earlier(session: Session, key: Access, source: Captured | None) -> Followup | None:
    """What the same message became for this student before; what it became for others is nobody's business here."""
    return followups.find_by_source(session, key, source.channel, source.ts) if source is not None else None


def say_earlier(session: Session, request: Request, opened: Opened) -> Answer:
    """Refused, with a link to the first."""
    link = _link_to(session, opened.followup)
    return replies.say_captured(show_one(session, request, opened), request.person, link)


def mark(session: Session, request: Request, source: Captured | None) -> None:
    """Where the bot is a member, everybody there sees that somebody took the message up."""
    channel = people.find_channel(session, source.channel) if source is not None else None
    if source is None or channel is None or not channel.has_bot:
        return
    post = Post(
        queue=f"plain:{source.channel}",
        act=Act.REACT,
        about=REACTION,
        ids={"ts": source.ts},
        channel_id=source.channel,
        made_at=request.now,
        not_before=request.now,
    )
    outbox.add_post(session, post)


def _link_to(session: Session, followup: Followup) -> str:
    """To the team's message about it, in the same workspace as the message it came from; else to that message."""
    link = followup.source_link or ""
    said = followup_posts.list_said(session, followup, (followup_posts.PROMISED,))
    sent = next((post for post in said if post.state == State.SENT and post.ts), None)
    workspace, archives, _ = link.partition("/archives/")
    return f"{workspace}{archives}{sent.sent_to}/p{sent.ts.replace('.', '')}" if sent and archives else link
