"""Whether a channel is fit to read about students: private, this school's own, and nobody in it from outside."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Unfit(StrEnum):
    """Why a channel may not hear about students."""

    GONE = "gone"  # the bot is not in it, or it is no more
    ARCHIVED = "archived"
    PUBLIC = "public"
    SHARED = "shared"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class ChannelState:
    is_private: bool
    is_shared: bool
    is_archived: bool
    has_bot: bool


def why_not(state: ChannelState | None, outsiders: Collection[str], admitted: Collection[str]) -> Unfit | None:
    """The reason why no student facts go there, or None (PRV-10, PRV-11).

    `outsiders` are the guests and strangers among the members; an administrator may have admitted some by name.
    """
    if state is None or not state.has_bot:
        return Unfit.GONE
    if state.is_archived:
        return Unfit.ARCHIVED
    if not state.is_private:
        return Unfit.PUBLIC
    if state.is_shared:
        return Unfit.SHARED
    return Unfit.GUEST if set(outsiders) - set(admitted) else None
