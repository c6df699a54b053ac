"""The app changes channels: create, join, leave, invite, kick, rename, archive, topic and purpose."""

from sandbox import membership
from sandbox.channels import Channel
from sandbox.identity import BOT_USER_ID
from sandbox.practice import Practice
from sandbox.rates import TIER_2, TIER_3
from sandbox.web_api.arguments import Arguments
from sandbox.web_api.endpoint import need_scope
from sandbox.web_api.finding import find_channel, find_person
from sandbox.web_api.methods import method
from sandbox.wire import Json, Refused

LONGEST_NAME, LONGEST_TOPIC = 80, 250


@method("conversations.create", rate=TIER_2)
def create(practice: Practice, args: Arguments) -> Json:
    private = args.flag("is_private")
    need_scope(practice, "groups:write" if private else "channels:manage")
    name = _free_name(practice, args)
    made = membership.create(practice, practice.workspace.bot, name, private=private)
    return {"channel": made.as_slack()}


@method("conversations.join", scope="channels:join", rate=TIER_3)
def join(practice: Practice, args: Arguments) -> Json:
    channel = find_channel(practice, args.needed("channel"))
    if channel.kind != "public":
        raise Refused("method_not_supported_for_channel_type")
    _refuse_archived(channel)
    membership.join(practice, channel, BOT_USER_ID)
    return {"channel": channel.as_slack()}


@method("conversations.leave", rate=TIER_3)
def leave(practice: Practice, args: Arguments) -> Json:
    channel = find_channel(practice, args.needed("channel"))
    if not channel.has(BOT_USER_ID):
        return {"not_in_channel": True}
    membership.leave(practice, channel, BOT_USER_ID)
    return {}


@method("conversations.invite", rate=TIER_3)
def invite(practice: Practice, args: Arguments) -> Json:
    channel = _managed(practice, args)
    for user in args.words("users"):
        if channel.has(find_person(practice, user).id):
            raise Refused("already_in_channel")
        membership.join(practice, channel, user, inviter=BOT_USER_ID)
    return {"channel": channel.as_slack()}


@method("conversations.kick", rate=TIER_3)
def kick(practice: Practice, args: Arguments) -> Json:
    channel, user = _managed(practice, args), args.needed("user")
    if user == BOT_USER_ID:
        raise Refused("cant_kick_self")
    if not channel.has(user):
        raise Refused("not_in_channel")
    membership.leave(practice, channel, user)
    return {"errors": {}}


@method("conversations.rename", rate=TIER_2)
def rename(practice: Practice, args: Arguments) -> Json:
    channel = _managed(practice, args)
    membership.rename(practice, channel, practice.workspace.bot, _free_name(practice, args))
    return {"channel": channel.as_slack()}


@method("conversations.archive", rate=TIER_2)
def archive(practice: Practice, args: Arguments) -> Json:
    channel = find_channel(practice, args.needed("channel"))
    if channel.is_archived:
        raise Refused("already_archived")
    membership.archive(practice, _managed(practice, args), practice.workspace.bot)
    return {}


@method("conversations.setTopic", rate=TIER_2)
def set_topic(practice: Practice, args: Arguments) -> Json:
    channel = _managed(practice, args)
    channel.topic = _short(args.text("topic"))
    return _kept(practice, channel)


@method("conversations.setPurpose", rate=TIER_2)
def set_purpose(practice: Practice, args: Arguments) -> Json:
    channel = _managed(practice, args)
    channel.purpose = _short(args.text("purpose"))
    return _kept(practice, channel)


def _kept(practice: Practice, channel: Channel) -> Json:
    practice.workspace.keep_channel(channel)
    membership.show_channels(practice)
    return {"channel": channel.as_slack()}


def _managed(practice: Practice, args: Arguments) -> Channel:
    """A channel the app is in and may change."""
    channel = find_channel(practice, args.needed("channel"))
    need_scope(practice, "groups:write" if channel.is_private else "channels:manage")
    if channel.is_im:
        raise Refused("method_not_supported_for_channel_type")
    if not channel.has(BOT_USER_ID):
        raise Refused("not_in_channel")
    _refuse_archived(channel)
    return channel


def _refuse_archived(channel: Channel) -> None:
    if channel.is_archived:
        raise Refused("is_archived")


def _free_name(practice: Practice, args: Arguments) -> str:
    name = args.text("name")
    if not name:
        raise Refused("invalid_name_required")
    if len(name) > LONGEST_NAME:
        raise Refused("invalid_name_maxlength")
    if name != name.lower() or not all(each.isalnum() or each in "-_" for each in name):
        raise Refused("invalid_name_specials")
    if practice.workspace.channel_named(name) is not None:
        raise Refused("name_taken")
    return name


def _short(text: str) -> str:
    if len(text) > LONGEST_TOPIC:
        raise Refused("too_long")
    return text
