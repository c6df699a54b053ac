"""How a dropped file is shown: whatever stands in it, Slack takes the message and its preview names nobody."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from handlers.rosters import preview
from handlers.rosters.duties import Duties
from handlers.rosters.intake import Intake
from handlers.rosters.merge import Match
from handlers.rosters.plan import Plan
from handlers.rosters.rows import PositionRow, RoleRow, Skipped, StudentRow
from sandbox.checks import faults_in_message

NAMES = st.text(min_size=1, max_size=100)
ROWS = st.builds(StudentRow, school_id=st.just("1"), first_name=NAMES, last_name=NAMES, line=st.integers(2, 9))
LONG = StudentRow("1", "&" * 100, "<" * 100, line=2)


def _intake(rows: tuple[StudentRow, ...], times: int = 1) -> Intake:
    every = ("first_name", "last_name", "preferred_name", "nicknames", "grade", "plan", "case_manager_email", "school")
    rows = rows * times
    matches = tuple(Match(number, row, every) for number, row in enumerate(rows))
    skipped = tuple(Skipped(row.line, "students.csv", "preferred_name starts like a formula") for row in rows)
    plan = Plan(add=rows, change=matches, restore=matches, skipped=skipped, warnings=("x" * 300,) * len(rows))
    roles = tuple((1, RoleRow("1", f"{row.first_name}{number}", "a@x.example")) for number, row in enumerate(rows))
    return Intake(plan, {}, Duties(roles, tuple(PositionRow("a@x.example", "SLP") for _ in rows)))


@given(st.lists(ROWS, max_size=5).map(tuple))
def test_slack_takes_whatever_a_file_holds(rows: tuple[StudentRow, ...]) -> None:
    _check(_intake(rows))


def test_slack_takes_the_longest_list() -> None:
    intake = _intake((LONG,), times=3000)
    _check(intake)
    shown = preview.say_preview(intake, ["a" * 254] * 50, {"file": "F1"})
    assert sum(len(str(block)) for block in shown.blocks) < 13_000


def test_a_team_is_chosen_from_as_many_as_a_message_holds() -> None:
    asked = preview.ask_team([(number, "n" * 80) for number in range(100)], {"file": "F1"})
    assert faults_in_message(list(asked.blocks)) == []


def test_the_notification_says_nothing_of_what_is_in_the_file() -> None:
    intake = _intake((replace(LONG, first_name="Orson"),))
    assert "Orson" not in preview.say_preview(intake, (), {}).text
    assert "Orson" not in str(preview.say_done(intake, ()))


def _check(intake: Intake) -> None:
    emails = ["a" * 250] * 50
    for reply in (preview.say_preview(intake, emails, {"file": "F1"}), preview.say_done(intake, emails)):
        assert faults_in_message(list(reply.blocks)) == []
