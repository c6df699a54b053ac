"""What a person asks and what the bot answers, in our own words: nothing here is Slack's but the shape of blocks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session

Block = dict[str, Any]
Ids = Mapping[str, int | str]
Field = str | tuple[str, ...]
LARGEST_ID = 2**31 - 1  # PostgreSQL takes no larger one


@dataclass(frozen=True, slots=True)
class Source:
    """A message that a shortcut was used on, or a file that somebody dropped."""

    channel: str
    ts: str
    author: str = ""
    text: str = ""
    link: str = ""
    has_bot: bool = False  # the bot is a member of its channel


@dataclass(frozen=True, slots=True)
class Request:
    """One thing a person did, or, with no person, one thing the bot is about to say in a channel.

    `claim` names the delivery: a second one with the same claim changes nothing. `fields` are a form's, by name;
    several chosen values come as a tuple. `ids` are what the button, form or outbox row was about.
    """

    person: str
    now: datetime  # aware, UTC
    channel: str = ""
    thread: str = ""  # the ts of the message that heads the thread it was said in
    words: str = ""
    fields: Mapping[str, Field] = field(default_factory=dict)
    ids: Ids = field(default_factory=dict)
    source: Source | None = None
    claim: str = ""
    is_administrator: bool = False
    bot: str = ""  # the bot's own user id
    workspace_url: str = ""  # where links into the workspace begin

    def number(self, name: str) -> int:
        """The id of that name; 0, which nothing has, where there is none."""
        value = self.ids.get(name, 0)
        is_number = isinstance(value, int) and not isinstance(value, bool)  # which PostgreSQL tells apart
        return int(value) if is_number and abs(int(value)) <= LARGEST_ID else 0

    def chosen_id(self, name: str) -> int:
        """The id that was chosen in a menu; 0, which nothing has, where none was."""
        value = self.word(name)
        return int(value) if value.isdecimal() and len(value) < len(str(LARGEST_ID)) else 0

    def word(self, name: str) -> str:
        """One field of the form, trimmed; empty where it was left so."""
        value = self.fields.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def chosen(self, name: str) -> tuple[str, ...]:
        """The chosen values of a field that takes several."""
        value = self.fields.get(name, ())
        return value if isinstance(value, tuple) else (value,) if value else ()


@dataclass(frozen=True, slots=True)
class Note:
    """What was read, for the audit: written before the answer leaves (PRV-30)."""

    action: str
    object_id: str
    student_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """Words for one person, or for a channel. `text` is what a phone's lock screen shows: it names no student.

    `said` and `ids` name this reply in handlers/table.py, so that it can be said again, from the record, to a
    second delivery of the same request.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    said: str = ""
    ids: Ids = field(default_factory=dict)
    replaces: bool = False  # takes the place of the message whose button was pressed
    notes: tuple[Note, ...] = ()
    looked: tuple[int, ...] = ()  # ids of the students whose newest the reader has seen now


@dataclass(frozen=True, slots=True)
class Form:
    """A form to fill in. `name` is its verb in handlers/table.py; `ids` come back with it."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    submit: str = "Save"  # empty: a form that only shows and offers buttons
    close: str = "Cancel"
    ids: Ids = field(default_factory=dict)
    replaces: bool = False  # takes the place of the form whose button was pressed


@dataclass(frozen=True, slots=True)
class Home:
    """A person's Home tab."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Corrections:
    """A form handed back, nothing lost, with a sentence under each field that needs another look."""

    errors: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a searching menu offers: (value, label) pairs."""

    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quiet:
    """Nothing to say here: the form closes, the button stays. With `said`, a row of the outbox says the rest."""


Answer = Reply | Form | Home | Corrections | Choices | Quiet
Run = Callable[[Request, Session], Answer]


@dataclass(frozen=True, slots=True)
class Verb:
    """Something a person does. `writes` says which door to the memory it needs: one at a time, or many at once."""

    run: Run
    writes: bool


class Refusal(Exception):
    """No, with what to do next. Nothing was changed; what the person typed is shown back with it."""

    def __init__(self, sentence: str, blocks: tuple[Block, ...] = ()) -> None:
        super().__init__()  # no words: exceptions are logged, sentences may tell of somebody
        self.sentence = sentence
        self.blocks = blocks


def reads(run: Run) -> Verb:
    return Verb(run, writes=False)


def writes(run: Run) -> Verb:
    return Verb(run, writes=True)
