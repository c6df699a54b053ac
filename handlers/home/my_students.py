"""Home's part about students: each with the days since the last check-in and a button to write the next."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlmodel import Session

from handlers.blocks import beside, button, escape, says
from handlers.conversation import Block, Request
from handlers.home.say_home import choose_page, page_buttons, title
from handlers.rules.folding import fold
from handlers.rules.zones import zone_of
from handlers.shown import show_privately
from storage import checkins, looks, students
from storage.access import Access, AccessToMany
from storage.looks import News
from storage.students import Student

STUDENTS_ON_A_PAGE = 20
NEW_FOR = timedelta(days=7)  # to who never looked, what is older is no news


def my_students(session: Session, request: Request, keys: Mapping[int, Access], time_zone: str) -> list[Block]:
    """A page of them, by the name they are called."""
    everyone = sorted(students.list_students(session, list(keys.values())), key=_called)
    if not everyone:
        return [*title("My students"), says("No students yet. A team's lead adds them with `/student add`.")]
    page = choose_page(request.number("students"), len(everyone), STUDENTS_ON_A_PAGE)
    shown = everyone[page * STUDENTS_ON_A_PAGE : (page + 1) * STUDENTS_ON_A_PAGE]
    able = AccessToMany(request.person, {student.id: keys[student.id] for student in shown})
    last_on = checkins.find_last_on(session, list(able))
    news = {one.student_id: one for one in looks.list_news(session, able, request.now - NEW_FOR)}
    made = [
        say_student(
            student.id,
            show_privately(session, student, keys[student.id]),
            say_since(last_on.get(student.id), request.now, time_zone) + say_news(news.get(student.id)),
        )
        for student in shown
    ]
    other = {"teams": request.number("teams")}
    turns = page_buttons("students", page, len(shown), len(everyone), STUDENTS_ON_A_PAGE, other)
    return [*title("My students"), *made, *turns]


def _called(student: Student) -> tuple[str, str]:
    return fold(student.preferred_name or student.first_name), fold(student.last_name)


def say_student(student_id: int, name: str, since: str) -> Block:
    return beside(f"*{escape(name)}*  ·  {since}", button("Check in", "checkins.ask", {"student": student_id}))


def say_news(news: News | None) -> str:
    """What colleagues wrote since the reader looked at the card, or asked what is new."""
    if news is None:
        return ""
    counted = [(news.checkins, "check-in"), (news.followups, "follow-up")]
    said = " and ".join(f"{count} new {noun}{'s' if count > 1 else ''}" for count, noun in counted if count)
    return f"  ·  *{said}*" if said else ""


def say_since(last: datetime | None, now: datetime, time_zone: str) -> str:
    """How long ago, in whole days of the reader's own calendar."""
    if last is None:
        return "no check-in yet"
    zone = zone_of(time_zone)
    days = (now.astimezone(zone).date() - last.astimezone(zone).date()).days
    if days <= 0:
        return "last check-in today"
    return "last check-in yesterday" if days == 1 else f"last check-in {days} days ago"
