"""The page's files keep the house's manners: each says what it is for, builds no markup from text, calls nobody."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parent.parent.parent / "sandbox" / "page"
SCRIPTS = sorted(PAGE.rglob("*.js"))
FILES = [*SCRIPTS, *sorted(PAGE.rglob("*.css")), PAGE / "index.html"]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: str(path.relative_to(PAGE)))
def test_a_script_opens_with_one_line_and_stays_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("// ")
    assert lines[0].endswith(".")
    assert not lines[1].startswith("//")
    assert len(lines) <= 240


def test_no_script_makes_markup_or_code_from_text() -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|srcdoc ="
    assert [path.name for path in SCRIPTS if re.search(forbidden, path.read_text(encoding="utf-8"))] == []


def test_the_page_loads_nothing_from_elsewhere() -> None:
    addresses = [
        (path.name, found)
        for path in FILES
        for found in re.findall(
            r"(?:src|href|url|from|import)[=(\s]+[\"']?(?:https?:)?//[^\s\"')]+", path.read_text(encoding="utf-8")
        )
    ]
    assert addresses == []


def test_every_script_is_reached_from_the_first() -> None:
    reached: set[Path] = set()
    waiting = [PAGE / "main.js"]
    while waiting:
        path = waiting.pop()
        reached.add(path)
        imports = re.findall(r"""from "(\.[^"]+)";""", path.read_text(encoding="utf-8"))
        waiting += [found for each in imports if (found := (path.parent / each).resolve()) not in reached]
    assert set(SCRIPTS) == reached
