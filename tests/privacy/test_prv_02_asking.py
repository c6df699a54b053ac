"""PRV-02, PRV-06, PRV-24: whatever is asked, a student one may not see is like one who is not there."""

import logging
from collections.abc import Iterator

import pytest
from sqlmodel import Session, col, select

from handlers import table
from handlers.conversation import Answer, Ids, Refusal, Request, Source
from handlers.questions.question import Asked, Whose
from storage.database import Database
from storage.outbox import Post
from tests.privacy import attempts
from tests.privacy import world as w
from tests.privacy.sweep import MADE_UP, REAL

TYPED = (
    "{}",
    "who owns follow-up for {}?",
    "who calls home for {}",
    "who is the case manager for {}?",
    "who said they'd send the otter promise for {}",
    "what is Ulopez supposed to be doing for {}",
    "what am I supposed to do for {}",
    "anything overdue for {}?",
    "what has no owner for {}",
    "does {} have a family contact",
    "how is {} doing",
    "what's new on {}",
    "who changed the owner for {}, when",
    "who was family contact for {} in October",
    "when is the huddle for {}",
    "tell me everything about {}'s home life",
)
CARRIED = [
    {"asked": asked.value, "whose": whose.value}
    for asked in Asked
    for whose in (Whose.ONE, Whose.BOTH, Whose.SEVERAL, Whose.THIS)
]


def said(session: Session, name: str, kind: str, request: Request) -> str:
    """The answer, and what was laid into the outbox for others to hear."""
    verb = {"button": table.BUTTONS, "speech": table.SPEECHES, "event": table.EVENTS}.get(kind, {}).get(name)
    try:
        answer: Answer | Refusal = (verb or table.find_command(name, request.words)).run(request, session)
    except Refusal as refusal:
        answer = refusal
    return attempts.words_of(answer) + attempts.posts_of(session) + _spoken(session)


def _spoken(session: Session) -> str:
    """What those rows say once they are sent."""
    rows = session.exec(select(Post).where(col(Post.about).startswith("questions."))).all()
    requests = [(row, Request(row.person_id, w.NOW, row.channel_id, ids=row.ids)) for row in rows]
    return "".join(attempts.words_of(table.SPEECHES[row.about].run(one, session)) for row, one in requests)


def asked_by(person: str, named: str, student: int) -> Iterator[tuple[str, str, Request]]:
    """Everything somebody may ask of one student: typed, called, written, and with forged buttons and rows."""
    for typed in TYPED:
        words = typed.format(named)
        yield "/whoowns", "command", Request(person, w.NOW, w.JUNIPER, words=words)
        source = Source(w.JUNIPER, "1790000000.000100")
        yield (
            "mentioned",
            "event",
            Request(person, w.NOW, w.JUNIPER, words=f"<@UBOT> {words}", source=source, bot="UBOT"),
        )
        yield "direct_message", "event", Request(person, w.NOW, "D1", words=words, source=source, bot="UBOT")
    for carried in CARRIED:
        ids: Ids = {**carried, "student": student, "found": f"{w.FOLLOWUP}", "staff": "UHALE", "team": w.JUNIPER_TEAM}
        for kind, name in (
            ("button", "questions.answer"),
            ("button", "questions.share"),
            ("speech", "questions.said_to_one"),
        ):
            yield name, kind, Request(person, w.NOW, w.JUNIPER, ids=ids)


def all_said(world: Database, person: str, named: str, student: int) -> list[tuple[str, str]]:
    found = []
    for name, kind, request in asked_by(person, named, student):
        with w.undone(world) as session:
            words = said(session, name, kind, request)
        first, last = named.split()
        asked = request.words.replace(named, "TYPED") or str(request.ids)
        found.append((f"{name} {asked}", attempts.plain(words, named, first, last)))
    return found


@pytest.mark.parametrize("person", w.OUTSIDERS)
def test_prv_02_whatever_is_asked_a_hidden_student_is_like_one_who_is_not_there(world: Database, person: str) -> None:
    real, made_up = all_said(world, person, REAL, w.QUILLON), all_said(world, person, MADE_UP, w.UNKNOWN)
    for (asked, answer), (_, other) in zip(real, made_up, strict=True):
        assert answer == other, asked
        assert [canary for canary in w.CANARIES if canary in answer] == [], asked


def test_prv_02_the_same_questions_by_a_member_bring_the_record(world: Database) -> None:
    """Otherwise the test above would pass on a bot that answers nobody."""
    found = " ".join(answer for _, answer in all_said(world, "ULOPEZ", REAL, w.QUILLON))
    assert all(words in found for words in ("otter promise", "plain otter words", "case manager"))


@pytest.mark.parametrize("person", w.MEMBERS)
def test_prv_06_no_answer_for_a_whole_channel_holds_a_restricted_word(world: Database, person: str) -> None:
    for carried in CARRIED:
        ids: Ids = {**carried, "student": w.QUILLON, "team": w.JUNIPER_TEAM, "staff": person}
        with w.undone(world) as session:
            words = said(session, "questions.said_here", "speech", Request("", w.NOW, w.JUNIPER, ids=ids))
        assert "sealed otter" not in words
        assert "kill" not in words


@pytest.mark.parametrize(
    ("person", "channel"), [("", w.BIRCH), ("", w.LOUNGE), ("UHALE", w.JUNIPER), ("UPELL", w.BIRCH)]
)
def test_prv_10_what_a_channel_may_read_is_said_in_that_channel_alone(
    world: Database, person: str, channel: str
) -> None:
    ids: Ids = {"asked": "owner", "whose": "one", "student": w.QUILLON, "team": w.JUNIPER_TEAM}
    with w.undone(world) as session:
        words = said(session, "questions.said_here", "speech", Request(person, w.NOW, channel, ids=ids))
    assert "Quillon" not in words


def test_prv_24_a_question_is_logged_as_shape_and_count(world: Database, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO), w.undone(world) as session:
        asked = Request("ULOPEZ", w.NOW, w.JUNIPER, words="who calls home for Quillon Zephyrane?")
        said(session, "/whoowns", "command", asked)
    assert "question: duty, one, 1 students" in caplog.text
    assert [canary for canary in w.CANARIES if canary in caplog.text] == []
