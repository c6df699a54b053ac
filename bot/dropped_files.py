"""Reads a file dropped into the bot's direct messages, shows what it would do, and takes it in when that is wanted.

Each step fetches the file anew: nothing of it is kept here, in the outbox or in a button.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from slack_sdk import WebClient
from sqlmodel import Session

from bot import apologies, downloads, slack
from bot.batches import in_batches
from bot.direct_answers import DirectAnswers
from bot.dropped_calendars import DroppedCalendars, is_calendar
from bot.settings import Settings
from handlers.conversation import Refusal, Reply, Request
from handlers.rosters import dropped, look, preview, take_in
from handlers.rosters.csv_files import read_csv
from handlers.rosters.dropped import Right, WhichTeam
from handlers.rosters.intake import Intake, decide_all
from handlers.rosters.rows import FileRefused, PositionRow, Roster
from handlers.rosters.take_in import Step, Taker
from handlers.students import join, later
from storage import imports, schools
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Decided:
    """What a file would do, and who takes it in."""

    intake: Intake
    taker: Taker
    unmatched: frozenset[str]


class DroppedFiles:
    """Two works of the outbox. Each ends in one message, however often it is begun."""

    def __init__(self, client: WebClient, database: Database, answers: DirectAnswers, settings: Settings) -> None:
        self._client = client
        self._database = database
        self._answers = answers
        self._settings = settings
        self._calendars = DroppedCalendars(database)

    def works(self) -> Mapping[str, Callable[[Request], None]]:
        return {
            later.READ_FILE: lambda request: self._answers.say(request, "read", self._try_preview),
            later.TAKE_FILE: lambda request: self._answers.say(request, "take", self._try_taking),
        }

    def _try_preview(self, request: Request) -> Reply:
        return self._make(request, self._preview)

    def _try_taking(self, request: Request) -> Reply:
        return self._make(request, self._take)

    def _make(self, request: Request, make: Callable[[Request], Reply]) -> Reply:
        try:
            return make(request)
        except WhichTeam as which:
            return preview.ask_team([(team.id, team.name) for team in which.teams], request.ids)
        except (Refusal, FileRefused) as refused:
            return apologies.with_words(refused.sentence, "")
        except slack.SlackSilent:
            raise  # tried again later
        except Exception as error:  # the person is told, whatever it was
            return apologies.apologize(error)

    def _preview(self, request: Request) -> Reply:
        content = self._fetch(request)
        if is_calendar(content):
            return self._calendars.preview(request, content)
        decided = self._decide(request, content)
        return preview.say_preview(decided.intake, decided.unmatched, request.ids)

    def _take(self, request: Request) -> Reply:
        content = self._fetch(request)
        if is_calendar(content):
            return self._calendars.take(request, content)
        decided = self._decide(request, content)
        intake, taker = decided.intake, decided.taker

        def write_steps(session: Session, some: list[Step]) -> None:
            come = take_in.write_steps(session, taker, some)
            if taker.is_lead:
                join.ask_about(session, request, [_as_new(number, step) for number, step in come])

        def write_positions(session: Session, some: list[PositionRow]) -> None:
            take_in.write_positions(session, taker, some)

        _do_all(in_batches(self._database, take_in.list_steps(intake, taker), write_steps))
        _do_all(in_batches(self._database, intake.duties.positions, write_positions))
        return preview.say_done(intake, decided.unmatched)

    def _fetch(self, request: Request) -> bytes:
        """Only for who may send files at all. Raises Refusal."""
        with self._database.read() as session:
            dropped.find_right(session, request)
        return downloads.fetch(self._client, self._settings, str(request.ids["file"]), request.person)

    def _decide(self, request: Request, content: bytes) -> Decided:
        """Raises Refusal, FileRefused and WhichTeam, each with what to say."""
        roster = read_csv(content)
        with self._database.read() as session:
            right = dropped.find_right(session, request)
            here = dropped.look_around(session, request, right, roster)
            taker = self._make_taker(session, request, right, roster)
        unmatched = look.list_emails(roster) - taker.people.keys()
        return Decided(decide_all(here, roster), taker, frozenset(unmatched))

    def _make_taker(self, session: Session, request: Request, right: Right, roster: Roster) -> Taker:
        is_lead = bool(right.led) and (bool(roster.students) or not right.is_administrator)
        return Taker(
            person=request.person,
            reason="a lead's file" if is_lead else "an administrator's file",
            now=request.now,
            schools={school.name: school.id for school in schools.list_schools(session)},
            people=imports.find_people_by_email(session, look.list_emails(roster)),
            after_id=imports.find_newest(session),
            is_lead=is_lead,
        )


def _as_new(number: int, step: Step) -> join.New:
    columns = step.columns
    return join.New(number, columns["school_id"], columns["school_ref"], step.teams[0])


def _do_all(batches: Iterator[None]) -> None:
    for _ in batches:
        pass
