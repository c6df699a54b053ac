"""Shows what a calendar dropped into the bot's direct messages would add, and adds it when that is wanted."""

from handlers.calendars import say_drop
from handlers.calendars.drop import WhichSchool, find_school, is_calendar, list_new, read_file, take
from handlers.conversation import Reply, Request
from storage.database import Database

__all__ = ["DroppedCalendars", "is_calendar"]


class DroppedCalendars:
    """Raises Refusal, with what to say."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def preview(self, request: Request, content: bytes) -> Reply:
        try:
            with self._database.read() as session:
                school = find_school(session, request)
                found = read_file(session, school, content, request.now)
                new = list_new(session, school, found.marked)
        except WhichSchool as which:
            return say_drop.ask_school([(school.id, school.name) for school in which.schools], request.ids)
        return say_drop.say_preview(school.name, found, new, {**request.ids, "school": school.id})

    def take(self, request: Request, content: bytes) -> Reply:
        try:
            with self._database.write() as session:
                school = find_school(session, request)
                new = list_new(session, school, read_file(session, school, content, request.now).marked)
                take(session, request.person, request.now, school, new)
        except WhichSchool as which:
            return say_drop.ask_school([(school.id, school.name) for school in which.schools], request.ids)
        return say_drop.say_done(school.name, new)
