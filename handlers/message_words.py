"""The words of somebody's message as its readers see them: mentions by name, links and signs as typed."""

from sqlmodel import Session

from handlers.rules.escapes import mentioned_in, unescape
from storage import people


def read_message(session: Session, text: str) -> str:
    """Slack writes a mention in a message by id alone; who the bot has met is named."""
    known = people.find_people(session, mentioned_in(text)) if "<@" in text else {}
    return unescape(text, {one.id: one.real_name or one.handle for one in known.values()}).words
