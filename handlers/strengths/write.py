"""**Edit strengths**: lines are added, changed and removed, and every earlier wording stays with whoever said it."""

from datetime import date

from sqlmodel import Session

from handlers import crisis, doors
from handlers.blocks import button, buttons, escape, says
from handlers.card import reader_of, show_lines, show_strengths, today_of
from handlers.conversation import Answer, Block, Corrections, Ids, Note, Refusal, Reply, Request
from handlers.promise import read_day
from handlers.rules.danger import sounds_like_danger
from handlers.rules.escapes import clean
from handlers.say_card import NO_STRENGTHS, say_strengths
from handlers.shown import name_for
from handlers.strengths.forms import all_form, change_form
from handlers.strengths.history import READ
from storage import audit, profiles
from storage.access import Access
from storage.profiles import LineKind, ProfileLine

CHANGED_MEANWHILE = "Somebody has changed or removed that line meanwhile. Look at the strengths again."
NOT_YET = "That day is still to come. Choose today or an earlier one."
NOT_HERE = "Nothing was kept: colleagues read this. Write it as a check-in, which stays restricted."
THEMSELVES = {LineKind.OWN: "the student", LineKind.FAMILY: "the family"}


def ask(request: Request, session: Session) -> Answer:
    """All lines, each with **Change**, and one to add."""
    key = doors.access_student(session, request, request.number("student"))
    ids: Ids = {"student": key.student_id, "channel": request.channel}
    lines = show_strengths(session, key, request)
    return all_form(ids, name_for(session, key), lines, _today(session, key, request))


def ask_change(request: Request, session: Session) -> Answer:
    key, line = _get_line(session, request)
    (shown,) = show_lines(session, key, request, [line])
    if shown.text != line.text:  # it names somebody whom this person may not see, and saving would lose the name
        raise Refusal("That line is about another student too. Whoever wrote it down can change it.")
    ids: Ids = {"student": key.student_id, "line": line.id, "channel": str(request.ids.get("channel", ""))}
    return change_form(ids, shown, _today(session, key, request))


def add(request: Request, session: Session) -> Answer:
    key = doors.access_student(session, request, request.number("student"))
    line = _read(session, request, key)
    if isinstance(line, Corrections):
        return line
    profiles.add_line(session, line)
    _note(session, request, "strengths.add", key, line)
    return say_kept(request, session)


def change(request: Request, session: Session) -> Answer:
    """The line ends and another begins; the same words again change nothing."""
    key, line = _get_line(session, request)
    new = _read(session, request, key)
    if isinstance(new, Corrections):
        return new
    if _meaning(new) != _meaning(line):
        profiles.add_line(session, new)
        profiles.end_line(session, line, by=request.person, now=request.now, replaced_by=new)
        _note(session, request, "strengths.change", key, new)
    return say_kept(request, session)


def remove(request: Request, session: Session) -> Answer:
    key, line = _get_line(session, request)
    profiles.end_line(session, line, by=request.person, now=request.now)
    _note(session, request, "strengths.remove", key, line)
    sentence = "The line is removed. The history keeps it."
    return Reply(sentence, (says(sentence), _more(key)))


def say_kept(request: Request, session: Session) -> Answer:
    """The strengths as they stand now."""
    key = doors.access_student(session, request, request.number("student"))
    shown = say_strengths(show_strengths(session, key, request), _today(session, key, request))
    head = says(f"*Kept.* Strengths of *{escape(name_for(session, key))}*:")
    note = Note(READ, f"student:{key.student_id}", key.student_id, key.reason)
    ids: Ids = {"student": key.student_id}
    made = (head, *(shown or [says(NO_STRENGTHS)]), _more(key))
    return Reply("The strengths are kept.", made, said="strengths.kept", ids=ids, notes=(note,))


def _read(session: Session, request: Request, key: Access) -> ProfileLine | Corrections:
    kind = next((kind for kind in LineKind if kind == request.word("kind")), LineKind.ENGAGES)
    text, said_words = clean(request.word("text")).strip(), clean(request.word("said_words")).strip()
    today = _today(session, key, request)
    line = ProfileLine(
        student_id=key.student_id,
        kind=kind,
        text=text,
        said_by=said_words or request.word("said_by") or THEMSELVES.get(kind, request.person),
        said_on=read_day(request.word("said_on")) or today,
        set_by=request.person,
        set_at=request.now,
    )
    wrong = _find_wrong(session, key, line, today)
    return Corrections(wrong) if wrong else line


def _find_wrong(session: Session, key: Access, line: ProfileLine, today: date) -> dict[str, str]:
    wrong = {}
    if not line.text:
        wrong["text"] = "Write a word or two."
    if line.said_on > today:
        wrong["said_on"] = NOT_YET
    for name, words in (("text", line.text), ("said_words", line.said_by)):
        if sounds_like_danger(words):
            wrong[name] = f"{NOT_HERE} {crisis.say_briefly(crisis.text_for(session, [key]))}"
    return wrong


def _get_line(session: Session, request: Request) -> tuple[Access, ProfileLine]:
    key = doors.access_student(session, request, request.number("student"))
    line = profiles.find_line(session, key, request.number("line"))
    if line is None or line.ended_at is not None:
        raise Refusal(CHANGED_MEANWHILE)
    return key, line


def _meaning(line: ProfileLine) -> tuple[str, str, str, date]:
    return line.kind, line.text, line.said_by, line.said_on


def _note(session: Session, request: Request, action: str, key: Access, line: ProfileLine) -> None:
    audit.note(
        session,
        request.now,
        request.person,
        action,
        access=key,
        object_id=f"line:{line.id}",
        channel_id=request.channel,
    )


def _more(key: Access) -> Block:
    ids = {"student": key.student_id}
    return buttons(button("Edit strengths", "strengths.ask", ids), button("Card", "students.card", ids))


def _today(session: Session, key: Access, request: Request) -> date:
    return today_of(reader_of(session, key, request))
