"""The school day before, who has a role for the student and wrote nothing this week gets one quiet word."""

from datetime import UTC, date, datetime

import pytest

from handlers.conversation import Quiet, Reply, Request
from handlers.huddles import nudge
from storage import leaves
from storage.database import Database
from storage.followups import Followup
from storage.huddle_wishes import WishKind
from storage.leaves import Leave
from tests.cast import Cast
from tests.handlers.huddles.lane import ON_TIME, STARTS, Lane
from tests.handlers.huddles.steps import forward, go_to, plan_of

WORDS = "What should the team know?"
TUESDAY = date(2026, 9, 8)
NUDGED_AT = datetime(2026, 9, 8, 13, tzinfo=UTC)  # eight o'clock in Chicago


@pytest.fixture
def lane(database: Database) -> Lane:
    """A team that meets on Wednesday, and the clock has looked at it."""
    made = Lane(database)
    made.fill()
    made.ticks()
    return made


def heard(cast: Cast, name: str) -> int:
    person = getattr(cast, name)
    return [WORDS in person.text_of(one) for one in person.sees()].count(True)


def go_to_the_day_before(cast: Cast) -> None:
    """Maya is next; Hale manages her case."""
    plan_of(cast, cast.juniper)
    cast.lopez.types("/focus pin Maya T", cast.juniper)
    nudge_at = plan_of(cast, cast.juniper).nudge_at
    assert nudge_at is not None
    go_to(cast, nudge_at)
    cast.all_sent()


def test_who_has_a_role_gets_one_word_with_the_form_and_nobody_else_any(cast: Cast) -> None:
    go_to_the_day_before(cast)
    forward(cast, 60)
    cast.all_sent()
    assert [heard(cast, name) for name in ("hale", "lopez", "finch")] == [1, 0, 0]
    word = cast.hale.waits_for(WORDS)
    view = cast.hale.presses("Check in", word).view
    assert view is not None
    assert "Maya T." in cast.hale.text_of(view)
    assert not any("Maya" in preview for preview in cast.hale.notifications())


def test_who_wrote_this_week_gets_none(cast: Cast) -> None:
    plan_of(cast, cast.juniper)
    starts_at = plan_of(cast, cast.juniper).next_at
    nudge_at = plan_of(cast, cast.juniper).nudge_at
    assert nudge_at is not None
    assert nudge_at < starts_at
    cast.lopez.types("/focus pin Maya T", cast.juniper)
    go_to(cast, nudge_at, seconds=-60)
    cast.hale.types("/checkin Maya T: read two pages", cast.juniper)
    go_to(cast, nudge_at)
    cast.all_sent()
    assert heard(cast, "hale") == 0


def test_where_nobody_holds_a_role_those_with_a_position_are_asked(cast: Cast) -> None:
    plan_of(cast, cast.juniper)
    cast.lopez.types("/focus pin Fen O", cast.juniper)
    nudge_at = plan_of(cast, cast.juniper).nudge_at
    assert nudge_at is not None
    go_to(cast, nudge_at)
    cast.all_sent()
    assert [heard(cast, name) for name in ("lopez", "ortiz", "finch")] == [1, 1, 0]


def test_who_is_away_that_day_gets_none(cast: Cast) -> None:
    plan_of(cast, cast.juniper)
    nudge_at = plan_of(cast, cast.juniper).nudge_at
    assert nudge_at is not None
    form = cast.hale.presses("I will be away", cast.hale.opens_home()).view
    assert form is not None
    assert cast.hale.submits(form, {"First day": nudge_at.date().isoformat()}).errors == {}
    go_to_the_day_before(cast)
    assert [heard(cast, name) for name in ("hale", "lopez", "finch")] == [0, 0, 0]


def test_who_goes_away_after_the_nudge_was_queued_gets_none(lane: Lane) -> None:
    with lane.database.write() as session:
        leaves.take_leave(session, Leave(person_id="U1", starts_on=TUESDAY, ends_on=TUESDAY, set_at=STARTS))
    request = Request("U1", NUDGED_AT, ids={"team": 1, "week": "2026-09-07", "student": 1})
    with lane.database.write() as session:
        assert isinstance(nudge.nudged(request, session), Quiet)
        leaves.end_leave(session, "U1")
        assert isinstance(nudge.nudged(request, session), Reply)


def test_whoever_was_announced_is_in_focus_although_another_is_flagged_by_then(lane: Lane) -> None:
    lane.has_position("U1")
    lane.at(NUDGED_AT)
    (announced,) = lane.wished(WishKind.TOLD)
    assert announced == 1
    with lane.database.write() as session:
        session.add(
            Followup(student_id=2, text="a call", owner_id="", due_on=TUESDAY, promised_by="U1", promised_at=STARTS)
        )
    lane.at(ON_TIME)
    assert "Student0" in lane.words("prompt")[0]
