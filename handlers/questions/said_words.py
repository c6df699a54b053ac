"""Finds the follow-ups that somebody means by words of theirs: *who said they'd send the reading log*."""

from collections.abc import Collection, Iterable, Mapping

from rapidfuzz import fuzz
from sqlmodel import Session

from handlers import doors
from handlers.conversation import Request
from handlers.questions.question import Question
from handlers.rules.folding import fold
from handlers.shown_followups import show_followups
from storage import followups
from storage.access import AccessToMany

MOST_FOUND = 5
MOST_STUDENTS = 200  # of more, their follow-ups are not all read: the student is to be named
LEAST_SHARE = 0.6  # of the words asked for
ALIKE = 85  # of a hundred: *worksheets* and *worksheet*
_LITTLE = frozenset(
    "a an the to of for with on in at by and or he she they them her his their him it its that this would will ll d "
    "be do does did said say says promised going gonna about some any with from up out i we you".split()
)


def find_said(session: Session, request: Request, question: Question) -> list[int]:
    """Ids of the follow-ups with these words, on the students the question is about, else on all the asker's."""
    about = [one.id for one in question.students]
    if about:
        keys = doors.access_to_write(session, request, student_ids=about)
    else:
        keys = doors.access_to_look_over(session, request)
    if len(keys) > MOST_STUDENTS:
        return []
    return find_with_words(question.words, _texts(session, request, keys))


def find_with_words(words: str, texts: Mapping[int, str]) -> list[int]:
    """Whose text has most of these words, the best first; those far behind the best are left out."""
    wanted = _content(words)
    if not wanted:
        return []
    shares = {number: _share(wanted, _content(text)) for number, text in texts.items()}
    best = max(shares.values(), default=0.0)
    fitting = [number for number, share in shares.items() if share >= max(LEAST_SHARE, best - 0.01)]
    return sorted(fitting, key=lambda number: (-shares[number], -number))[:MOST_FOUND]


def _texts(session: Session, request: Request, keys: AccessToMany) -> dict[int, str]:
    """Open ones and, of those done, the newest of each student; a name that the asker may not read finds nothing."""
    rows = [row for key in keys for row in (*followups.list_open(session, key), *followups.list_done(session, key))]
    return {one.id: one.text for one in show_followups(session, request, keys, rows)}


def _content(words: str) -> list[str]:
    return [word for word in fold(words).split() if word not in _LITTLE]


def _share(wanted: Collection[str], there: Iterable[str]) -> float:
    found = list(there)
    return sum(any(_is_same(word, one) for one in found) for word in wanted) / len(wanted)


def _is_same(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 3 and fuzz.ratio(one, other) >= ALIKE)
