"""The page on privacy keeps up with the tests: every requirement in scope has its row, and its row its tests."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
ROWS = {row[0]: row for row in re.findall(r"^\| (PRV-\d\d) \| (.+) \| (.+) \| (.+) \|$", PAGE, re.MULTILINE)}
IN_SCOPE = [f"PRV-{number:02}" for number in (*range(1, 7), *range(10, 18), 20, 21, 22, 30, 40, 42, 44, 60)]


@pytest.mark.parametrize("requirement", IN_SCOPE)
def test_every_requirement_has_a_row_whose_files_are_there(requirement: str) -> None:
    _, _, held_by, tests = ROWS[requirement]
    named = re.findall(r"`((?:bot|handlers|storage|tests)/[\w/.]+|manifest\.yml)`", f"{held_by} {tests}")
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert "tests/" in tests


@pytest.mark.parametrize("requirement", IN_SCOPE)
def test_the_tests_named_for_a_requirement_name_it(requirement: str) -> None:
    number = requirement.removeprefix("PRV-")
    first = re.findall(r"`(tests/[\w/.]+)`", ROWS[requirement][3])[0]
    assert re.search(rf"prv[-_](?:\d\d[-_])?{number}", (ROOT / first).read_text(encoding="utf-8"), re.IGNORECASE)


@pytest.mark.parametrize(
    "statement",
    [
        "Erasing in the bot does not erase Slack's copy",
        "the workspace's own retention rules it",
        "may survive in exports",
        "each organization keeps its own members' messages",
        "apply to export private channels and direct messages",
    ],
)
def test_prv_15_what_erasing_does_not_erase_is_said(statement: str) -> None:
    assert statement in PAGE
