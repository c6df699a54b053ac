"""**Problem-solve**: four questions for a huddle that is stuck, and the answers kept and posted in its thread."""

from sqlmodel import Session

from handlers import blocks, crisis, doors
from handlers.conversation import Answer, Corrections, Form, Ids, Quiet, Refusal, Request
from handlers.huddles.close import NOTHING_OPEN, get_own_huddle
from handlers.huddles.queueing import SOLVED, say_of_student
from handlers.huddles.say_notes import QUESTIONS
from handlers.huddles.say_solved import say_solved
from handlers.huddles.speeches import find_focus
from handlers.huddles.wording import word_for_team
from handlers.rules.danger import sounds_like_danger
from storage import audit, huddle_notes, outbox
from storage.huddle_notes import HuddleNote, NoteKind
from storage.huddles import HuddleState

ABOUT = "About the situation and the support, not about anybody's character. Answer those you can."
ANSWER_ONE = "Answer at least one of the four."
NOT_HERE = "Nothing was kept: the team reads these answers. Write it as a check-in, which stays restricted."


def ask(request: Request, session: Session) -> Answer:
    """The form with the four questions."""
    huddle, _ = get_own_huddle(session, request)
    if huddle.state != HuddleState.OPEN:
        raise Refusal(NOTHING_OPEN)
    fields = [
        blocks.field(kind.value, question, lines=True, optional=True, most=1000) for kind, question in QUESTIONS.items()
    ]
    ids: Ids = {"huddle": huddle.id, "channel": request.channel}
    return Form("huddles.solve", "Problem-solve", (blocks.says(ABOUT), *fields), submit="Keep and post", ids=ids)


def keep(request: Request, session: Session) -> Answer:
    """Keep the answers and post them under the huddle."""
    huddle, team = get_own_huddle(session, request)
    key = doors.access_student(session, request, huddle.focus_id or 0)
    answers = {kind: request.word(kind.value) for kind in QUESTIONS if request.word(kind.value)}
    first = next(iter(QUESTIONS)).value
    if not answers:
        return Corrections({first: ANSWER_ONE})
    if any(sounds_like_danger(text) for text in answers.values()):
        return Corrections({first: f"{NOT_HERE} {crisis.say_briefly(crisis.text_for(session, [key]))}"})
    ts = f"{request.now.timestamp():.6f}"
    for kind, text in answers.items():
        note = HuddleNote(
            huddle_id=huddle.id,
            student_id=key.student_id,
            kind=kind,
            ts=ts,
            author_id=request.person,
            text=text,
            said_at=request.now,
        )
        huddle_notes.add_note(session, key, note)
    outbox.add_post(session, say_of_student(team, SOLVED, huddle, {"at": ts}, request.now, huddle.post_id))
    about = f"huddle:{huddle.id}"
    audit.note(
        session, request.now, request.person, "huddles.solve", access=key, object_id=about, channel_id=request.channel
    )
    return Quiet()


def solved(request: Request, session: Session) -> Answer:
    """The answers, in the thread."""
    found = find_focus(request, session)
    if found is None:
        return Quiet()
    huddle, team, key = found
    notes = [
        note
        for note in huddle_notes.list_notes(session, key, huddle.id)
        if note.ts == request.ids.get("at") and note.kind != NoteKind.REPLY
    ]
    if not notes:
        return Quiet()
    answers = [
        (QUESTIONS[note.kind], word_for_team(session, request, team, key, note.author_id, note.text)) for note in notes
    ]
    return say_solved(notes[0].author_id, answers)
