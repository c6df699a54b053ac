"""What is said at once to whoever writes words that sound like a child in danger. The bot judges nothing (PRV-60)."""

from collections.abc import Collection
from datetime import UTC, datetime

from sqlmodel import Session

from handlers import doors, telling
from handlers.blocks import button, buttons, says, typed
from handlers.conversation import Answer, Block, Ids, Reply, Request
from handlers.rules.crisis import DEFAULT_CRISIS_TEXT
from handlers.rules.danger import sounds_like_danger
from storage import people, schools, students, teams, tellings
from storage.access import Access

READ_THIS = "Please read this now."
ACT_NOW = "crisis.act_now"


def say_danger(crisis_text: str, ids: Ids, *, is_kept: bool) -> list[Block]:
    """What comes first: who has been told, which is nobody, and what to do now."""
    kept = "Kept restricted. " if is_kept else ""
    first = f"*{kept}Nobody has been told. If a child may be in danger, act now:*"
    choices = [button("Tell the counselor", "checkins.tell_counselor", ids, style="danger")]
    if is_kept:
        choices.append(button("Not a safety concern: treat as usual", "checkins.treat_as_usual", ids))
    return [says(first), *typed(crisis_text or DEFAULT_CRISIS_TEXT), buttons(*choices)]


def warn(words: str) -> tuple[Block, ...]:
    """The same for words that could not be kept, where they sound so; else nothing."""
    return tuple(say_danger("", {}, is_kept=False)) if sounds_like_danger(words) else ()


def say_briefly(crisis_text: str) -> str:
    """For under a field, where nothing but a sentence has room."""
    return f"If a child may be in danger, act now: {crisis_text or DEFAULT_CRISIS_TEXT}"


def warn_writer(session: Session, request: Request, ts: str, *, directly: bool = False) -> None:
    """To whoever wrote the message of that ts where others read too: once a message, however often it is met, beside
    their words for their eyes alone; directly, where it is met later."""
    written_on = datetime.fromtimestamp(float(ts), UTC).date()
    if not tellings.claim(session, f"person:{request.person}", f"crisis:{ts}", written_on):
        return
    if directly:
        telling.tell(session, request, request.person, ACT_NOW, {})
    else:
        telling.whisper(session, request, ACT_NOW, {})


def act_now(request: Request, session: Session) -> Answer:
    """To whoever told the bot so in a message of their own, which is kept nowhere."""
    return Reply(READ_THIS, tuple(say_danger(text_around(session, request), {}, is_kept=False)))


def text_for(session: Session, keys: Collection[Access]) -> str:
    """The crisis text of the first student's school; empty for the default."""
    found = students.list_students(session, keys)
    return schools.get_school(session, found[0].school_id).crisis_text if found else ""


def text_around(session: Session, request: Request) -> str:
    """Where no student is named: the crisis text of this channel's school, else of the asker's first team."""
    if not doors.may_ask(people.find_person(session, request.person)):
        return ""
    mine = list(teams.find_teams_in(session, people.list_channels_of(session, request.person)))
    mine.sort(key=lambda team: team.channel_id != request.channel)
    return schools.get_school(session, mine[0].school_id).crisis_text if mine else ""
