"""The roles chart: gaps first, and who carries too much. Pure."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.chart import NOBODY, Adult, Gap, Recorded, find_overloaded, is_gap, list_duties, make_chart
from handlers.rules.duties import DUTIES, NEEDED, find_same, tidy

SINCE = datetime(2026, 9, 3, tzinfo=UTC)
HALE, LOPEZ, FINCH = Adult("UHALE"), Adult("ULOPEZ"), Adult("UFINCH")
TEAM = ("UHALE", "ULOPEZ", "UFINCH")


def held(duty: str, holder: Adult = HALE, **more: bool | Adult) -> Recorded:
    return Recorded(duty, holder, SINCE, **more)  # type: ignore[arg-type]


def test_a_new_student_lacks_exactly_what_every_student_needs() -> None:
    chart = make_chart((), TEAM)
    assert [row.duty for row in chart.gaps] == [duty for duty in DUTIES if duty in NEEDED]
    assert {row.gap for row in chart.gaps} == {Gap.NOBODY}
    assert chart.held == ()
    assert set(chart.unasked) == set(DUTIES) - NEEDED


def test_what_is_held_is_no_gap_and_says_since_when() -> None:
    chart = make_chart([held("meetings", backup=LOPEZ)], TEAM)
    (row,) = chart.held
    assert (row.duty, row.holder, row.backup, row.since) == ("meetings", HALE, LOPEZ, SINCE)
    assert chart.find("meetings") == row
    assert chart.find("speech") is None


def test_a_holder_who_left_is_a_gap_with_their_name() -> None:
    row = make_chart([held("speech", Adult("UPELL"))], TEAM).find("speech")
    assert row is not None
    assert (row.gap, row.holder) == (Gap.LEFT, Adult("UPELL"))


def test_a_backup_who_left_is_not_shown_as_one() -> None:
    row = make_chart([held("speech", backup=Adult("UPELL"))], TEAM).find("speech")
    assert row is not None
    assert row.backup == NOBODY


def test_an_address_that_slack_does_not_know_is_a_gap() -> None:
    row = make_chart([held("speech", Adult(email="reed@juniper.example"))], TEAM).find("speech")
    assert row is not None
    assert row.gap is Gap.UNKNOWN


def test_gaps_that_every_student_has_to_fill_come_before_others() -> None:
    chart = make_chart([held("behavior plan", Adult("UPELL")), held("counseling", is_ended=True)], TEAM)
    needed = [row.duty in NEEDED for row in chart.gaps]
    assert needed == sorted(needed, reverse=True)
    assert [row.duty for row in chart.gaps][-2:] == ["behavior plan", "counseling"]


def test_a_duty_that_ended_because_it_is_needed_no_more_leaves_no_gap_unless_every_student_needs_it() -> None:
    over = [held(duty, is_ended=True, is_over=True) for duty in ("counseling", "meetings")]
    chart = make_chart(over, TEAM)
    assert chart.find("counseling") is None
    assert "counseling" in chart.unasked
    assert chart.find("meetings") in chart.gaps


def test_a_schools_own_duties_and_others_on_record_follow_the_standing_ones() -> None:
    assert list_duties(("swim helper",), ("zoo trips", "speech")) == [*DUTIES, "swim helper", "zoo trips"]
    assert make_chart((), TEAM, ("swim helper",)).unasked[-1] == "swim helper"


def test_nearly_everything_is_many_duties_and_most_of_them() -> None:
    most = [held(duty) for duty in DUTIES[:4]]
    assert find_overloaded(make_chart(most, TEAM), TEAM) == "UHALE"
    assert find_overloaded(make_chart(most[:3], TEAM), TEAM) == ""
    shared = [*most, *(held(duty, LOPEZ) for duty in DUTIES[4:7])]
    assert find_overloaded(make_chart(shared, TEAM), TEAM) == ""


def test_who_is_alone_on_the_team_carries_everything_and_nobody_is_told() -> None:
    chart = make_chart([held(duty) for duty in DUTIES], ("UHALE",))
    assert find_overloaded(chart, ("UHALE",)) == ""


@given(
    st.lists(
        st.builds(
            Recorded,
            st.sampled_from([*DUTIES, "swim helper"]),
            st.sampled_from([HALE, LOPEZ, Adult("UPELL"), Adult(email="a@b.example")]),
            st.just(SINCE),
            is_ended=st.booleans(),
            is_over=st.booleans(),
        )
    )
)
def test_every_duty_stands_in_the_chart_once_and_whatever_is_needed_is_held_or_a_gap(recorded: list[Recorded]) -> None:
    chart = make_chart(recorded, TEAM)
    shown = [*(row.duty for row in chart.rows), *chart.unasked]
    assert len(shown) == len(set(shown))
    assert set(shown) >= set(DUTIES)
    assert {row.duty for row in chart.rows} >= NEEDED
    assert all(row.gap for row in chart.gaps)
    assert all(not row.gap and not is_gap(row.duty, row.holder, TEAM) for row in chart.held)


def test_a_duty_is_the_same_however_it_is_written() -> None:
    assert find_same("  Family-Contact ", DUTIES) == "family contact"
    assert find_same("swimming", DUTIES) == ""
    assert tidy("  swim \n helper\x00 ") == "swim helper"
