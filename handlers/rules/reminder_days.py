"""Of which promises somebody is reminded on a day: due the next school day, due now, or three school days late."""

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


@dataclass(frozen=True, slots=True)
class ReminderDays:
    """The days a promise is due on that one is reminded of today; both ends belong to each stretch.

    A closed due day falls to both sides: reminded ahead on the last school day before it, due on the first after it.
    """

    on: date
    late: tuple[date, date]
    due: tuple[date, date]
    ahead: tuple[date, date]

    def find_kind(self, due_on: date) -> Reminder | None:
        for kind, (first, last) in ((Reminder.LATE, self.late), (Reminder.DUE, self.due), (Reminder.AHEAD, self.ahead)):
            if first <= due_on <= last:
                return kind
        return None


def reminder_days(on: date, calendar: SchoolCalendar) -> ReminderDays:
    """For a school day."""
    late = calendar.add_school_days(on, -LATE_SCHOOL_DAYS)
    return ReminderDays(
        on=on,
        late=(late, calendar.add_school_days(late, 1) - DAY),
        due=(calendar.school_day_before(on) + DAY, on),
        ahead=(on + DAY, calendar.add_school_days(on, 1)),
    )
