"""Words that found no student wait here for their author: a day, and nobody else reads them."""

from sqlmodel import Session

from handlers.conversation import Request
from storage import drafts
from storage.drafts import Draft


def keep_for_later(session: Session, request: Request) -> Draft:
    """Keep what was typed as it was typed."""
    draft = Draft(author_id=request.person, text=request.words, made_in=request.channel, made_at=request.now)
    return drafts.add_draft(session, draft)
