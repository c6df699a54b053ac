"""The check-ins and wins of a student's card, as one reader may see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from handlers.checkin_links import link_checkins
from handlers.conversation import Request
from handlers.rules.past_days import say_moment
from handlers.strangers import hide_strangers
from storage import checkins
from storage.access import Access
from storage.checkins import Checkin, Restriction, Topic

RECENT = 5
WINS = 3


@dataclass(frozen=True, slots=True)
class ShownCheckin:
    """Other students are already taken out of the words, and names shown by policy."""

    id: int
    author_id: str
    when: str
    text: str
    working: str = ""
    topic: str = ""
    is_restricted: bool = False
    link: str = ""  # to where it stands in its team's channel

    def say_when(self) -> str:
        """The moment leads there."""
        return f"<{self.link}|{self.when}>" if self.link else self.when


def show_checkins(session: Session, request: Request, key: Access, time_zone: str) -> list[ShownCheckin]:
    """The newest; restricted ones only where this key reads them, withdrawn ones not at all."""
    rows = checkins.list_recent(session, key, RECENT * 2)
    return _show(session, request, key, time_zone, _standing(rows)[:RECENT])


def show_since(session: Session, request: Request, key: Access, time_zone: str, since: datetime) -> list[ShownCheckin]:
    """What colleagues wrote since then, the newest."""
    rows = _standing(checkins.list_recent(session, key, RECENT * 2))
    news = [row for row in rows if row.made_at > since and row.author_id != request.person]
    return _show(session, request, key, time_zone, news)


def show_wins(
    session: Session, request: Request, key: Access, time_zone: str, but: Iterable[ShownCheckin]
) -> list[ShownCheckin]:
    """The newest wins that do not stand on the card already."""
    there = {one.id for one in but}
    rows = _standing(checkins.list_recent(session, key, RECENT * 2, Topic.WIN))
    return _show(session, request, key, time_zone, [row for row in rows if row.id not in there][:WINS])


def _standing(rows: Sequence[Checkin]) -> list[Checkin]:
    return [row for row in rows if row.withdrawn_at is None]


def _show(
    session: Session, request: Request, key: Access, time_zone: str, rows: Sequence[Checkin]
) -> list[ShownCheckin]:
    """Other students are looked for once for each author."""
    words: dict[tuple[str, str], str] = {}
    for author in dict.fromkeys(row.author_id for row in rows):
        own = [row for row in rows if row.author_id == author]
        texts = list(dict.fromkeys(text for row in own for text in (row.text, row.working)))
        others = {one for row in own for one in checkins.list_student_ids(session, row)} - {key.student_id}
        hidden = hide_strangers(session, request, key, author, texts, others)
        words |= {(author, text): shown for text, shown in zip(texts, hidden, strict=True)}
    links = link_checkins(session, request, [row.id for row in rows if row.restriction == Restriction.NONE])
    return [
        ShownCheckin(
            id=row.id,
            author_id=row.author_id,
            when=say_moment(row.made_at, request.now, time_zone),
            text=words[row.author_id, row.text],
            working=words[row.author_id, row.working],
            topic=row.topic.value if row.topic else "",
            is_restricted=row.restriction != Restriction.NONE,
            link=links.get(row.id, ""),
        )
        for row in rows
    ]
