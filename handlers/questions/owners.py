"""Who owns follow-up for a student: what is open and with whom, then the roles, and what nobody holds."""

from handlers import chart_of, say_chart
from handlers.blocks import escape, says, small
from handlers.conversation import Block, Reply
from handlers.questions.asking import Asking
from handlers.questions.lists import show_promises
from handlers.questions.replies import fit, more_button
from handlers.say_chart import Reader
from storage import followups
from storage.access import Access
from storage.followups import Followup

ON_A_PAGE = 6  # each takes four of a message's 50 blocks


def answer_owner(asking: Asking) -> Reply:
    made = [block for key in asking.listed for block in _blocks_of(asking, key)]
    return Reply("Here is who owns what.", fit(made))


def answer_who_said(asking: Asking) -> Reply:
    """The follow-ups that the words of the question were found in."""
    found = [row for key in asking.keys for row in _list_found(asking, key)]
    if not found:
        return Reply(
            "I found no such promise.", (says("*I found no follow-up with those words.* Nobody is recorded."),)
        )
    return Reply("Here is who said so.", fit([says("*Promised:*"), *show_promises(asking, found)]))


def _blocks_of(asking: Asking, key: Access) -> list[Block]:
    name = asking.name(key)
    rows = followups.list_open(asking.session, key)
    page = rows[asking.carried.at : asking.carried.at + ON_A_PAGE]
    upto = asking.carried.at + len(page)
    return [
        says(f"*{escape(name)}*  ·  {_say_count(len(rows))}"),
        *show_promises(asking, page, named=False),
        *more_button(asking.carried, upto, len(rows)),
        *_roles(asking, key),
    ]


def _say_count(count: int) -> str:
    if count == 0:
        return "no open follow-ups: nobody has promised anything that is not done"
    return "one open follow-up" if count == 1 else f"{count} open follow-ups"


def _roles(asking: Asking, key: Access) -> list[Block]:
    chart = chart_of.chart_of(asking.session, key)
    made = say_chart.say_briefly(key.student_id, chart, Reader(asking.request.now, asking.time_zone))
    return [says("*Roles*"), *made] if made else [small("No roles are recorded.")]


def _list_found(asking: Asking, key: Access) -> list[Followup]:
    found = (followups.find_followup(asking.session, key, one) for one in asking.carried.found)
    return [row for row in found if row is not None]
