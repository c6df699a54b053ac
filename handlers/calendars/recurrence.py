"""On which days an event of a calendar stands, when it comes again: RRULE, RDATE and EXDATE of RFC 5545. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from icalendar import Event

MOST_REPEATS = 2000

Moment = date | datetime


def list_starts(event: "Event", first: date, last: date) -> Iterator[Moment]:
    """Each start between these days. Raises ValueError for a rule that cannot be read."""
    start: Moment = event.start
    zone = zone_of(start)
    without = {on_wall(one, zone) for one in _listed(event.get("EXDATE"))}
    starts = {on_wall(start, zone), *(on_wall(one, zone) for one in _listed(event.get("RDATE")))}
    starts.update(_ruled(event, start, last))
    for one in sorted(starts - without):
        if first <= one.date() <= last:
            yield one.replace(tzinfo=zone) if isinstance(start, datetime) else one.date()


def length_of(event: "Event") -> timedelta:
    """How long one occurrence is. An all-day end is exclusive: a one-day holiday ends on the next date."""
    return max(event.end - event.start, timedelta())


def zone_of(moment: Moment) -> tzinfo | None:
    return moment.tzinfo if isinstance(moment, datetime) else None


def on_wall(moment: Moment, zone: tzinfo | None) -> datetime:
    """As the clock on the event's own wall shows it: 08:00 stays 08:00 when the clocks change."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.min)
    there = moment.astimezone(zone) if zone is not None and moment.tzinfo is not None else moment
    return there.replace(tzinfo=None)


def _ruled(event: "Event", start: Moment, last: date) -> Iterable[datetime]:
    from dateutil.rrule import rrulestr

    zone, until_end = zone_of(start), datetime.combine(last, time.max)
    rules = event.get("RRULE") or []
    for rule in rules if isinstance(rules, list) else [rules]:
        if "UNTIL" in rule:
            rule["UNTIL"] = [_end_of_rule(one, zone) for one in rule["UNTIL"]]
        made = rrulestr(rule.to_ical().decode(), dtstart=on_wall(start, zone), ignoretz=True)
        yield from islice(takewhile(lambda one: one <= until_end, made), MOST_REPEATS)


def _end_of_rule(until: Moment, zone: tzinfo | None) -> datetime:
    """A bare day counts to its end."""
    if isinstance(until, datetime):
        return on_wall(until, zone)
    return datetime.combine(until, time(23, 59, 59))


def _listed(found: Any) -> Iterator[Moment]:
    """EXDATE and RDATE come as one property, as several, or not at all; each lists days, moments or periods."""
    for one in found if isinstance(found, list) else [found] if found is not None else []:
        for each in one.dts:
            yield each.dt[0] if isinstance(each.dt, tuple) else each.dt
