"""reactions.add, reactions.remove, reactions.get."""

from sandbox.channels import Channel
from sandbox.identity import BOT_USER_ID
from sandbox.practice import Practice
from sandbox.rates import TIER_2, TIER_3
from sandbox.reactions import add_reaction, remove_reaction
from sandbox.web_api.arguments import Arguments
from sandbox.web_api.finding import find_channel, find_message
from sandbox.web_api.methods import method
from sandbox.wire import Json, Refused


@method("reactions.add", scope="reactions:write", rate=TIER_3)
def add(practice: Practice, args: Arguments) -> Json:
    channel, message = _place(practice, args)
    add_reaction(practice, channel, message, BOT_USER_ID, _name(args))
    return {}


@method("reactions.remove", scope="reactions:write", rate=TIER_2)
def remove(practice: Practice, args: Arguments) -> Json:
    channel, message = _place(practice, args)
    remove_reaction(practice, channel, message, BOT_USER_ID, _name(args))
    return {}


@method("reactions.get", scope="reactions:read", rate=TIER_3)
def get(practice: Practice, args: Arguments) -> Json:
    channel, message = _place(practice, args)
    return {"type": "message", "channel": channel.id, "message": message}


def _place(practice: Practice, args: Arguments) -> tuple[Channel, Json]:
    channel = find_channel(practice, args.needed("channel"))
    if not channel.has(BOT_USER_ID):
        raise Refused("not_in_channel")
    if channel.is_archived:
        raise Refused("is_archived")
    return channel, find_message(practice, channel, args.needed("timestamp"))


def _name(args: Arguments) -> str:
    name = args.needed("name").strip(":")
    if not all(each.isalnum() or each in "_-+'" for each in name):
        raise Refused("invalid_name")
    return name
