"""Students whom somebody's words name and a reader may not see: they are read as *another student*."""

from collections.abc import Collection, Iterable

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Request
from handlers.known import known_of
from handlers.rules.folding import fold
from handlers.rules.names import Known
from handlers.rules.other_students import other_students_in, without_names
from storage import students
from storage.access import Access
from storage.students import Student

_LONGEST_NAME = 4  # words; longer names are found by a shorter form of theirs
_MOST_KEYS = 2000


def hide_strangers(
    session: Session, request: Request, key: Access, author_id: str, texts: Collection[str], others: Iterable[int] = ()
) -> list[str]:
    """The texts about this student as the asker may read them. `others`: further students they are recorded to be on.

    A name the author could not have known is no student to them, so it is looked for among the author's own.
    """
    (about,) = students.list_students(session, [key])
    hidden = [*_list_unseen(session, request, others), *_list_named(session, request, about, author_id, texts)]
    return [without_names(text, hidden, [known_of(about)]) if hidden else text for text in texts]


def _list_unseen(session: Session, request: Request, student_ids: Iterable[int]) -> list[Known]:
    wanted = set(student_ids)
    if not wanted:
        return []
    seen = doors.access_to_write(session, request, student_ids=wanted)
    return [known_of(row) for row in students.list_names_to_hide(session, wanted - seen.keys.keys())]


def _list_named(
    session: Session, request: Request, about: Student, author_id: str, texts: Collection[str]
) -> list[Known]:
    """Plainly named students of the author's whom the asker does not see."""
    if author_id == request.person:
        return []
    author = Request(person=author_id, now=request.now)
    keys = doors.access_to_write(session, author, keys=_keys_in(texts))
    unseen = keys.keys.keys() - doors.access_to_write(session, request, student_ids=keys.keys.keys()).keys.keys()
    if not unseen:
        return []
    known = [known_of(row) for row in students.list_students(session, list(keys))]
    named = {one.id for text in texts for one in other_students_in(text, known, [known_of(about)])}
    return [one for one in known if one.id in named & unseen]


def _keys_in(texts: Iterable[str]) -> list[str]:
    """Every run of a few words, folded: whom of them an index knows, is a student."""
    found: dict[str, None] = {}
    for text in texts:
        words = [fold(word) for written in text.split() for word in _unpossessed(written).split("-")]
        words = [word for word in words if word]
        for at in range(len(words)):
            for length in range(1, _LONGEST_NAME + 1):
                found[" ".join(words[at : at + length])] = None
    return list(found)[:_MOST_KEYS]


def _unpossessed(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word
