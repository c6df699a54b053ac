"""Reads a typed check-in: whom it is about, what is said, and the topic its hashtags name."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handlers.rules.escapes import unescape
from handlers.rules.lead import Lead, read_lead
from handlers.rules.names import Found, How, Known, NameReading, Names, Nobody
from handlers.rules.other_students import other_students_in, without_names
from storage.checkins import Topic

__all__ = ["MOST_CHARACTERS", "Typed", "other_students_in", "read_checkin", "read_topic", "without_names"]

MOST_CHARACTERS = 3000

_HASHTAG = re.compile(r"(?<![\w&/#])[#＃]([^\W_][\w-]*)")
_TAGS = {
    Topic.PROGRESS: "progress goal",
    Topic.ACCOMMODATIONS: "accommodation accomodation acommodation",
    Topic.BEHAVIOR: "behavior behaviour",
    Topic.ACADEMICS: "academic",
    Topic.UPCOMING: "upcoming lesson upcominglesson test upcomingtest assessment upcomingassessment quiz quizzes exam",
    Topic.FAMILY: "family families familycontact parent parentcontact",
    Topic.WIN: "win",
}
_TOPICS = {tag: topic for topic, tags in _TAGS.items() for tag in tags.split()}


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed check-in. Hashtags stay in the text: taken out of *a #win for us* they would leave a hole."""

    lead: Lead
    mentions: tuple[str, ...] = ()  # ids of people, who are shown as @name in the words

    @property
    def words(self) -> str:
        """All that was typed, as the person saw it."""
        return self.lead.words

    @property
    def text(self) -> str:
        """The update; all the words wherever the student is not certain."""
        return self.lead.text

    @property
    def named(self) -> str:
        """The words taken as the student's name."""
        return self.lead.named

    @property
    def who(self) -> tuple[NameReading, ...]:
        """One reading for each student named; empty where nobody is."""
        return self.lead.who

    @property
    def meant(self) -> tuple[int, ...]:
        """Ids of the students it is about. Empty: ask."""
        return _ids(self._fitting) if self.lead.sure else ()

    @property
    def choices(self) -> tuple[int, ...]:
        """Ids to choose from, where the words fit these but not for certain."""
        return () if self.lead.sure else _ids(self._fitting)

    @property
    def offers(self) -> tuple[int, ...]:
        """Ids that may be offered where nobody fits."""
        return _ids(one for reading in self.who if isinstance(reading, Nobody) for one in reading.suggestions)

    @property
    def is_near(self) -> bool:
        """Whether a name was taken that was not written so, and the reply has to say which."""
        return any(one.how is How.NEAR for one in self.who if not isinstance(one, Nobody))

    @property
    def topic(self) -> Topic | None:
        return read_topic(self.text)

    @property
    def says_nothing(self) -> bool:
        """Whether nothing but hashtags and characters nobody sees was said. An emoji says something."""
        return not any(unicodedata.category(char)[0] not in "CZ" for char in _HASHTAG.sub("", self.text))

    @property
    def is_too_long(self) -> bool:
        return len(self.text) > MOST_CHARACTERS

    @property
    def _fitting(self) -> list[Known]:
        fitting = (one for one in self.who if not isinstance(one, Nobody))
        return [known for one in fitting for known in ((one.student,) if isinstance(one, Found) else one.students)]


def read_checkin(text: str, known: Sequence[Known] | Names) -> Typed:
    """What Slack sent after `/checkin`, read among the students the writer may see."""
    words, mentions = unescape(text)
    return Typed(read_lead(words, known), mentions)


def read_topic(text: str) -> Topic | None:
    """The topic of the first hashtag that names one; other hashtags are ordinary words."""
    found = (_TOPICS.get(_plain(tag)) for tag in _HASHTAG.findall(text))
    return next((topic for topic in found if topic), None)


def _plain(tag: str) -> str:
    """*#Family-Contacts* is familycontact; *#progress* keeps its s."""
    written = tag.casefold().replace("-", "").replace("_", "")
    return written if written in _TOPICS else written.removesuffix("s")


def _ids(students: Iterable[Known]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one.id for one in students))
