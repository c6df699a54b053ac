"""Asks back where a question lacks one thing: which student, which colleague; or says that it was not understood."""

from collections.abc import Collection

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Refusal, Reply, Request
from handlers.questions import replies
from handlers.questions.carried import Carried
from handlers.questions.examples import make_examples
from handlers.questions.question import Asked, Whose
from handlers.search import options_for
from handlers.shown import show
from storage import people
from storage.access import Access

NEEDS_ONE = frozenset({Asked.OWNER, Asked.DUTY, Asked.HOW_IS, Asked.HISTORY})
EXAMPLES = 3


def ask(session: Session, request: Request, carried: Carried) -> Reply | None:
    """None where nothing is missing. Raises the one Refusal where nobody who may be meant is theirs to see."""
    if carried.asked is Asked.UNCLEAR:
        return replies.say_unclear(list_examples(session, request))
    if carried.asked is Asked.OTHER_LANGUAGE:
        return replies.say_other_language()
    if carried.is_nobody:
        return replies.say_no_such_person()
    if len(carried.staff) > 1:
        return replies.say_which_person(carried, _name_people(session, carried.staff))
    return _ask_which_student(session, request, carried)


def list_examples(session: Session, request: Request) -> tuple[str, ...]:
    """Made from the asker's own students, those of this channel first."""
    some = _list_some(session, request, EXAMPLES)[0]
    return make_examples(list(show(session, some).values()))


def _ask_which_student(session: Session, request: Request, carried: Carried) -> Reply | None:
    if carried.whose is Whose.SEVERAL or (carried.whose is Whose.BOTH and carried.asked is Asked.HOW_IS):
        keys = doors.access_students(session, request, student_ids=carried.students)
        if not keys:
            raise Refusal(doors.NOT_FOUND)
        return replies.say_which(carried, _options(session, list(keys)[: replies.MOST_OFFERED]))
    if carried.whose is Whose.UNSAID and carried.asked in NEEDS_ONE:
        some, has_more = _list_some(session, request, replies.MOST_OFFERED)
        return replies.say_which(carried, _options(session, some), has_more=has_more)
    return None


def _list_some(session: Session, request: Request, most: int) -> tuple[list[Access], bool]:
    """A few of the asker's students, those of this channel's team first; and whether there are more."""
    some = list(doors.access_some(session, request, most + 1))
    return some[:most], len(some) > most


def _options(session: Session, keys: Collection[Access]) -> list[tuple[int, str]]:
    return [(int(value), label) for value, label in options_for(session, list(keys))]


def _name_people(session: Session, person_ids: Collection[str]) -> list[tuple[str, str]]:
    known = people.find_people(session, person_ids)
    return [(one, known[one].real_name or known[one].handle or one) for one in person_ids if one in known]
