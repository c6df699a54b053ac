"""Channels as the app may know them: conversations.info, list, members, open, join, leave."""

from sandbox.channels import Channel
from sandbox.practice import Practice
from sandbox.rates import TIER_2, TIER_3, TIER_4
from sandbox.web_api.arguments import Arguments
from sandbox.web_api.chat import direct_message
from sandbox.web_api.endpoint import need_scope
from sandbox.web_api.finding import find_channel, find_person
from sandbox.web_api.methods import method
from sandbox.web_api.paging import page_of
from sandbox.web_api.users import kinds_asked_for, listed_channels
from sandbox.wire import Json, Refused, wrong_arguments


@method("conversations.info", rate=TIER_3)
def info(practice: Practice, args: Arguments) -> Json:
    channel = _readable(practice, args)
    return {"channel": channel.as_slack(with_num_members=args.flag("include_num_members"))}


@method("conversations.list", rate=TIER_2)
def list_(practice: Practice, args: Arguments) -> Json:
    kinds = kinds_asked_for(practice, args)
    bot = practice.workspace.bot.id
    known = [each for each in practice.workspace.channels.values() if each.may_be_read_by(bot)]
    return listed_channels(known, kinds, args)


@method("conversations.members", rate=TIER_4)
def members(practice: Practice, args: Arguments) -> Json:
    page, more = page_of(_readable(practice, args).member_ids, args)
    return {"members": page, **more}


@method("conversations.open", rate=TIER_3)
def open_(practice: Practice, args: Arguments) -> Json:
    need_scope(practice, "im:write")
    if "channel" in args:
        channel = find_channel(practice, args.text("channel"))
        return {"channel": {"id": channel.id}, "no_op": True, "already_open": True}
    users = args.words("users")
    if not users:
        raise wrong_arguments("missing required field: users")
    if len(users) > 1:
        raise Refused("method_not_supported_for_channel_type")
    channel = direct_message(practice, find_person(practice, users[0]).id)
    told = channel.as_slack() if args.flag("return_im") else {"id": channel.id}
    return {"channel": told, "no_op": True, "already_open": True}


def _readable(practice: Practice, args: Arguments) -> Channel:
    channel = find_channel(practice, args.needed("channel"))
    need_scope(practice, f"{channel.scope_family}:read")
    return channel
