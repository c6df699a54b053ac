"""Of which promises somebody is reminded on a day: due the next school day, due now, three school days late; and once
a week of all that was due before it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from handlers.rules.school_days import SchoolCalendar

LATE_SCHOOL_DAYS = 3
DAY = timedelta(days=1)


class Reminder(Enum):
    AHEAD = "ahead"
    DUE = "due"
    LATE = "late"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class ReminderDays:
    """The days a promise is due on that one is reminded of today; both ends belong to each stretch.

    A closed due day falls to both sides: reminded ahead on the last school day before it, due on the first after it.
    """

    on: date
    late: tuple[date, date]
    due: tuple[date, date]
    ahead: tuple[date, date]
    week: date  # its Monday
    overdue_until: date  # before the first school day of the week: what was due by then is listed once in that week

    def find_kind(self, due_on: date, *, lists_overdue: bool = False) -> Reminder | None:
        """`lists_overdue`: this is the message of the week in which all that is overdue stands."""
        for kind, (first, last) in ((Reminder.LATE, self.late), (Reminder.DUE, self.due), (Reminder.AHEAD, self.ahead)):
            if first <= due_on <= last:
                return kind
        return Reminder.OVERDUE if lists_overdue and due_on <= self.overdue_until else None


def reminder_days(on: date, calendar: SchoolCalendar) -> ReminderDays:
    """For a school day."""
    late = calendar.add_school_days(on, -LATE_SCHOOL_DAYS)
    return ReminderDays(
        on=on,
        late=(late, calendar.add_school_days(late, 1) - DAY),
        due=(calendar.school_day_before(on) + DAY, on),
        ahead=(on + DAY, calendar.add_school_days(on, 1)),
        week=(monday := on - on.weekday() * DAY),
        overdue_until=calendar.school_day_before(calendar.next_school_day(monday)),
    )
