"""The channel, person or message a call means, or Slack's word for not finding it."""

from sandbox.channels import Channel
from sandbox.identity import BOT_USER_ID
from sandbox.people import Person
from sandbox.practice import Practice
from sandbox.wire import Json, Refused


def find_person(practice: Practice, user: str) -> Person:
    person = practice.workspace.people.get(user)
    if person is None:
        raise Refused("user_not_found")
    return person


def find_channel(practice: Practice, channel_id: str) -> Channel:
    """A channel the app may know of: a private one it is not in does not exist for it."""
    channel = practice.workspace.channels.get(channel_id)
    if channel is None or not channel.may_be_read_by(BOT_USER_ID):
        raise Refused("channel_not_found")
    return channel


def find_message(practice: Practice, channel: Channel, ts: str) -> Json:
    message = practice.workspace.timeline(channel.id).find(ts)
    if message is None:
        raise Refused("message_not_found")
    return message
