"""A follow-up as it is promised: what, by whom, until when. Check-ins, forms and typed words all make one."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from handlers import crisis, doors, followup_posts, school_calendar
from handlers.conversation import Corrections, Ids, Request
from handlers.known import known_of
from handlers.owners import NOT_ON_TEAM, why_unfit
from handlers.rules.danger import sounds_like_danger
from handlers.rules.due import AskDue, Today, default_due
from handlers.rules.names import keys_sought
from handlers.rules.other_students import other_students_in
from handlers.rules.repeats import from_text, read_repeat, to_text
from handlers.rules.zones import zone_of
from storage import audit, checkins, followups, people, students, teams
from storage.access import Access
from storage.checkins import Restriction
from storage.followups import Asking, Followup

__all__ = ["IN_THE_PAST", "NOT_ON_TEAM", "WRITE_IT_RESTRICTED", "Captured", "Promise", "read_promise", "record"]

WRITE_IT_RESTRICTED = "Nothing was kept: colleagues read follow-ups. Write it as a check-in, which stays restricted."
IN_THE_PAST = "That day is over. Choose today or a later day."


@dataclass(frozen=True, slots=True)
class Captured:
    """The message a follow-up was made from."""

    channel: str
    ts: str
    link: str


@dataclass(frozen=True, slots=True)
class Promise:
    """`owner_id` is empty while nobody has it; `due_words` is the day as it was typed."""

    text: str
    owner_id: str
    due_on: date
    due_words: str = ""
    repeats: str = ""
    source: Captured | None = None


def read_promise(session: Session, request: Request, key: Access, text: str) -> Promise | Corrections | None:
    """The promise in a form: no owner given, its writer; no day given, the team's next huddle. None: no text.

    Words of danger are no promise: its owner would be told of them, and all who see the student may read it (PRV-60).
    """
    if not text:
        return None
    if sounds_like_danger(text):
        return Corrections({"follow_up": say_danger(session, key)})
    today = today_for(session, request, key)
    owner = "" if request.chosen("nobody") else request.word("owner") or request.person
    repeats, errors = read_repeats(request, today)
    due = read_day(request.word("due")) or _first_of(repeats, today) or default_day(today)
    if owner and (reason := why_unfit(session, key, owner)):
        errors["owner"] = reason
    if due < today.on:
        errors["due"] = IN_THE_PAST
    return Corrections(errors) if errors else Promise(text, owner, due, repeats=repeats)


def record(
    session: Session, request: Request, key: Access, promise: Promise, checkin_id: int | None = None
) -> Followup:
    """Keep the promise, and tell its owner where that is somebody else, and the team."""
    source = promise.source
    kept = followups.add_followup(
        session,
        Followup(
            student_id=key.student_id,
            checkin_id=checkin_id,
            text=promise.text,
            owner_id=promise.owner_id,
            due_on=promise.due_on,
            promised_by=request.person,
            promised_at=request.now,
            asks_for_owner=None if promise.owner_id else Asking.NOBODY_YET,
            due_words=promise.due_words or None,
            repeats=promise.repeats or None,
            made_in=request.channel or None,
            team_id=_team_of(session, request, key, checkin_id),
            source_channel=source.channel if source else None,
            source_ts=source.ts if source else None,
            source_link=source.link if source else None,
            names_others=named_beside(session, request, key, promise.text),
        ),
    )
    note(session, request, key, "followups.add", kept)
    followup_posts.tell_owner(session, request, kept)
    followup_posts.tell_team(session, request, kept)
    return kept


def note(session: Session, request: Request, key: Access, action: str, followup: Followup) -> None:
    """The audit row of one change."""
    about = f"followup:{followup.id}"
    audit.note(session, request.now, request.person, action, access=key, object_id=about, channel_id=request.channel)


def say_danger(session: Session, key: Access) -> str:
    return f"{WRITE_IT_RESTRICTED} {crisis.say_briefly(crisis.text_for(session, [key]))}"


def today_for(session: Session, request: Request, key: Access) -> Today:
    """The day it is for this person, and what else decides the meaning of a day they write."""
    mine = teams.get_teams(session, sorted(key.teams))
    here = [team for team in mine if team.channel_id == request.channel]
    days = [school_calendar.today_for(session, request.person, team, request.now) for team in here or mine]
    if not days:
        return school_calendar.today_for(session, request.person, None, request.now)
    return min(days, key=lambda day: day.next_huddle or date.max)


def default_day(today: Today) -> date:
    """Nobody said until when: at the next huddle, else a week on."""
    return today.next_huddle or default_due(today.on, None, today.calendar)


def today_of(session: Session, request: Request) -> date:
    """The day it is for this person."""
    person = people.find_person(session, request.person)
    return request.now.astimezone(zone_of(person.time_zone if person is not None else "")).date()


def named_beside(
    session: Session, request: Request, key: Access, text: str, before: Ids | None = None
) -> dict[str, int | str] | None:
    """Ids of the writer's other students whom these words name: readers who may not see them read "another student".

    `before`: those whom words beside them name already.
    """
    sought = frozenset[str]().union(*(keys_sought(word) for word in set(text.split())))
    keys = doors.access_to_write(session, request, keys=sought) if sought else ()
    known = [known_of(row) for row in students.list_students(session, list(keys))] if keys else []
    about = [one for one in known if one.id == key.student_id]
    named = dict.fromkeys([*(before or {}).values(), *(one.id for one in other_students_in(text, known, about))])
    return {str(number): one for number, one in enumerate(named)} or None


def _team_of(session: Session, request: Request, key: Access, checkin_id: int | None) -> int | None:
    """The team that hears of it: its check-in's, else this channel's, else the only one. None: nobody hears.

    What is promised under a restricted check-in is posted nowhere.
    """
    checkin = checkins.find_readable(session, key, checkin_id) if checkin_id is not None else None
    if checkin is not None:
        is_open = checkin.restriction == Restriction.NONE and checkin.team_id in key.teams
        return checkin.team_id if is_open else None
    here = teams.find_team_in(session, request.channel) if request.channel else None
    if here is not None and here.id in key.teams:
        return here.id
    return next(iter(key.teams)) if len(key.teams) == 1 else None


def read_repeats(request: Request, today: Today) -> tuple[str, dict[str, str]]:
    """How it comes again, as it is kept, from the form's words; or a sentence under the field."""
    words = request.word("repeats")
    read = read_repeat(words, today) if words else None
    if isinstance(read, AskDue):
        return "", {"repeats": f"{read.why} Write it as “every friday until 18 December”."}
    if words and read is None:
        return "", {"repeats": "I read “every friday”, “every 2 weeks on monday”, “every day until winter break”."}
    return (to_text(read) if read is not None else ""), {}


def _first_of(repeats: str, today: Today) -> date | None:
    repeat = from_text(repeats)
    return repeat.next_on(today.on - timedelta(days=1), today.calendar) if repeat is not None else None


def read_day(written: str) -> date | None:
    """A day as a date picker sends it."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None
