"""A question or deed from the page: who asks, and the things it names."""

from dataclasses import dataclass

from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.practice import Practice
from sandbox.wire import Json, Refused


@dataclass(frozen=True)
class Ask:
    practice: Practice
    body: Json

    @property
    def person(self) -> Person:
        person = self.practice.workspace.people.get(str(self.body.get("as", "")))
        if person is None:
            raise Refused("user_not_found")
        return person

    @property
    def channel(self) -> Channel:
        """A channel this person may see; no other exists for them."""
        channel = self.practice.workspace.channels.get(self.text("channel"))
        if channel is None or not channel.may_be_read_by(self.person.id):
            raise Refused("channel_not_found")
        return channel

    @property
    def writable_channel(self) -> Channel:
        channel = self.channel
        if channel.is_archived:
            raise Refused("is_archived")
        if not channel.has(self.person.id):
            raise Refused("not_in_channel")
        return channel

    @property
    def message(self) -> Json:
        """The message named by `ts` or `message_ts`, or this person's ephemeral one."""
        ts = self.text("message_ts") or self.text("ts")
        timeline = self.practice.workspace.timeline(self.channel.id)
        message = timeline.find(ts) or timeline.find_ephemeral(self.person.id, ts)
        if message is None:
            raise Refused("message_not_found")
        return message

    @property
    def view(self) -> Json:
        """A form this person has open, or their Home."""
        view_id, user = self.text("view_id"), self.person.id
        found = self.practice.views.find(view_id)
        if found is not None and found[0] == user:
            return found[1]
        home = self.practice.workspace.homes.get(user)
        if home is None or home["id"] != view_id:
            raise Refused("not_found")
        return home

    def text(self, name: str) -> str:
        return str(self.body.get(name) or "")

    def object(self, name: str) -> Json:
        value = self.body.get(name)
        return value if isinstance(value, dict) else {}
