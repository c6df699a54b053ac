"""**Add follow-up** under a check-in: a form with what, owner and due, and the promise kept."""

from sqlmodel import Session

from handlers import blocks, doors
from handlers.blocks import escape, says, small, typed
from handlers.conversation import Answer, Corrections, Form, Ids, Refusal, Reply, Request
from handlers.promise import Promise, read_promise, record
from handlers.rules.due import say_day
from handlers.search import options_for
from handlers.shown import show
from storage import checkins, followups


def ask(request: Request, session: Session) -> Answer:
    """The form, for the students of this check-in."""
    checkin = checkins.find_own(session, request.person, request.number("checkin"))
    about = checkins.list_student_ids(session, checkin) if checkin is not None else ()
    keys = doors.access_students(session, request, student_ids=about) if about else ()
    if not keys:
        raise Refusal(doors.NOT_FOUND)
    options = options_for(session, list(keys))
    made = (
        blocks.choice("student", "Student", options, start=options[0][0]),
        blocks.field("follow_up", "What is promised?", most=500, example="Send home the reading log"),
        blocks.person("owner", "Owner", start=request.person),
        blocks.day("due", "Due", optional=True, hint="Left empty: the team's next huddle day."),
    )
    ids: Ids = {"checkin": request.number("checkin"), "channel": request.channel}
    return Form("followups.promise", "Follow-up", made, submit="Promise it", ids=ids)


def promise(request: Request, session: Session) -> Answer:
    """Keep it, or hand the form back with a word under what needs another look."""
    key = doors.access_student(session, request, request.chosen_id("student"))
    made = read_promise(session, request, key, request.word("follow_up"))
    if not isinstance(made, Promise):
        return made or Corrections({"follow_up": "Write what is promised."})
    kept = record(session, request, key, made, _find_checkin(session, request, key.student_id))
    return say_kept(request_for(request, key.student_id, kept.id), session)


def say_kept(request: Request, session: Session) -> Answer:
    """The confirmation, from the record."""
    key = doors.access_student(session, request, request.number("student"))
    kept = followups.find_followup(session, key, request.number("followup"))
    if kept is None:
        raise Refusal("That follow-up is no longer there.")
    (name,) = show(session, [key]).values()
    line = f"*Promised* for *{escape(name)}*: <@{kept.owner_id}>, due {say_day(kept.due_on)}."
    ids = {"followup": kept.id, "student": key.student_id}
    return Reply("Your follow-up is kept.", (says(line), *typed(kept.text)), said="followups.kept", ids=ids)


def say_given(request: Request, session: Session) -> Answer:
    """What the owner reads when a colleague gave them a follow-up."""
    key = doors.access_student(session, request, request.number("student"))
    kept = followups.find_followup(session, key, request.number("followup"))
    if kept is None or kept.owner_id != request.person or kept.done_at is not None:
        raise Refusal("That follow-up is no longer yours.")
    (name,) = show(session, [key]).values()
    line = f"<@{kept.promised_by}> gave you a follow-up for *{escape(name)}*, due {say_day(kept.due_on)}."
    return Reply("You have a new follow-up.", (says(line), *typed(kept.text), small("Only you see this message.")))


def _find_checkin(session: Session, request: Request, student_id: int) -> int | None:
    """The id of the check-in it was promised under: the promiser's own, on this very student."""
    checkin = checkins.find_own(session, request.person, request.number("checkin"))
    is_about = checkin is not None and student_id in checkins.list_student_ids(session, checkin)
    return checkin.id if checkin is not None and is_about else None


def request_for(request: Request, student_id: int, followup_id: int) -> Request:
    return Request(
        person=request.person,
        now=request.now,
        channel=request.channel,
        ids={"student": student_id, "followup": followup_id},
    )
