"""What a question can be about, once it has been read: the one shape between understanding and answering."""

import enum
from dataclasses import dataclass
from datetime import date

from handlers.rules.names import Known


class Asked(enum.StrEnum):
    """What somebody wants to know."""

    OWNER = "owner"  # who owns follow-up for Maya: open follow-ups, then roles and gaps
    DUTY = "duty"  # who calls home: the holder of `duty`
    WHO_SAID = "who said"  # who said they'd do X: the follow-up with `words`
    DUTIES_OF = "duties of"  # what am I, or `staff`, supposed to be doing: follow-ups and roles
    OVERDUE = "overdue"
    NO_OWNER = "no owner"  # what has no owner
    GAPS = "gaps"  # which of my students have nobody for `duty`, or for anything
    HOW_IS = "how is"  # how is Maya doing, latest on Maya: the card
    NEW = "new"  # what is new on my students, or on one
    HISTORY = "history"  # who changed the owner, when; who was family contact in October
    HUDDLE = "huddle"  # when is our huddle
    FOCUS = "focus"  # who is the focus this week
    MEANING = "meaning"  # what does FBA mean: `words`
    UNCLEAR = "unclear"  # not understood, and never guessed
    OTHER_LANGUAGE = "other language"


class Whose(enum.StrEnum):
    """Which students a question is about."""

    ONE = "one"  # exactly `students[0]`
    SEVERAL = "several"  # `students` are candidates: ask which is meant
    BOTH = "both"  # all of `students` are meant, plainly named
    NOBODY = "nobody"  # a name was written, and it is nobody's whom the asker may see: `name` has it as typed
    THIS = "this"  # "this student", "he", or no name in a thread about exactly one
    MINE = "mine"  # all the asker's students, or of this channel's team
    UNSAID = "unsaid"  # one student is needed and none was named: ask which


@dataclass(frozen=True, slots=True)
class Question:
    """`near`: the name was taken although it was not written as it is on record, so the answer says which it took.

    `duty` is a role's name as the school has it. `staff` are ids of Slack: one is meant, several are asked about;
    with `staff_unknown` somebody was named whom nobody in the team is called. `since` and `until` bound a history.
    """

    asked: Asked
    whose: Whose = Whose.UNSAID
    students: tuple[Known, ...] = ()
    name: str = ""
    near: bool = False
    duty: str = ""
    staff: tuple[str, ...] = ()
    staff_unknown: str = ""
    words: str = ""
    since: date | None = None
    until: date | None = None
