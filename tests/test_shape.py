"""The shape of the house, held by reading the code: what imports alone cannot say."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "handlers", "storage", "sandbox")
VAGUE = {"utils", "helpers", "common", "manager", "service", "data", "info"}
NOUNS = sorted(path.name for path in (ROOT / "handlers").iterdir() if path.is_dir() and (path / "__init__.py").exists())


def sources(*packages: str) -> Iterator[tuple[Path, ast.Module]]:
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{one.name}" for one in node.names}
    return found


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def test_every_file_says_on_top_what_happens_in_it() -> None:
    bare = [str(path) for path, tree in sources(*PACKAGES) if tree.body and not ast.get_docstring(tree)]
    assert bare == []


def test_no_file_has_a_name_that_could_hold_anything() -> None:
    assert [str(path) for path, _ in sources(*PACKAGES) if path.stem in VAGUE] == []


def test_only_the_doors_make_a_key_to_a_student() -> None:
    makers = {
        str(path)
        for path, tree in sources("bot", "handlers", "storage")
        for call in calls(tree)
        if isinstance(call.func, ast.Name) and call.func.id == "Access"
    }
    assert makers == {"handlers/doors.py"}


def test_only_storage_and_the_doors_ask_who_may_see_whom_without_a_key() -> None:
    askers = {str(path) for path, tree in sources("bot", "handlers") if "storage.sight" in imported(tree)}
    assert askers <= SIGHT_IS_OPEN_TO


# Each asks only about teams, never about a student's records.
SIGHT_IS_OPEN_TO = {"handlers/doors.py", "handlers/checkins/announce.py", "handlers/checkins/safety.py"}


def test_only_one_file_reads_the_clock() -> None:
    readers = {
        str(path)
        for path, tree in sources("bot", "handlers", "storage")
        for call in calls(tree)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in {"now", "utcnow", "today"}
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id in {"datetime", "date"}
    }
    assert readers == {"bot/clock.py"}


def test_no_verb_commits_and_only_storage_speaks_sql() -> None:
    wrong = {
        f"{path}:{call.lineno}"
        for path, tree in sources("handlers")
        for call in calls(tree)
        if isinstance(call.func, ast.Attribute) and call.func.attr in {"commit", "rollback", "exec", "execute"}
    }
    assert wrong == set()


@pytest.mark.parametrize("noun", [noun for noun in NOUNS if noun != "rules"])
def test_a_folder_of_handlers_imports_no_other(noun: str) -> None:
    others = {f"handlers.{other}" for other in NOUNS if other not in {noun, "rules", "rosters"}}
    strays = {
        f"{path}: {name}"
        for path, tree in sources(f"handlers/{noun}")
        for name in imported(tree)
        if any(name == other or name.startswith(f"{other}.") for other in others)
    }
    assert strays == set()


def test_handlers_know_nothing_of_slacks_libraries() -> None:
    strays = {
        f"{path}: {name}"
        for path, tree in sources("handlers", "storage")
        for name in imported(tree)
        if name.split(".")[0] in {"slack_bolt", "slack_sdk", "bot"}
    }
    assert strays == set()


def test_nothing_is_mocked() -> None:
    strays = {str(path) for path, tree in sources("tests") if any("mock" in name for name in imported(tree))}
    assert strays == set()
