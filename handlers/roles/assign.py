"""**Assign** and **Change**: a form with who carries a duty, and the new holder is told."""

from sqlmodel import Session

from handlers import crisis, doors
from handlers.chart_of import chart_of, list_all_duties
from handlers.conversation import Answer, Corrections, Ids, Refusal, Reply, Request
from handlers.owners import why_unfit
from handlers.promise import named_beside
from handlers.roles import replies, tell
from handlers.roles.forms import set_form
from handlers.rules.chart import Row
from handlers.rules.danger import sounds_like_danger
from handlers.rules.duties import tidy
from handlers.shown import name_for
from storage import audit, roles
from storage.access import Access
from storage.roles import CASE_MANAGER, RoleHolder

NO_SUCH_DUTY = "That duty is no longer in the chart. Nothing was changed."
SAME_PERSON = "The backup is the same person. Choose somebody else, or leave it empty."
SET_MEANWHILE = "Somebody has set this duty while your form was open. Close it and look at the chart again."
LEAD_DECIDES = "The case manager reads restricted check-ins, so a lead of the team changes who it is. Ask one."
NAMES_ANOTHER = "That names another student, and not all who read this may. Say where it was decided without the name."
NOT_HERE = "Nothing was kept: colleagues read this. Write it as a check-in, which stays restricted."


def ask(request: Request, session: Session) -> Answer:
    """The form for one duty, or with all of them to choose from."""
    key = doors.access_student(session, request, request.number("student"))
    duties = list_all_duties(session, [key])
    duty = str(request.ids.get("duty", ""))
    if duty and duty not in duties:
        raise Refusal(NO_SUCH_DUTY)
    ids: Ids = {"student": key.student_id, "newest": _newest(session, key), "channel": request.channel}
    name = name_for(session, key)
    row = (chart_of(session, key).find(duty) or Row(duty)) if duty else None
    named = {**ids, "duty": duty} if duty else ids
    return set_form(named, name, row=row, duties=duties, is_manager=duty == CASE_MANAGER)


def keep(request: Request, session: Session) -> Answer:
    """The new holder, or a sentence under what needs another look."""
    key = doors.access_student(session, request, request.number("student"))
    new = _read(request, key)
    if new.role not in list_all_duties(session, [key]):
        raise Refusal(NO_SUCH_DUTY)
    before = roles.find_role(session, key, new.role)
    wrong = _find_wrong(session, request, key, new, before)
    if wrong:
        return Corrections(wrong)
    if not roles.hold(session, new):
        return _say_kept(session, key, before or new)
    note(session, request, "roles.hold", key, new.id)
    tell.tell_all(session, request, key, new, before)
    return _say_kept(session, key, new)


def say_kept(request: Request, session: Session) -> Answer:
    """The confirmation, from the record."""
    key = doors.access_student(session, request, request.number("student"))
    row = roles.find_holding(session, key, request.number("role"))
    if row is None:
        raise Refusal(replies.NO_LONGER)
    return _say_kept(session, key, row)


def note(session: Session, request: Request, action: str, key: Access, holding_id: int) -> None:
    audit.note(
        session,
        request.now,
        request.person,
        action,
        access=key,
        object_id=f"role:{holding_id}",
        channel_id=request.channel,
    )


def _read(request: Request, key: Access) -> RoleHolder:
    return RoleHolder(
        student_id=key.student_id,
        role=str(request.ids.get("duty", "")) or request.word("duty"),
        holder_id=request.word("holder"),
        backup_id=request.word("backup"),
        decided=tidy(request.word("decided")),
        since=request.now,
        set_by=request.person,
    )


def _find_wrong(
    session: Session, request: Request, key: Access, new: RoleHolder, before: RoleHolder | None
) -> dict[str, str]:
    chosen = {name: request.word(name) for name in ("holder", "backup")}
    unfit = {name: why_unfit(session, key, person_id) for name, person_id in chosen.items() if person_id}
    wrong = {name: why for name, why in unfit.items() if why}
    if not new.holder_id:
        wrong["holder"] = "Choose who carries it."
    elif new.backup_id == new.holder_id:
        wrong["backup"] = SAME_PERSON
    if new.decided and named_beside(session, request, key, new.decided):
        wrong["decided"] = NAMES_ANOTHER
    if sounds_like_danger(new.decided):
        wrong["decided"] = f"{NOT_HERE} {crisis.say_briefly(crisis.text_for(session, [key]))}"
    if before is not None and before.id > request.number("newest"):
        wrong["holder"] = SET_MEANWHILE
    if not wrong and not _settle_manager(session, request, key, new, before):
        wrong["holder"] = LEAD_DECIDES
    return wrong


def _settle_manager(
    session: Session, request: Request, key: Access, new: RoleHolder, before: RoleHolder | None
) -> bool:
    """A case manager whom no lead has named waits for one's yes. False: only a lead may take it from who has it."""
    if new.role != CASE_MANAGER or tell.is_lead(session, request.person, key):
        return True
    if before is not None and before.holder_id == new.holder_id:
        new.waits = before.waits
        return True
    new.waits = True
    return before is None or bool(before.waits)


def _say_kept(session: Session, key: Access, row: RoleHolder) -> Reply:
    return replies.say_kept(name_for(session, key), row)


def _newest(session: Session, key: Access) -> int:
    """The id of the newest row of the student's roles, to see whether another came meanwhile."""
    return max((row.id for row in roles.list_role_history(session, key)), default=0)
