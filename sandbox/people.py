"""A person of the workspace, and how Slack describes them."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sandbox.identity import APP_ID, BOT_ID, TEAM_ID
from sandbox.wire import Json

COLORS = ("9f69e7", "4bbe2e", "e7392d", "3c989f", "674b1b", "e96699", "e0a729", "684b6c", "2b6836", "99a949")


@dataclass
class Person:
    id: str
    name: str
    real_name: str
    title: str = ""
    email: str = ""
    tz: str = "America/New_York"
    team_id: str = TEAM_ID
    is_admin: bool = False
    is_bot: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    deleted: bool = False
    color: str = COLORS[0]
    updated: int = 0

    @property
    def is_guest(self) -> bool:
        return self.is_restricted or self.is_ultra_restricted

    def as_slack(self, *, with_email: bool) -> Json:
        body: Json = {
            "id": self.id,
            "team_id": self.team_id,
            "name": self.name,
            "deleted": self.deleted,
            "color": self.color,
            "real_name": self.real_name,
            **self._zone(),
            "profile": self._profile(with_email=with_email),
            "is_admin": self.is_admin,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": self.is_restricted,
            "is_ultra_restricted": self.is_ultra_restricted,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "updated": self.updated,
            "who_can_share_contact_card": "EVERYONE",
        }
        if self.is_stranger:
            body["is_stranger"] = True
        # Slack tells no zone and no rights of somebody who is gone.
        gone = ("tz", "tz_label", "tz_offset", "is_admin", "is_owner", "is_primary_owner", "is_restricted")
        return {key: value for key, value in body.items() if not (self.deleted and key in gone)}

    def _zone(self) -> Json:
        moment = datetime.now(ZoneInfo(self.tz))
        offset = moment.utcoffset()
        seconds = int(offset.total_seconds()) if offset else 0
        return {"tz": self.tz, "tz_label": moment.tzname() or self.tz, "tz_offset": seconds}

    def _profile(self, *, with_email: bool) -> Json:
        first, _, last = self.real_name.partition(" ")
        profile: Json = {
            "title": self.title,
            "real_name": self.real_name,
            "real_name_normalized": self.real_name,
            "display_name": self.name,
            "display_name_normalized": self.name,
            "first_name": first,
            "last_name": last,
            "status_text": "",
            "status_emoji": "",
            "status_expiration": 0,
            "avatar_hash": "",
            "team": self.team_id,
        }
        if with_email and self.email:
            profile["email"] = self.email
        if self.is_bot:
            profile |= {"bot_id": BOT_ID, "api_app_id": APP_ID, "always_active": True}
        return profile

    def as_page(self) -> Json:
        return {
            "id": self.id,
            "name": self.name,
            "real_name": self.real_name,
            "title": self.title,
            "tz": self.tz,
            "is_bot": self.is_bot,
            "is_guest": self.is_guest,
            "deleted": self.deleted,
            "color": self.color,
        }
