"""A direct message: the files in it are read, and plain words get an answer too."""

from sqlmodel import Session

from handlers import doors, telling
from handlers.conversation import Answer, Ids, Quiet, Request
from handlers.crisis import ACT_NOW
from handlers.rules.danger import sounds_like_danger
from handlers.students import replies
from handlers.students.later import READ_FILE, TAKE_FILE, work_on_file
from storage import people

MOST_FILES = 10  # as many as Slack takes in one message


def hear(request: Request, session: Session) -> Answer:
    """Each file is read by the sender of the outbox: that takes longer than an event may."""
    files = [str(request.ids[f"file{number}"]) for number in range(1, MOST_FILES + 1) if f"file{number}" in request.ids]
    for file in files:
        work_on_file(session, request, READ_FILE, {"file": file})
    if sounds_like_danger(request.words):
        telling.tell(session, request, request.person, ACT_NOW, {})
    elif not files:
        telling.tell(session, request, request.person, "students.direct_words", {})
    return Quiet()


def say_what_works(request: Request, session: Session) -> Answer:
    """Guests and people from outside get no answers (PRV-05)."""
    if not doors.may_ask(people.find_person(session, request.person)):
        return Quiet()
    return replies.say_what_works("")


def choose_team(request: Request, session: Session) -> Answer:
    """The team that the students of a dropped file come to."""
    work_on_file(session, request, READ_FILE, _ids(request))
    return replies.say_reading()


def take(request: Request, session: Session) -> Answer:
    """**Add them**: the file is read once more and taken in."""
    work_on_file(session, request, TAKE_FILE, _ids(request))
    return replies.say_taking()


def leave(request: Request, session: Session) -> Answer:
    """**Leave it**."""
    return replies.say_left()


def _ids(request: Request) -> Ids:
    return {name: request.ids[name] for name in ("file", "team", "school") if name in request.ids}
