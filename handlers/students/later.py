"""What takes longer than an answer may, as rows of the outbox: reading a file, asking who decides about a record."""

from sqlmodel import Session

from handlers.conversation import Ids, Request
from storage import outbox
from storage.outbox import Act, Post

READ_FILE = "students.read_file"
TAKE_FILE = "students.take_file"
ASK_DECIDERS = "students.ask_deciders"


def work_on_file(session: Session, request: Request, work: str, ids: Ids) -> None:
    """In a queue of its own: a long file delays no message to the person."""
    post = _post(request, work, f"files:{request.person}", ids)
    post.person_id, post.channel_id = request.person, request.channel
    outbox.add_post(session, post)


def ask_deciders(session: Session, request: Request) -> None:
    outbox.add_post(session, _post(request, ASK_DECIDERS, "join requests", {}))


def _post(request: Request, work: str, queue: str, ids: Ids) -> Post:
    return Post(queue=queue, act=Act.WORK, about=work, ids=dict(ids), made_at=request.now, not_before=request.now)
