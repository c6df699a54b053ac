"""What is new: on one student what came since the asker looked, on many how much came to each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.blocks import apart, beside, button, escape, says, small, typed
from handlers.card import READ_RESTRICTED
from handlers.card_checkins import ShownCheckin, show_since
from handlers.conversation import Block, Note, Reply
from handlers.questions.asking import Asking
from handlers.questions.carried import ids_of
from handlers.questions.lists import show_promises
from handlers.questions.question import Whose
from handlers.questions.replies import ANSWER, fit, more_button
from handlers.rules.past_days import say_moment
from handlers.shown import show
from storage import followups, looks, roles
from storage.access import Access
from storage.audit import name_ids
from storage.looks import News

AT_FIRST = timedelta(days=7)  # what counts as new for who never looked
STUDENTS_ON_A_PAGE = 20
MOST_PROMISES = 4
LONGEST_SHOWN = 300


def answer_new(asking: Asking) -> Reply:
    return _of_one(asking, asking.listed[0]) if asking.carried.is_about_one else _of_many(asking)


def _of_many(asking: Asking) -> Reply:
    """How much is new on whom; looking at one shows what it is."""
    found = looks.list_news(asking.session, asking.keys, asking.request.now - AT_FIRST)
    if not found:
        return Reply("Nothing is new.", (says("*Nothing is new* on your students since you looked."),))
    page = found[asking.carried.at : asking.carried.at + STUDENTS_ON_A_PAGE]
    names = show(asking.session, [asking.keys.keys[news.student_id] for news in page], asking.team)
    rows = [_row(asking, news, names[news.student_id]) for news in page]
    more = more_button(asking.carried, asking.carried.at + len(page), len(found))
    return Reply("Here is what is new.", fit([says("*New since you looked*"), *rows, *more]))


def _row(asking: Asking, news: News, name: str) -> Block:
    one = replace(asking.carried, whose=Whose.ONE, students=(news.student_id,), at=0)
    (look,) = apart([button("Look", ANSWER, ids_of(one))])
    return beside(f"*{escape(name)}*: {_count(news)}", look)


def _count(news: News) -> str:
    said = [_many(news.checkins, "check-in"), _many(news.followups, "follow-up")]
    return ", ".join(one for one in said if one)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}" if count else ""


def _of_one(asking: Asking, key: Access) -> Reply:
    looked = looks.find_look(asking.session, key)
    since = looked or asking.request.now - AT_FIRST
    checkins = show_since(asking.session, asking.request, key, asking.time_zone, since)
    told = [block for one in checkins for block in say_checkin(one)]
    made = [*told, *_promises(asking, key, since), *_roles(asking, key, since)]
    opening = "since you looked" if looked else f"since {_say(asking, since)}"
    heading = says(f"*{escape(asking.name(key))}*  ·  {'new' if made else 'nothing new'} {opening}")
    return Reply("Here is what is new.", fit([heading, *made]), notes=_notes(key, checkins), looked=(key.student_id,))


def _notes(key: Access, shown: Sequence[ShownCheckin]) -> tuple[Note, ...]:
    restricted = sorted(one.id for one in shown if one.is_restricted)
    if not restricted:
        return ()
    return (Note(READ_RESTRICTED, name_ids("checkin", restricted), key.student_id, key.reason),)


def say_checkin(one: ShownCheckin) -> Sequence[Block]:
    mark = "  ·  restricted" if one.is_restricted else ""
    return (small(f"<@{one.author_id}>, {one.say_when()}{mark}"), *typed(one.text[:LONGEST_SHOWN]))


def _promises(asking: Asking, key: Access, since: datetime) -> list[Block]:
    promised = [row for row in followups.list_open(asking.session, key) if row.promised_at > since]
    return show_promises(asking, promised[:MOST_PROMISES], named=False)


def _roles(asking: Asking, key: Access, since: datetime) -> list[Block]:
    changed = [row for row in roles.list_role_history(asking.session, key) if row.since > since and row.until is None]
    lines = [f"• *{escape(row.role)}* has a new holder: <@{row.holder_id}>" for row in changed if row.holder_id]
    return [says("\n".join(lines))] if lines else []


def _say(asking: Asking, moment: datetime) -> str:
    return say_moment(moment, asking.request.now, asking.time_zone)
