"""Links to check-ins where they stand in a team's channel. One that was posted nowhere has none."""

from collections.abc import Collection
from urllib.parse import urlencode

from sqlmodel import Session

from handlers.conversation import Request
from storage import standing
from storage.standing import Place

UPDATE = "checkins.update"


def link_checkins(session: Session, request: Request, checkin_ids: Collection[int]) -> dict[int, str]:
    """By id. Slack shows what is behind it only to those in that channel."""
    if not checkin_ids or not request.workspace_url:
        return {}
    subjects = {f"checkin:{one}": one for one in checkin_ids}
    places = standing.find_places(session, UPDATE, subjects)
    return {subjects[subject]: _permalink(request.workspace_url, place) for subject, place in places.items()}


def _permalink(workspace_url: str, place: Place) -> str:
    link = f"{workspace_url.rstrip('/')}/archives/{place.channel_id}/p{place.ts.replace('.', '')}"
    return f"{link}?{urlencode({'thread_ts': place.thread_ts, 'cid': place.channel_id})}" if place.thread_ts else link
