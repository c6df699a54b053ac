"""The invented school of the demo."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.demo_school import ADULTS, NAME, SAID, TEAMS, ZONE, Said, moment_of, open_school
from sandbox.identity import BOT_USER_ID
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from tests.sandbox.conftest import MANIFEST


@pytest.fixture
def school() -> Iterator[Sandbox]:
    sandbox = Sandbox(MANIFEST, name=NAME)
    open_school(sandbox)
    with sandbox:
        yield sandbox


def at(school: Sandbox, handle: str) -> Visitor:
    person = school.practice.workspace.person_named(handle)
    assert person is not None
    return school.visitor(person)


def test_each_member_finds_their_team_and_the_staff_room(school: Sandbox) -> None:
    for name, members in TEAMS.items():
        for handle in members:
            assert {name, "staff-room"} <= {each["name"] for each in at(school, handle).state()["channels"]}


def test_the_outsider_and_the_guest_see_no_team(school: Sandbox) -> None:
    for handle in ("moss", "gray"):
        visitor = at(school, handle)
        assert [each["name"] for each in visitor.state()["channels"] if each["kind"] != "im"] == ["staff-room"]
        assert "visual timer" not in visitor.everything()


def test_the_messages_stand_in_the_order_they_were_written_and_before_now(school: Sandbox) -> None:
    hale = at(school, "hale")
    team = next(each for each in hale.state()["channels"] if each["name"] == "team-juniper")
    stamps = [each["ts"] for each in hale.sees(team["id"])]
    assert stamps == sorted(stamps)
    assert len(stamps) == sum(each.channel == "team-juniper" for each in SAID)
    assert hale.types("Good morning", team["id"]).ts > stamps[-1]
    assert [each["reply_count"] for each in hale.sees(team["id"]) if "reply_count" in each] == [2]


@given(st.integers(1_800_000_000, 2_000_000_000), st.sampled_from(SAID))
def test_everything_was_said_on_a_school_day_before_today(second: int, said: Said) -> None:
    now = datetime.fromtimestamp(second, UTC)
    moment = moment_of(now, said)
    assert moment.weekday() < 5
    assert moment.date() < now.astimezone(ZoneInfo(ZONE)).date()


def test_the_app_waits_outside_until_somebody_invites_it(school: Sandbox) -> None:
    assert not [
        each for each in school.practice.workspace.channels.values() if not each.is_im and each.has(BOT_USER_ID)
    ]


def test_a_colleague_named_in_a_message_is_linked(school: Sandbox) -> None:
    pell = at(school, "pell")
    vale = school.practice.workspace.person_named("vale")
    assert vale is not None
    assert f"<@{vale.id}>" in pell.everything()


def test_a_school_that_is_open_is_not_opened_again(tmp_path: Path) -> None:
    for _ in range(2):
        sandbox = Sandbox(MANIFEST, memory=tmp_path / "school.db", name=NAME)
        open_school(sandbox)
        with sandbox:
            assert len(at(sandbox, "hale").state()["people"]) == len(ADULTS) + 1
