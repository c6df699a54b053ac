"""How the bot speaks about roles given, ended and held before. Pure: plain values in, words out."""

from collections.abc import Sequence

from handlers.blocks import button, buttons, escape, says, small
from handlers.conversation import Ids, Note, Reply
from handlers.rules.chart import Adult
from handlers.rules.past_days import say_moment
from handlers.say_chart import CHART, Reader, say_adult, say_decided
from storage.roles import RoleHolder

LINES_OF_A_DUTY = 15
DUTIES_ON_A_PAGE = 40
NO_LONGER = "That role has changed since. Nothing to do."


def say_kept(name: str, row: RoleHolder) -> Reply:
    """The confirmation to whoever set it."""
    backup = f", backup <@{row.backup_id}>" if row.backup_id else ""
    waits = " It waits for a lead's yes." if row.waits else ""
    told_them = " They have been told." if row.set_by != row.holder_id else ""
    line = f"*{escape(row.role)}* of *{escape(name)}*: <@{row.holder_id}>{backup}.{waits}{told_them}"
    return Reply("The duty is set.", (says(line), _chart(row.student_id)), said="roles.kept", ids=_ids(row))


def say_given(name: str, row: RoleHolder, person_id: str) -> Reply:
    """What a new holder or backup reads."""
    is_backup = row.holder_id != person_id
    what = f"the backup for *{escape(row.role)}*" if is_backup else f"*{escape(row.role)}*"
    whose = f" (<@{row.holder_id}> carries it)" if is_backup else ""
    decided = say_decided(row.decided, " Decided: ")
    waits = " It counts once a lead says yes." if row.waits and not is_backup else ""
    line = f"You are now {what} for *{escape(name)}*{whose}, set by <@{row.set_by}>.{decided}{waits}"
    return Reply("You have a new role.", (says(line), _chart(row.student_id)))


def say_passed(name: str, row: RoleHolder, next_row: RoleHolder | None) -> Reply:
    """What somebody reads who held it until now."""
    who = "nobody carries it now"
    if next_row is not None:
        who = f"{say_adult(Adult(next_row.holder_id, next_row.holder_email))} carries it from now on"
    line = f"You no longer hold *{escape(row.role)}* for *{escape(name)}*: {who}. Thank you for carrying it."
    return Reply("A role of yours has ended.", (says(line), _chart(row.student_id)))


def say_asked(name: str, row: RoleHolder) -> Reply:
    """What a lead reads when a member names a case manager."""
    line = f"<@{row.set_by}> named <@{row.holder_id}> as *{escape(row.role)}* of *{escape(name)}*."
    ids = _ids(row)
    choices = buttons(button("Yes", "roles.agree", ids, style="primary"), button("No", "roles.decline", ids))
    hint = small("A case manager reads the restricted check-ins about the student, so it counts once a lead says yes.")
    return Reply("A role waits for your yes.", (says(line), hint, choices))


def say_decided_on(name: str, role: str, holder_id: str, *, agreed: bool) -> Reply:
    now = f"<@{holder_id}> is" if agreed else "Nobody is"
    line = f"{now} *{escape(role)}* of *{escape(name)}*."
    return Reply("It is decided.", (says(line),), replaces=True)


def say_ended(name: str, row: RoleHolder) -> Reply:
    after = "It has left the chart." if row.is_over else "The chart shows it as a gap until somebody takes it."
    line = f"*{escape(row.role)}* of *{escape(name)}* has ended. {after}"
    return Reply("The duty has ended.", (says(line), _chart(row.student_id)), said="roles.ended", ids=_ids(row))


def say_heavy(name: str, student_id: int, person_id: str) -> Reply:
    line = f"<@{person_id}> holds nearly everything for *{escape(name)}*. Could somebody take a duty, or be a backup?"
    only = small("Only the team's leads read this.")
    return Reply("One person carries nearly everything.", (says(line), _chart(student_id), only))


def say_duty_added(name: str, school_name: str, ids: Ids) -> Reply:
    line = f"*{escape(name)}* is a duty of *{escape(school_name)}* now, in the chart of each student who needs it."
    return Reply("The duty is added.", (says(line),), said="roles.duty_added", ids=ids)


def say_history(
    student_id: int, name: str, history: Sequence[RoleHolder], reader: Reader, notes: tuple[Note, ...]
) -> Reply:
    """Duty by duty, the newest first."""
    roles = sorted({row.role for row in history})
    made = [says(f"*Who held what for {escape(name)}*")]
    for role in roles[:DUTIES_ON_A_PAGE]:
        rows = [row for row in history if row.role == role]
        lines = [f"*{escape(role)}*", *(f"• {say_held(row, reader)}" for row in rows[:LINES_OF_A_DUTY])]
        made.append(says("\n".join(_fitting(lines, cut=len(rows) > LINES_OF_A_DUTY))))
    if not roles:
        made.append(says("Nobody has held anything yet."))
    return Reply("Who held what.", (*made, _chart(student_id)), notes=notes)


def say_held(row: RoleHolder, reader: Reader) -> str:
    """@hale, 3 September to 20 October, backup @lopez, set by @dean. Decided: huddle."""
    began = say_moment(row.since, reader.now, reader.time_zone)
    until = f" to {say_moment(row.until, reader.now, reader.time_zone)}" if row.until else " until now"
    backup = Adult(row.backup_id, row.backup_email)
    second = f", backup {say_adult(backup)}" if backup else ""
    ended = f", ended by <@{row.ended_by}>" if row.ended_by else ""
    set_by = f"<@{row.set_by}>" if row.set_by.startswith(("U", "W")) else escape(row.set_by)
    who = say_adult(Adult(row.holder_id, row.holder_email))
    return f"{who}, {began}{until}{second}, set by {set_by}{ended}{say_decided(row.decided, '. Decided: ')}"


def _fitting(lines: Sequence[str], *, cut: bool, most: int = 2900) -> list[str]:
    """As many whole lines as a paragraph holds."""
    kept: list[str] = []
    for line in lines:
        if sum(map(len, kept)) + len(kept) + len(line) > most:
            cut = True
            break
        kept.append(line)
    return [*kept, "• … earlier ones are on record."] if cut else kept


def _chart(student_id: int) -> dict[str, object]:
    return buttons(button("Roles", CHART, {"student": student_id}))


def _ids(row: RoleHolder) -> Ids:
    return {"student": row.student_id, "role": row.id}
