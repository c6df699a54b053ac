"""People as the app may know them: users.info, users.list, users.conversations, users.lookupByEmail."""

from sandbox.channels import Channel
from sandbox.identity import BOT_USER_ID, SLACKBOT_ID
from sandbox.people import Person
from sandbox.practice import Practice
from sandbox.rates import TIER_2, TIER_3, TIER_4
from sandbox.web_api.arguments import Arguments
from sandbox.web_api.endpoint import need_scope
from sandbox.web_api.finding import find_person
from sandbox.web_api.methods import method
from sandbox.web_api.paging import page_of
from sandbox.wire import Json, Refused

TYPES = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}
# Everywhere, and by Slack's own account no bot.
SLACKBOT = Person(id=SLACKBOT_ID, name="slackbot", real_name="Slackbot")
_FAMILIES = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}


@method("users.info", scope="users:read", rate=TIER_4)
def info(practice: Practice, args: Arguments) -> Json:
    user = args.needed("user")
    return {"user": _told(practice, SLACKBOT if user == SLACKBOT_ID else find_person(practice, user))}


@method("users.list", scope="users:read", rate=TIER_2)
def list_(practice: Practice, args: Arguments) -> Json:
    people = [SLACKBOT, *(each for each in practice.workspace.people.values() if not each.is_stranger)]
    members, more = page_of(people, args, default=1000)
    return {"members": [_told(practice, each) for each in members], "cache_ts": 0, **more}


@method("users.lookupByEmail", scope="users:read.email", rate=TIER_3)
def lookup_by_email(practice: Practice, args: Arguments) -> Json:
    email = args.needed("email").lower()
    for person in practice.workspace.people.values():
        if person.email.lower() == email and not person.deleted:
            return {"user": _told(practice, person)}
    raise Refused("users_not_found")


@method("users.getPresence", scope="users:read", rate=TIER_3)
def presence(practice: Practice, args: Arguments) -> Json:
    find_person(practice, args.text("user") or BOT_USER_ID)
    return {"presence": "active"}


@method("users.profile.get", scope="users.profile:read", rate=TIER_4)
def profile(practice: Practice, args: Arguments) -> Json:
    return {"profile": _told(practice, find_person(practice, args.text("user") or BOT_USER_ID))["profile"]}


@method("users.conversations", rate=TIER_2)
def conversations(practice: Practice, args: Arguments) -> Json:
    """With a user: the channels they share with the app, private ones too."""
    kinds = kinds_asked_for(practice, args)
    user = find_person(practice, args.text("user") or BOT_USER_ID)
    found = [each for each in practice.workspace.channels_of(user.id) if _shared(each, user)]
    return listed_channels(found, kinds, args)


def kinds_asked_for(practice: Practice, args: Arguments) -> list[str]:
    """The kinds of channel in `types`; each needs its own scope."""
    types = args.words("types") or ["public_channel"]
    if any(each not in TYPES for each in types):
        raise Refused("invalid_types")
    kinds = [TYPES[each] for each in types]
    for kind in kinds:
        need_scope(practice, f"{_FAMILIES[kind]}:read")
    return kinds


def listed_channels(channels: list[Channel], kinds: list[str], args: Arguments) -> Json:
    left_out = args.flag("exclude_archived")
    asked = [each for each in channels if each.kind in kinds and not (left_out and each.is_archived)]
    page, more = page_of(asked, args)
    return {"channels": [each.as_slack(with_num_members=True) for each in page], **more}


def _shared(channel: Channel, user: Person) -> bool:
    return user.id == BOT_USER_ID or channel.may_be_read_by(BOT_USER_ID)


def _told(practice: Practice, person: Person) -> Json:
    return person.as_slack(with_email="users:read.email" in practice.manifest.scopes)
