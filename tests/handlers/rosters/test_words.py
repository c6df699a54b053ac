"""Plans, positions and roles in the words schools use for them."""

import pytest

from handlers.rosters.cells import Unreadable
from handlers.rosters.words import POSITIONS, read_plan, read_position, read_role
from storage.positions import PositionName
from storage.roles import CASE_MANAGER


@pytest.mark.parametrize(
    ("written", "plan"),
    [
        ("iep", "IEP"),
        ("Section 504", "504"),
        ("504 Plan", "504"),
        ("RTI", "MTSS"),
        ("ELL", "EL"),
        ("el; IEP", "IEP, EL"),
        ("IEP/504", "IEP, 504"),
        ("IEP and EL", "IEP, EL"),
        ("none", ""),
        ("N/A", ""),
        ("", ""),
    ],
)
def test_a_plan_is_read_by_its_kind(written: str, plan: str) -> None:
    assert read_plan(written) == plan


@pytest.mark.parametrize("written", ["imaginary disorder", "IEP, imaginary disorder"])
def test_a_diagnosis_is_no_plan(written: str) -> None:
    with pytest.raises(Unreadable):
        read_plan(written)


@pytest.mark.parametrize(
    ("written", "position"),
    [
        ("Gen Ed", "general education"),
        ("SPED teacher", "special education"),
        ("Speech-Language Pathologist", "SLP"),
        ("school psych", "psychologist"),
        ("Guidance Counselor", "counselor"),
        ("BCBA", "behavior"),
        ("ESOL", "English learner"),
        ("para", "paraeducator"),
        ("Assistant Principal", "administrator"),
        ("O.T.", "OT"),
    ],
)
def test_a_position_is_read_as_ours(written: str, position: str) -> None:
    assert read_position(written) == position


def test_positions_are_those_we_keep() -> None:
    assert set(POSITIONS) == {name.value for name in PositionName}
    assert [read_position(name.upper()) for name in POSITIONS] == [*POSITIONS]


def test_a_mistyped_counselor_is_not_guessed() -> None:
    with pytest.raises(Unreadable, match="not one of ours"):
        read_position("counsler")


def test_case_manager_is_no_position() -> None:
    with pytest.raises(Unreadable, match="roles file"):
        read_position("Case Manager")


@pytest.mark.parametrize("written", ["Case Manager", "case mgr", "CM", "case-manager"])
def test_a_case_manager_is_known_by_several_names(written: str) -> None:
    assert read_role(written) == CASE_MANAGER


def test_a_teams_own_role_stays_as_typed() -> None:
    assert read_role("Sensory  breaks") == "Sensory breaks"
