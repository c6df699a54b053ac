"""Keeps a check-in: records it, restricts it when words sound like danger, and tells the team as it chose."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session

from handlers.checkins import announce
from handlers.checkins.places import Place
from handlers.conversation import Request
from handlers.rules.danger import sounds_like_danger
from storage import audit, checkins
from storage.access import Access
from storage.checkins import Checkin, Restriction, Topic


@dataclass(frozen=True, slots=True)
class Wording:
    """What the author wrote."""

    text: str
    working: str = ""
    topic: Topic | None = None

    @property
    def sounds_like_danger(self) -> bool:
        return sounds_like_danger(f"{self.text}\n{self.working}")


def keep(
    session: Session,
    request: Request,
    wording: Wording,
    keys: Collection[Access],
    place: Place,
    *,
    restriction: Restriction = Restriction.NONE,
    source_link: str = "",
) -> Checkin:
    """Record one check-in on all these students, and let the team hear of it unless it is restricted.

    The bot's own restriction, on words that sound like danger, goes before the one asked for (PRV-60).
    """
    kept = checkins.add_checkin(
        session,
        Checkin(
            author_id=request.person,
            topic=wording.topic,
            text=wording.text,
            working=wording.working,
            made_at=request.now,
            made_in=request.channel,
            team_id=place.team.id if place.team else None,
            restriction=Restriction.SAFETY if wording.sounds_like_danger else restriction,
            source_link=source_link,
        ),
        keys,
    )
    note(session, request, "checkins.keep", kept, keys)
    announce.tell_team(session, request, kept, keys)
    return kept


def note(session: Session, request: Request, action: str, checkin: Checkin, keys: Collection[Access]) -> None:
    """One audit row for each student concerned."""
    for key in keys:
        audit.note(
            session,
            request.now,
            request.person,
            action,
            access=key,
            object_id=f"checkin:{checkin.id}",
            channel_id=request.channel,
        )
