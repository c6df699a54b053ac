"""What was said in a huddle's thread, as kept; a member may keep a reply out."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Answer, Note, Refusal, Reply, Request
from handlers.huddles.close import get_own_huddle
from handlers.huddles.say_notes import ShownNote, say_notes
from handlers.rules.huddle_times import say_time
from handlers.rules.zones import zone_of
from handlers.strangers import hide_strangers
from storage import audit, huddle_notes
from storage.access import Access
from storage.huddle_notes import HuddleNote
from storage.teams import Team

GONE = "That reply is no longer among the notes."


def show_notes(request: Request, session: Session) -> Answer:
    """To one member; restricted ones only where this key reads them, and then it is noted."""
    huddle, team = get_own_huddle(session, request)
    key = doors.access_student(session, request, huddle.focus_id or 0)
    notes = huddle_notes.list_notes(session, key, huddle.id)
    shown = [_shown(session, request, team, key, note) for note in notes]
    return replace(say_notes(huddle.id, shown), notes=(*_read(key, huddle.id, notes),))


def keep_out(request: Request, session: Session) -> Answer:
    """Its words are gone from the record; Slack's copy is Slack's."""
    huddle, _ = get_own_huddle(session, request)
    key = doors.access_student(session, request, huddle.focus_id or 0)
    readable = {note.id: note for note in huddle_notes.list_notes(session, key, huddle.id)}
    note = readable.get(request.number("note"))
    if note is None:
        raise Refusal(GONE)
    huddle_notes.keep_out(session, key, note, request.person, request.now)
    audit.note(
        session,
        request.now,
        request.person,
        "huddles.keep_out",
        access=key,
        object_id=f"huddle_note:{note.id}",
        channel_id=request.channel,
    )
    shown = show_notes(request, session)
    return replace(shown, replaces=True) if isinstance(shown, Reply) else shown


def _shown(session: Session, request: Request, team: Team, key: Access, note: HuddleNote) -> ShownNote:
    (text,) = hide_strangers(session, request, key, note.author_id, [note.text])
    at = say_time(note.said_at.astimezone(zone_of(team.time_zone)).time())
    return ShownNote(note.id, note.kind, note.author_id, at, text, note.is_restricted)


def _read(key: Access, huddle_id: int, notes: Sequence[HuddleNote]) -> list[Note]:
    about = f"huddle:{huddle_id}"
    made = [Note("huddles.read_notes", about, key.student_id, key.reason)]
    sealed = [note for note in notes if note.is_restricted]
    return made + [
        Note("huddles.read_restricted", f"huddle_note:{one.id}", key.student_id, key.reason) for one in sealed
    ]
