"""PRV-06: what is promised under a restricted check-in is told to its owner and to who asks, and said in no channel."""

from datetime import date

import pytest
from sqlmodel import Session, select

from handlers import doors
from handlers.conversation import Ids, Request
from handlers.huddles import agenda
from storage import followups, huddle_notes, promised_for_many, teams
from storage.database import Database
from storage.followups import Asking, Followup
from storage.huddles import Huddle, HuddleState
from storage.outbox import Act, Post, State
from tests.privacy import steps
from tests.privacy import world as w

SEALED = "sealed promise"
OPEN = "otter promise"
FOR_ALL: tuple[Ids, ...] = (
    {"asked": "owner"},
    {"asked": "no owner"},
    {"asked": "history"},
    {"asked": "how is"},
    {"asked": "who said", "found": f"92002,{w.FOLLOWUP}"},
    {"asked": "duties of", "staff": "UHALE"},
)


def promise_sealed(session: Session, *, asks: Asking | None = None) -> int:
    made = Followup(
        id=92002,
        student_id=w.QUILLON,
        checkin_id=w.RESTRICTED,
        text=SEALED,
        owner_id="" if asks else "UHALE",
        asks_for_owner=asks,
        due_on=date(2026, 9, 1),
        promised_by="ULOPEZ",
        promised_at=w.NOW,
    )
    return followups.add_followup(session, made).id


def answer_all(session: Session, ids: Ids) -> str:
    about = {"whose": "one", "student": w.QUILLON, "team": w.JUNIPER_TEAM, **ids}
    return steps.hear(session, "questions.said_here", "", **about)


@pytest.mark.parametrize("ids", FOR_ALL, ids=lambda ids: str(ids["asked"]))
@pytest.mark.parametrize("asks", [None, Asking.NOBODY_YET])
def test_prv_06_no_answer_for_a_channel_tells_of_it_or_counts_it(
    world: Database, ids: Ids, asks: Asking | None
) -> None:
    with w.undone(world) as session:
        without = answer_all(session, ids)
        promise_sealed(session, asks=asks)
        assert answer_all(session, ids) == without


def test_prv_06_the_same_questions_bring_it_to_a_member_who_asks(world: Database) -> None:
    """Otherwise the test above would pass on a bot that tells of nothing."""
    with w.undone(world) as session:
        promise_sealed(session)
        assert SEALED in steps.press(
            session, "questions.answer", "UHALE", asked="owner", whose="one", student=w.QUILLON
        )
        assert OPEN in answer_all(session, {"asked": "owner"})


def test_prv_06_no_agenda_and_no_recap_tells_of_it(world: Database) -> None:
    with w.undone(world) as session:
        promise_sealed(session, asks=Asking.NOBODY_YET)
        huddle, team = session.get_one(Huddle, w.HUDDLE), teams.get_team(session, w.JUNIPER_TEAM)
        request = Request("", w.NOW, w.JUNIPER)
        key = doors.access_for_clock(session, request, team, (w.QUILLON,)).keys[w.QUILLON]
        for line in huddle_notes.list_lines(session, key, w.HUDDLE):
            session.delete(line)
        session.flush()
        agenda.keep_agenda(session, request, team, key, huddle)
        prompt = steps.hear(session, "huddles.prompt", "", huddle=w.HUDDLE)
        huddle.state, huddle.opened_at = HuddleState.CLOSED, w.NOW
        recap = steps.hear(session, "huddles.recap", "", huddle=w.HUDDLE)
        assert OPEN in prompt
        assert "Recap" in recap
        assert SEALED not in prompt + recap


def test_prv_06_nor_does_a_row_that_was_laid_out_for_the_channel_before(world: Database) -> None:
    with w.undone(world) as session:
        ids: Ids = {"followup": promise_sealed(session), "student": w.QUILLON, "team": w.JUNIPER_TEAM}
        for name in ("followups.promised", "followups.now"):
            assert SEALED not in steps.hear(session, name, "", **ids)


def test_prv_06_what_comes_again_after_it_is_kept_from_the_channel_too(world: Database) -> None:
    with w.undone(world) as session:
        made = session.get_one(Followup, promise_sealed(session))
        made.repeats = "1:4:2026-09-01:"
        session.flush()
        steps.press(session, "followups.done", "UHALE", followup=made.id, student=w.QUILLON)
        assert SEALED in steps.press(session, "followups.list", "UHALE", student=w.QUILLON)
        assert SEALED not in answer_all(session, {"asked": "owner"})


def test_prv_06_what_was_posted_goes_once_its_check_in_turns_out_to_be_restricted(world: Database) -> None:
    with w.undone(world) as session:
        said = Post(
            queue=w.JUNIPER,
            act=Act.SAY,
            about="followups.promised",
            ids={"followup": w.FOLLOWUP, "student": w.QUILLON, "team": w.JUNIPER_TEAM},
            subject=f"followup:{w.FOLLOWUP}",
            channel_id=w.JUNIPER,
            state=State.SENT,
            made_at=w.NOW,
            not_before=w.NOW,
        )
        session.add(said)
        session.flush()
        steps.send(session, "checkins.change", "ULOPEZ", {"checkin": w.PLAIN}, text="wants to kill himself", working="")
        gone = session.exec(select(Post).where(Post.act == Act.DELETE, Post.target_id == said.id)).all()
        assert len(gone) == 1


@pytest.mark.parametrize("asks", [None, Asking.NOBODY_YET])
def test_prv_06_it_brings_nobodys_turn_forward(world: Database, asks: Asking | None) -> None:
    """Neither in the channel nor in the queue that a member looks at: the two are one."""
    with w.undone(world) as session:
        request = Request("UFINCH", w.NOW, w.JUNIPER)
        keys = doors.access_students(session, request)
        made = session.get_one(Followup, promise_sealed(session, asks=asks))
        today = date(2026, 9, 2)
        before = promised_for_many.list_flagged(session, keys, today)
        made.checkin_id = w.PLAIN
        session.flush()
        assert w.QUILLON not in before
        assert promised_for_many.list_flagged(session, keys, today) == before | {w.QUILLON}
