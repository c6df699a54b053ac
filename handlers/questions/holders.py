"""Who holds a duty for a student: who, since when, who said so, what is due next; or nobody, said plainly."""

from handlers import chart_of
from handlers.blocks import button, buttons, escape, says, small
from handlers.conversation import Block, Reply
from handlers.questions.asking import Asking
from handlers.questions.replies import fit
from handlers.rules.chart import Gap, Row
from handlers.rules.due import say_day
from handlers.rules.past_days import say_moment
from handlers.say_chart import ASSIGN, say_adult, say_decided
from storage import followups
from storage.access import Access, AccessToMany


def answer_duty(asking: Asking) -> Reply:
    made = [block for key in asking.listed for block in _holder(asking, key)]
    return Reply("Here is who holds that.", fit(made))


def _holder(asking: Asking, key: Access) -> list[Block]:
    duty, name = asking.carried.duty, escape(asking.name(key))
    row = chart_of.chart_of(asking.session, key).find(duty) or Row(duty, Gap.NOBODY)
    if row.gap:
        assign = button(f"Assign {duty}", ASSIGN, {"student": key.student_id, "duty": duty}, style="primary")
        return [says(say_gap(row, name)), buttons(assign)]
    return [says(_say_held(asking, row, name)), small(*_say_sources(asking, key, row))]


def say_gap(row: Row, name: str) -> str:
    duty = escape(row.duty)
    if row.gap is Gap.LEFT:
        return f"*Nobody* holds *{duty}* for *{name}* now: {say_adult(row.holder)} has left the team."
    if row.gap is Gap.UNKNOWN:
        return f"*{duty}* for *{name}*: a file names {escape(row.holder.email)}, whom Slack does not know here."
    return f"*Nobody is recorded* for *{duty}* of *{name}*."


def _say_held(asking: Asking, row: Row, name: str) -> str:
    since = f" since {say_moment(row.since, asking.request.now, asking.time_zone)}" if row.since else ""
    waits = ", waiting for a lead's yes" if row.waits else ""
    backup = f" Backup: {say_adult(row.backup)}." if row.backup else " No backup is recorded."
    return f"*{escape(row.duty)}* for *{name}*: {say_adult(row.holder)}{since}{waits}.{backup}"


def _say_sources(asking: Asking, key: Access, row: Row) -> list[str]:
    """Where it is known from, and what the holder has promised next."""
    said = [f"Set by {_say_setter(row)}{say_decided(row.decided, ', decided: ')}."]
    only = AccessToMany(key.person, {key.student_id: key})
    promised = followups.list_open_of(asking.session, only, row.holder.person_id)
    if promised:
        said.append(f"Next thing due: {say_day(promised[0].due_on)}.")
    return said


def _say_setter(row: Row) -> str:
    return f"<@{row.set_by}>" if row.set_by[:1] in ("U", "W") else "a file"
