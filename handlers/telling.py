"""Rows of the outbox that many verbs need: a direct message, a plain word in a channel, somebody's Home anew."""

from sqlmodel import Session

from handlers.conversation import Ids, Request
from storage import outbox
from storage.outbox import Act, Post

HOME = "home.show"
LOOK_AGAIN = "channels.look_again"
SEE_WHO_LEFT = "channels.see_who_left"
TELL_ADMINISTRATORS = "administrators.tell"


def tell(session: Session, request: Request, person_id: str, about: str, ids: Ids) -> None:
    """A direct message."""
    post = _post(request, Act.DIRECT, f"person:{person_id}", about, ids)
    post.person_id = person_id
    outbox.add_post(session, post)


def whisper(session: Session, request: Request, about: str, ids: Ids) -> None:
    """A word where it is asked from, in that thread or else in the channel, for the asker's eyes only."""
    post = _post(request, Act.WHISPER, f"person:{request.person}", about, ids)
    post.person_id, post.channel_id, post.thread_ts = request.person, request.channel, request.thread or None
    outbox.add_post(session, post)


def tell_administrators(session: Session, request: Request, about: str, ids: Ids) -> None:
    """A direct message to everybody whom the settings name as an administrator: bot/ knows who they are."""
    post = _post(request, Act.WORK, "administrators", TELL_ADMINISTRATORS, {**ids, "speech": about})
    outbox.add_post(session, post)


def say_plainly(
    session: Session, request: Request, channel_id: str, about: str, ids: Ids, *, subject: str = ""
) -> Post:
    """A word in a channel that tells nothing of a student."""
    post = _post(request, Act.SAY, f"plain:{channel_id}", about, ids)
    post.channel_id, post.subject = channel_id, subject
    return outbox.add_post(session, post)


def say_anew(session: Session, request: Request, said: Post) -> None:
    """Change a plain message that was said before to what is true now."""
    post = _post(request, Act.UPDATE, said.queue, said.about, said.ids)
    post.channel_id, post.target_id = said.channel_id, said.id
    outbox.add_post(session, post)


def refresh_home(session: Session, request: Request, person_id: str, ids: Ids | None = None) -> None:
    """Show somebody's Home as things stand now."""
    post = _post(request, Act.HOME, f"person:{person_id}", HOME, ids or {})
    post.person_id = person_id
    outbox.add_post(session, post)


def look_again(session: Session, request: Request, channel_id: str, ids: Ids | None = None) -> None:
    """Ask Slack about a channel and its members, then go on at EVENTS["looked_again"] with these ids."""
    post = _post(request, Act.WORK, f"plain:{channel_id}", LOOK_AGAIN, ids or {})
    post.channel_id = channel_id
    outbox.add_post(session, post)


def see_who_left(session: Session, request: Request, channel_id: str, person_id: str) -> None:
    """Somebody is no member of a channel any more, and Slack told of no leaving: it is asked whether they left, or the
    channel is out of sight; then EVENTS["left_unheard"]."""
    post = _post(request, Act.WORK, f"plain:{channel_id}", SEE_WHO_LEFT, {"person": person_id})
    post.channel_id = channel_id
    outbox.add_post(session, post)


def _post(request: Request, act: Act, queue: str, about: str, ids: Ids) -> Post:
    return Post(queue=queue, act=act, about=about, ids=dict(ids), made_at=request.now, not_before=request.now)
