"""A channel or direct message of the workspace, and how Slack describes it."""

from dataclasses import dataclass, field

from sandbox.identity import BOT_USER_ID, TEAM_ID
from sandbox.wire import Json


@dataclass
class Channel:
    id: str
    name: str
    kind: str  # "public", "private" or "im"
    creator: str
    created: int
    member_ids: list[str] = field(default_factory=list)
    topic: str = ""
    purpose: str = ""
    is_archived: bool = False
    is_ext_shared: bool = False
    is_pending_ext_shared: bool = False
    is_org_shared: bool = False
    is_general: bool = False
    previous_names: list[str] = field(default_factory=list)
    read_up_to: dict[str, str] = field(default_factory=dict)

    @property
    def is_private(self) -> bool:
        return self.kind != "public"

    @property
    def is_im(self) -> bool:
        return self.kind == "im"

    @property
    def event_type(self) -> str:
        """What Slack's events call this kind of channel."""
        return {"public": "channel", "private": "group", "im": "im"}[self.kind]

    @property
    def scope_family(self) -> str:
        """The first word of the scopes that reach it: `groups:read`, `im:history`."""
        return {"public": "channels", "private": "groups", "im": "im"}[self.kind]

    @property
    def name_in_payloads(self) -> str:
        """Commands and interactions name private conversations only by their kind."""
        return {"public": self.name, "private": "privategroup", "im": "directmessage"}[self.kind]

    def has(self, user: str) -> bool:
        return user in self.member_ids

    def may_be_read_by(self, user: str) -> bool:
        return self.kind == "public" or self.has(user)

    def other_than(self, user: str) -> str:
        """In a direct message: the one on the other end."""
        return next((each for each in self.member_ids if each != user), user)

    def as_slack(self, *, with_num_members: bool = False) -> Json:
        body: Json = {
            "id": self.id,
            "created": self.created,
            "is_archived": self.is_archived,
            "is_im": self.is_im,
            "is_org_shared": self.is_org_shared,
            "context_team_id": TEAM_ID,
            "updated": self.created * 1000,
        }
        if self.is_im:
            return body | {"user": self.other_than(BOT_USER_ID), "is_user_deleted": False, "priority": 0}
        body |= {
            "name": self.name,
            "name_normalized": self.name,
            "is_channel": self.kind == "public",
            "is_group": False,
            "is_mpim": False,
            "is_private": self.is_private,
            "is_general": self.is_general,
            "is_shared": self.is_ext_shared or self.is_org_shared,
            "is_ext_shared": self.is_ext_shared,
            "is_pending_ext_shared": self.is_pending_ext_shared,
            "pending_shared": [],
            "unlinked": 0,
            "shared_team_ids": [TEAM_ID],
            "creator": self.creator,
            "is_member": self.has(BOT_USER_ID),
            "topic": {"value": self.topic, "creator": "", "last_set": 0},
            "purpose": {"value": self.purpose, "creator": "", "last_set": 0},
            "previous_names": self.previous_names,
        }
        return body | {"num_members": len(self.member_ids)} if with_num_members else body
