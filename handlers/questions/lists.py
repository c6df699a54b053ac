"""Lists over one student or over many: what is overdue, what has no owner, which duties nobody holds."""

from collections.abc import Sequence

from handlers import chart_of
from handlers.blocks import apart, beside, button, escape, says, small
from handlers.chart_of import StudentGap
from handlers.conversation import Block, Reply
from handlers.questions.asking import Asking
from handlers.questions.holders import say_gap
from handlers.questions.replies import fit, more_button
from handlers.rules.chart import Row
from handlers.say_chart import ASSIGN
from handlers.say_followup import followup_blocks
from handlers.shown import show
from handlers.shown_followups import show_followups
from storage import promised_for_many
from storage.followups import Followup
from storage.promised_for_many import Page

FOLLOWUPS_ON_A_PAGE = 10  # each takes four of a message's 50 blocks
GAPS_ON_A_PAGE = 25


def answer_overdue(asking: Asking) -> Reply:
    """Said to one person only: nobody is shown to others as late."""
    owners = asking.carried.staff
    page = promised_for_many.page_overdue(
        asking.session, asking.keys, asking.today, owners=owners, at=asking.carried.at
    )
    if not page.rows:
        return Reply("Nothing is overdue.", (says("*Nothing is overdue.*"),))
    return Reply("Here is what is overdue.", fit([says(_say_count(page.total, "overdue")), *_list_page(asking, page)]))


def answer_no_owner(asking: Asking) -> Reply:
    """Follow-ups that ask for an owner; of one student, the duties that nobody holds as well."""
    page = promised_for_many.page_without_owner(asking.session, asking.keys, at=asking.carried.at)
    heading = _say_count(page.total, "without an owner") if page.rows else "*Every open follow-up has an owner.*"
    gaps = _gaps(asking) if asking.carried.students else []
    return Reply("Here is what has no owner.", fit([says(heading), *_list_page(asking, page), *gaps]))


def answer_gaps(asking: Asking) -> Reply:
    made = _gaps(asking)
    if made:
        return Reply("Here is what nobody holds.", fit(made))
    what = (
        f"somebody for *{escape(asking.carried.duty)}*" if asking.carried.duty else "somebody for each duty they need"
    )
    return Reply("There are no gaps.", (says(f"*No gaps*: all have {what}."),))


def list_promises(asking: Asking, rows: Sequence[Followup]) -> list[Block]:
    """One page of follow-ups, and the way to the rest."""
    at = asking.carried.at
    return _list_page(asking, Page(rows[at : at + FOLLOWUPS_ON_A_PAGE], len(rows)))


def _list_page(asking: Asking, page: Page) -> list[Block]:
    more = more_button(asking.carried, asking.carried.at + len(page.rows), page.total)
    return [*show_promises(asking, page.rows), *more]


def show_promises(asking: Asking, rows: Sequence[Followup], *, named: bool = True) -> list[Block]:
    """Late ones are called so only to who asks privately."""
    today = asking.today if asking.team is None else None
    return [
        block
        for shown in show_followups(asking.session, asking.request, asking.keys, rows, asking.team)
        for block in followup_blocks(shown, person=asking.reader, today=today, named=named, is_short=True)
    ]


def _gaps(asking: Asking) -> list[Block]:
    carried = asking.carried
    page = chart_of.page_gaps(asking.session, asking.listed, carried.duty, at=carried.at, most=GAPS_ON_A_PAGE)
    about = [asking.keys.keys[one] for one in dict.fromkeys(gap.student_id for gap in page.gaps)]
    names = show(asking.session, about, asking.team)
    rows = [_gap(gap, names[gap.student_id]) for gap in page.gaps]
    opening = [small(f"{page.total} duties that nobody holds:")] if page.total > 1 else []
    return [*opening, *rows, *more_button(carried, page.upto, page.total)]


def _gap(gap: StudentGap, name: str) -> Block:
    assign = button("Assign", ASSIGN, {"student": gap.student_id, "duty": gap.duty})
    return beside(say_gap(Row(gap.duty, gap.gap, gap.holder), escape(name)), *apart([assign]))


def _say_count(count: int, what: str) -> str:
    return f"*One follow-up is {what}.*" if count == 1 else f"*{count} follow-ups are {what}.*"
