"""PRV-44: everybody in tests, docs and the demo is invented, and can be seen to be. E-mails: tests/test_invented.py."""

import re
from pathlib import Path

import pytest

from sandbox.demo_school import ADULTS

ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("bot", "handlers", "storage", "sandbox", "benchmarks", "tests", "docs")
TEXTS = {".py", ".md", ".yml", ".js", ".html", ".csv", ".toml", ".txt"}
E_MAIL = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[A-Za-z]{2,})\b")
TELEPHONE = re.compile(r"(?<![\w.])(?:\(\d{3}\) ?|\d{3}[-. ])(\d{3})[-. ](\d{4})(?![\w.])")


def texts() -> dict[str, str]:
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in TEXTS]
    files += [path for path in ROOT.iterdir() if path.suffix in TEXTS]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_prv_44_every_telephone_number_is_a_made_up_one() -> None:
    """555-0100 to 555-0199 are kept for stories."""
    found = {(name, one[0]) for name, text in texts().items() for one in TELEPHONE.finditer(text)}
    assert {(name, one) for name, one in found if not re.search(r"555[-. ]01\d\d$", one)} == set()


@pytest.mark.parametrize("where", ["README.md", "sandbox/demo_school.py"])
def test_prv_44_it_is_said_that_the_school_is_invented(where: str) -> None:
    assert "invented" in texts()[where]


def test_prv_44_the_demos_people_have_addresses_of_the_invented_school_alone() -> None:
    words = texts()["sandbox/demo_school.py"] + texts()["bot/sample_school.py"] + texts()["bot/demo.py"]
    assert ADULTS
    assert {found[1] for found in E_MAIL.finditer(words)} <= {"juniperhollow.example"}
