"""Everything somebody may do in Slack, by hand and with forged ids: each verb of the table, and its answer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlmodel import Session, col, select

from handlers import table
from handlers.conversation import Answer, Field, Refusal, Request, Source, Verb
from handlers.students.later import ASK_DECIDERS
from storage.outbox import Post
from tests.privacy.world import (
    BY_LEFT,
    DRAFT,
    FENNIMORE,
    FOLLOWUP,
    HEAD,
    HOLDING,
    HUDDLE,
    JOIN,
    JUNIPER,
    JUNIPER_TEAM,
    LINE,
    NOTE,
    NOW,
    PLAIN,
    QUILLON,
    RESTRICTED,
    SAFETY,
    SAID,
    TOGETHER,
    UNKNOWN,
)

FORGED: Mapping[str, int | str] = {
    "student": QUILLON,
    "checkin": PLAIN,
    "draft": DRAFT,
    "followup": FOLLOWUP,
    "followups": str(FOLLOWUP),
    "among": 1,
    "request": JOIN,
    "twin": FENNIMORE,
    "team": JUNIPER_TEAM,
    "person": "UFINCH",
    "position": "counselor",
    "channel": JUNIPER,
    "file": "F1",
    "huddle": HUDDLE,
    "note": NOTE,
    "duty": "family contact",
    "role": HOLDING,
    "line": LINE,
    "newest": 10**9,
    "asked": "owner",
    "whose": "one",
    "found": str(FOLLOWUP),
    "staff": "UHALE",
    "of": "UHALE",
    "had": "UHALE",
    "on": "2026-09-10",
    "other": "2026-09-11",
    "from": JUNIPER,
    "ts": "1790000000.000100",
    "link": "https://workspace.example/archives/C1/p1",
    "school": 50001,
    "unsaid": 1,
    "default": 1,
}
ANY_CHECKIN = (PLAIN, RESTRICTED, SAFETY, TOGETHER, BY_LEFT)
SCHOOL_REFS = {"Quillon Zephyrane": "ZQ-7001", "Brannick Holloway": "ZQ-7008"}  # the second is nobody's
STUDENT_IDS = (
    "student",
    "checkin",
    "draft",
    "followup",
    "followups",
    "request",
    "twin",
    "role",
    "line",
    "huddle",
    "note",
    "found",
)
SPEECH_IDS: Mapping[str, int | str] = {
    "monday": "2026-09-07",
    "week": "2026-09-07",
    "ts": "1.000001",
    "author": "ULOPEZ",
    "reason": "guest",
    "error": "guest",
    "post": SAID,
    "by": "UHALE",
    "inviter": "UHALE",
    "joined": "UFINCH",
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """One verb tried by one person, and what came of it."""

    name: str
    verb: Verb
    request: Request


def by_hand(person: str, channel: str, ids: Mapping[str, int | str], named: str) -> Iterator[Attempt]:
    """Everything a person can do in Slack, each with forged ids: commands, buttons, forms, menus, shortcuts."""
    for command, verbs in table.COMMANDS.items():
        for first, verb in verbs.items():
            words = f"{named}: read two pages" if first == table.ANYTHING else first
            yield Attempt(f"{command} {first}", verb, _request(person, channel, {}, words))
            if first not in ("", table.ANYTHING):
                yield Attempt(f"{command} {first} …", verb, _request(person, channel, {}, f"{first} {named}"))
    for kind, listed in (("button", table.BUTTONS), ("form", table.FORMS), ("shortcut", table.SHORTCUTS)):
        for name, verb in listed.items():
            request = _request(person, channel, ids, "", every_field(ids, named), source=kind == "shortcut")
            yield Attempt(f"{kind} {name}", verb, request)
    for name, verb in table.SEARCHES.items():
        for words in ("", named, named[:2]):
            yield Attempt(f"search {name} {len(words)}", verb, _request(person, channel, ids, words))


def speeches(person: str, channel: str, ids: Mapping[str, int | str]) -> Iterator[Attempt]:
    """Everything the bot might say to somebody from its outbox."""
    for name, verb in table.SPEECHES.items():
        yield Attempt(f"speech {name}", verb, _request(person, channel, {**SPEECH_IDS, **ids}))


def events(person: str, channel: str) -> Iterator[Attempt]:
    """Everything that may happen in the workspace, or to a row of the outbox."""
    for name, verb in table.EVENTS.items():
        yield Attempt(f"event {name}", verb, _request(person, channel, SPEECH_IDS, "a word"))


def unknown(ids: Mapping[str, int | str]) -> dict[str, int | str]:
    """The same, with every id of a student's record replaced by one that nothing has."""
    return {name: UNKNOWN if name in STUDENT_IDS else one for name, one in ids.items()}


def _request(
    person: str,
    channel: str,
    ids: Mapping[str, int | str],
    words: str = "",
    filled: Mapping[str, Field] | None = None,
    *,
    source: bool = False,
) -> Request:
    return Request(
        person=person,
        now=NOW,
        channel=channel,
        words=words,
        ids=ids,
        fields=filled or {},
        source=Source(channel, "1790000000.000100", "ULOPEZ", "a message", "link") if source else None,
        is_administrator=person == "UDEAN",
        bot="UBOT",
    )


def every_field(ids: Mapping[str, int | str], named: str) -> dict[str, Field]:
    """Every field any form of ours has, filled in."""
    first, last = named.split()
    return {
        "student": str(ids["student"]),
        "topic": "win",
        "text": "read two pages",
        "working": "a timer",
        "barrier": "the noise",
        "missing": "a quiet place",
        "change": "a seat at the front",
        "restricted": ("restricted",),
        "follow_up": "send the log home",
        "owner": "UHALE",
        "due": "2026-09-30",
        "day": "2026-09-15",
        "nobody": (),
        "team": str(ids["team"]),
        "first_name": first,
        "last_name": last,
        "school_ref": SCHOOL_REFS.get(named, "ZQ-7009"),
        "plan": ("IEP",),
        "grade": "03",
        "nicknames": "",
        "preferred_name": "",
        "manager": "",
        "position": "counselor",
        "reason": "a reason",
        "leads": ("UHALE",),
        "name": "A name",
        "school": "50001",
        "time_zone": "America/Chicago",
        "huddle_day": "2",
        "huddle_time": "15:15",
        "huddle_minutes": "15",
        "closed_days": "move",
        "meets": "rests",
        "starts_on": "2026-12-21",
        "ends_on": "2027-01-01",
        **dict.fromkeys(("no_school", "staff_only", "early_release", "term", "break"), ("1",)),
        "appear": "thread",
        "opens_at": "08:00",
        "closes_at": "16:00",
        "crisis_text": "Call the office.",
        "shown_as": "initials",
        "dates": "month",
        "duty": "family contact",
        "holder": "UHALE",
        "backup": "",
        "decided": "in the huddle",
        "why": "goes on",
        "until": "tomorrow",
        "word": "",
        "repeats": "",
        "kind": "helps",
        "said_by": "UHALE",
        "said_words": "",
        "said_on": "2026-09-08",
    }


def try_out(session: Session, attempt: Attempt) -> Answer | Refusal:
    try:
        return attempt.verb.run(attempt.request, session)
    except Refusal as refusal:
        return refusal


def words_of(answer: object) -> str:
    """All of an answer: what is shown and what is carried."""
    if isinstance(answer, Refusal):
        return f"Refusal {answer.sentence} {answer.blocks}"
    return repr(answer)


def posts_of(session: Session) -> str:
    """What this session has laid into the outbox, without what differs from row to row by itself.

    The silent question to whoever looks after a known student is left out: it reaches nobody who adds one.
    """
    if "posts" not in session.info:
        return ""
    rows = session.exec(select(Post).where(col(Post.id).not_in((HEAD, SAID)))).all()
    new = [row for row in rows if row.about != ASK_DECIDERS]
    return str([row.model_dump(exclude={"id", "made_at", "not_before", "under_id", "target_id"}) for row in new])


def plain(words: str, *typed: str) -> str:
    """An answer with ids and typed words made the same, for comparing two."""
    for one in typed:
        words = words.replace(one, "TYPED")
    return re.sub(r"\b(?:7000\d|8[0-8]00\d|99999)\b", "ID", words)
