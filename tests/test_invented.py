"""PRV-44: tests, docs and demo use invented people; an address that could be somebody's is not among them."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
READ = {".py", ".md", ".yml", ".csv", ".sql", ".js", ".html"}
ADDRESS = re.compile(r"[\w.+-]+@([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})", re.IGNORECASE)


def test_every_address_written_anywhere_belongs_to_nobody() -> None:
    folders = ("bot", "handlers", "storage", "sandbox", "tests", "benchmarks", "docs")
    pages = [*ROOT.glob("*.*"), *(page for folder in folders for page in (ROOT / folder).rglob("*"))]
    real = {
        f"{page.relative_to(ROOT)}: {found[0]}"
        for page in pages
        if page.suffix in READ
        for found in ADDRESS.finditer(page.read_text(encoding="utf-8"))
        if not re.search(r"(^|\.)(example|invalid|test)(\.|$)", found[1].casefold())
    }
    assert real == set()
