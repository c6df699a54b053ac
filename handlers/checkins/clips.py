"""Audio clips: in a huddle's thread, or sent to the bot, one is offered back as a check-in with Slack's transcript.

Nothing of it is kept before its speaker has read it and saved it (PRV-17): the transcript stands in the offer alone.
"""

from collections.abc import Iterator

from sqlmodel import Session

from handlers import crisis, doors
from handlers.checkins.ask import LINK, chosen_student, form_for
from handlers.checkins.forms import Filled
from handlers.checkins.say_clip import LOOK_OVER, say_clip
from handlers.conversation import Answer, Block, Ids, Quiet, Reply, Request
from handlers.rules.danger import sounds_like_danger
from handlers.rules.escapes import unescape
from handlers.shown import name_for
from storage import huddles, outbox, people
from storage.outbox import Act, Post

HEAR = "checkins.hear_clip"
MOST_CLIPS = 10  # as many files as Slack takes in one message


def clip_shared(request: Request, session: Session) -> Answer:
    """In a thread of a channel: only a huddle's thread concerns the bot, and only somebody who sees its student."""
    focus_id = _find_focus(session, request)
    if focus_id and doors.access_to_write(session, request, student_ids=(focus_id,)):
        _listen(session, request, {"student": focus_id, "channel": request.channel})
    return Quiet()


def hear_directly(session: Session, request: Request) -> None:
    """In the bot's direct messages, from whom it answers at all."""
    if doors.may_ask(people.find_person(session, request.person)):
        _listen(session, request, {})


def offer(session: Session, request: Request, transcript: str, link: str) -> Reply | None:
    """To the speaker alone; None where they may no longer see the huddle's student, or ask at all."""
    if not doors.may_ask(people.find_person(session, request.person)):
        return None
    student_id, name = request.number("student"), ""
    if student_id:
        key = doors.access_to_write(session, request, student_ids=(student_id,)).keys.get(student_id)
        if key is None:
            return None
        name = name_for(session, key)
    kept = {one: request.ids[one] for one in ("student", "channel") if one in request.ids}
    return say_clip(transcript, name, {**kept, LINK: link}, _warn(session, request, transcript))


def ask_from_clip(request: Request, session: Session) -> Answer:
    """**Save as check-in** under the offer: the form with the transcript, which the person still confirms."""
    text = unescape(request.source.text).words if request.source is not None else ""
    ids = {one: request.ids[one] for one in (LINK, "channel") if request.ids.get(one)}
    filled = Filled(student=chosen_student(session, request), text=text)
    return form_for(session, request, filled, ids, notice=LOOK_OVER if text else "")


def _warn(session: Session, request: Request, transcript: str) -> list[Block]:
    """Words that sound like a child in danger are answered before anything else (PRV-60)."""
    if not sounds_like_danger(transcript):
        return []
    return crisis.say_danger(crisis.text_around(session, request), {}, is_kept=False)


def _find_focus(session: Session, request: Request) -> int | None:
    """The student of the huddle whose thread it is."""
    for row in outbox.list_in_thread(session, request.channel, request.thread):
        huddle_id = row.ids.get("huddle")
        huddle = huddles.find_huddle(session, huddle_id) if isinstance(huddle_id, int) else None
        if huddle is not None:
            return huddle.focus_id
    return None


def _listen(session: Session, request: Request, ids: Ids) -> None:
    """Each in a queue of its own: Slack may take a while to write it down."""
    ts = request.source.ts if request.source is not None else ""
    for file in _clips(request):
        post = Post(
            queue=f"clip:{file}",
            act=Act.WORK,
            about=HEAR,
            ids={"file": file, "ts": ts, "at": int(request.now.timestamp()), **ids},
            person_id=request.person,
            channel_id=request.channel,
            made_at=request.now,
            not_before=request.now,
        )
        outbox.add_post(session, post)


def _clips(request: Request) -> Iterator[str]:
    for number in range(1, MOST_CLIPS + 1):
        if f"clip{number}" in request.ids:
            yield str(request.ids[f"clip{number}"])
