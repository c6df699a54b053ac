"""The school's workspace: its people, channels and messages, found by id and kept in memory's file."""

import itertools
from collections.abc import Iterable
from dataclasses import asdict, fields

from sandbox.channels import Channel
from sandbox.clock import Clock
from sandbox.identity import BOT_USER_ID, TEAM_ID, new_id
from sandbox.memory import Memory
from sandbox.people import COLORS, Person
from sandbox.timeline import Timeline
from sandbox.wire import Json


class Workspace:
    def __init__(self, memory: Memory, clock: Clock, bot_name: str, name: str, domain: str) -> None:
        self.name, self.domain, self.url = name, domain, ""
        self.people: dict[str, Person] = {}
        self.channels: dict[str, Channel] = {}
        self.homes: dict[str, Json] = {}
        self._timelines: dict[str, Timeline] = {}
        self._dms: dict[frozenset[str], Channel] = {}
        self._memory, self._clock = memory, clock
        self._recall()
        if BOT_USER_ID not in self.people:
            handle = bot_name.lower().replace(" ", "")
            self.keep_person(Person(id=BOT_USER_ID, name=handle, real_name=bot_name, is_bot=True))
        self._numbers = itertools.count(1 + max(_number(each) for each in (*self.people, *self.channels)))

    # People

    def add_person(self, handle: str, real_name: str, **more: object) -> Person:
        number = next(self._numbers)
        person = Person(id=new_id("U", number, handle), name=handle, real_name=real_name)
        person.color = COLORS[number % len(COLORS)]
        for key, value in more.items():
            setattr(person, key, value)
        self.keep_person(person)
        self.dm_with_app(person.id)
        return person

    def keep_person(self, person: Person) -> None:
        person.updated = int(self._clock.time())
        self.people[person.id] = person
        self._memory.keep("person", person.id, asdict(person))

    def person_named(self, handle: str) -> Person | None:
        wanted = handle.lower()
        return next((each for each in self.people.values() if each.name.lower() == wanted), None)

    @property
    def bot(self) -> Person:
        return self.people[BOT_USER_ID]

    # Channels

    def add_channel(self, name: str, kind: str, creator: str, members: Iterable[str] = ()) -> Channel:
        letter = "D" if kind == "im" else "C"
        channel = Channel(
            id=new_id(letter, next(self._numbers), name),
            name=name,
            kind=kind,
            creator=creator,
            created=int(self._clock.time()),
            member_ids=list(dict.fromkeys(members)),
        )
        self.keep_channel(channel)
        return channel

    def keep_channel(self, channel: Channel) -> None:
        self._know_channel(channel)
        self._memory.keep("channel", channel.id, asdict(channel))

    def _know_channel(self, channel: Channel) -> None:
        self.channels[channel.id] = channel
        if channel.is_im:
            self._dms[frozenset(channel.member_ids)] = channel

    def forget_channel(self, channel: Channel) -> None:
        for message in self.timeline(channel.id).everything():
            self.forget_message(channel.id, message["ts"])
        self._timelines.pop(channel.id, None)
        del self.channels[channel.id]
        self._memory.forget("channel", channel.id)

    def channel_named(self, name: str, reader: str | None = None) -> Channel | None:
        """A channel by its name; with a reader only among those they may see."""
        for channel in self.channels.values():
            if channel.name == name and (reader is None or channel.may_be_read_by(reader)):
                return channel
        return None

    def channels_of(self, user: str) -> list[Channel]:
        return [each for each in self.channels.values() if each.has(user)]

    def dm_between(self, one: str, other: str) -> Channel:
        found = self._dms.get(frozenset((one, other)))
        return found or self.add_channel(self.people[one].name, "im", creator=other, members=(one, other))

    def dm_with_app(self, user: str) -> Channel:
        return self.dm_between(user, BOT_USER_ID)

    # Messages

    def timeline(self, channel_id: str) -> Timeline:
        return self._timelines.setdefault(channel_id, Timeline())

    def keep_message(self, channel_id: str, message: Json) -> None:
        """Add a message, or remember the changes made to one that stands already."""
        self.timeline(channel_id).add(message)
        self._memory.keep("message", f"{channel_id}:{message['ts']}", message)

    def forget_message(self, channel_id: str, ts: str) -> Json | None:
        self._memory.forget("message", f"{channel_id}:{ts}")
        return self.timeline(channel_id).remove(ts)

    def keep_ephemeral(self, channel_id: str, user: str, message: Json) -> None:
        self.timeline(channel_id).add_ephemeral(user, message)
        self._memory.keep("ephemeral", f"{channel_id}:{user}:{message['ts']}", message)

    def forget_ephemeral(self, channel_id: str, user: str, ts: str) -> Json | None:
        self._memory.forget("ephemeral", f"{channel_id}:{user}:{ts}")
        return self.timeline(channel_id).remove_ephemeral(user, ts)

    # Home

    def keep_home(self, user: str, view: Json) -> None:
        self.homes[user] = view
        self._memory.keep("home", user, view)

    def _recall(self) -> None:
        for _, body in self._memory.recall_all("person"):
            self.people[body["id"]] = Person(**_known(Person, body))
        for _, body in self._memory.recall_all("channel"):
            self._know_channel(Channel(**_known(Channel, body)))
        for name, body in self._memory.recall_all("message"):
            self.timeline(name.split(":")[0]).add(body)
        for name, body in self._memory.recall_all("ephemeral"):
            channel_id, user, _ = name.split(":")
            self.timeline(channel_id).add_ephemeral(user, body)
        self.homes.update(self._memory.recall_all("home"))
        self._clock.start_after(max((each.last_ts() for each in self._timelines.values()), default="0.0"))

    def as_page(self) -> Json:
        return {"id": TEAM_ID, "name": self.name, "url": self.url}


def _known(kind: type, body: Json) -> Json:
    """Only what this version knows, so that a file of another version still opens."""
    names = {each.name for each in fields(kind)}
    return {key: value for key, value in body.items() if key in names}


def _number(written_id: str) -> int:
    digits = written_id[1:6]
    return int(digits) if digits.isdigit() else 0
