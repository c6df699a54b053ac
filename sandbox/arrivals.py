"""People come, change and go; the app hears of it as team_join and user_change."""

from sandbox import events
from sandbox.membership import show_channels
from sandbox.people import Person
from sandbox.practice import Practice

# What an administrator can do to an account, and what then stands on it.
CHANGES: dict[str, dict[str, bool]] = {
    "deactivate": {"deleted": True},
    "activate": {"deleted": False},
    "make_guest": {"is_restricted": True, "is_ultra_restricted": False},
    "make_single_channel_guest": {"is_restricted": True, "is_ultra_restricted": True},
    "make_member": {"is_restricted": False, "is_ultra_restricted": False, "is_stranger": False},
    "make_admin": {"is_admin": True},
}


def arrive(practice: Practice, handle: str, real_name: str, **more: object) -> Person:
    person = practice.workspace.add_person(handle, real_name, **more)
    event = {"type": "team_join", "user": _told(practice, person)}
    events.tell_app(practice, "team_join", event)
    show_channels(practice)
    return person


def change(practice: Practice, person: Person, **changes: object) -> None:
    for key, value in changes.items():
        setattr(person, key, value)
    practice.workspace.keep_person(person)
    cache_ts = int(practice.clock.time())
    event = {"type": "user_change", "user": _told(practice, person), "cache_ts": cache_ts}
    events.tell_app(practice, "user_change", event)
    show_channels(practice)


def _told(practice: Practice, person: Person) -> dict[str, object]:
    return person.as_slack(with_email="users:read.email" in practice.manifest.scopes)
