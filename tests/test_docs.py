"""The words beside the code keep up with it: commands, settings, shortcuts, targets and decisions."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from bot import settings
from bot.cli import cli
from handlers import table
from tests.cast import MANIFEST

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(table.COMMANDS))
def test_readme_tells_of_every_slash_command(command: str) -> None:
    assert f"`{command}" in README


@pytest.mark.parametrize("command", sorted(get_command(cli).commands))  # type: ignore[attr-defined]
def test_readme_tells_of_every_command_at_the_machine(command: str) -> None:
    assert f"`roundtable {command}" in README


def test_readme_tells_of_every_setting_that_is_read() -> None:
    code = Path(settings.__file__).read_text(encoding="utf-8")
    read = set(re.findall(r'"((?:SLACK|ROUNDTABLE)_[A-Z_]+|DATABASE_URL|PORT)"', code)) - {
        "SLACK_CLIENT_ID",
        "SLACK_CLIENT_SECRET",
    }
    assert {name for name in read if f"`{name}`" not in README} == set()


def test_readme_tells_of_every_shortcut() -> None:
    manifest: dict[str, Any] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert [one["name"] for one in manifest["features"]["shortcuts"] if f"**{one['name']}**" not in README] == []


def test_every_target_that_the_words_name_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    named = {name for page in pages for name in re.findall(r"`make ([a-z-]+)`", page.read_text(encoding="utf-8"))}
    assert named <= targets


def test_every_decision_is_listed_and_every_listed_one_exists() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\]\((\d{4}-[^)]+)\)", (folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {page.name for page in folder.glob("0*.md")}


def test_no_page_links_to_a_file_that_is_not_there() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    lost = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in pages
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert lost == []
