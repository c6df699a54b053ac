"""How the bot shows what was said in a huddle. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.blocks import apart, button, buttons, says, small, typed
from handlers.conversation import Block, Reply
from storage.huddle_notes import NoteKind

MOST_SHOWN = 14  # each takes up to three blocks of Slack's fifty
LONGEST = 700  # characters of one; a message takes about 13,000
QUESTIONS = {
    NoteKind.WORKING: "What is working, and where?",
    NoteKind.BARRIER: "What gets in the way?",
    NoteKind.MISSING: "What help is missing?",
    NoteKind.CHANGE: "What shall we change, and how will we know it helped?",
}


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A reply as one reader may see it."""

    id: int
    kind: NoteKind
    author_id: str
    at: str
    text: str
    is_restricted: bool = False


def say_notes(huddle_id: int, notes: Sequence[ShownNote]) -> Reply:
    """Only to one member, with a button beside each."""
    if not notes:
        return Reply("There are no notes.", (says("Nothing was written in the thread, or all of it was kept out."),))
    made = [block for number, note in enumerate(notes[:MOST_SHOWN]) for block in _say(huddle_id, note, number)]
    if len(notes) > MOST_SHOWN:
        made.append(small(f"{len(notes) - MOST_SHOWN} more stand in the thread."))
    made.append(small("Kept with the student's record. *Keep out* takes the words out of it, not out of Slack."))
    return Reply("The notes of the huddle.", tuple(made))


def _say(huddle_id: int, note: ShownNote, number: int) -> list[Block]:
    marks = [f"<@{note.author_id}>", note.at, QUESTIONS.get(note.kind, ""), "Restricted" if note.is_restricted else ""]
    text = note.text if len(note.text) <= LONGEST else f"{note.text[:LONGEST]} …"
    out = button("Keep out", "huddles.keep_out", {"huddle": huddle_id, "note": note.id})
    return [small("  ·  ".join(mark for mark in marks if mark)), *typed(text), buttons(*apart([out]))]
