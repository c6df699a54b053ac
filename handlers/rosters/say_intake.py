"""Says what a file would do, or did, in counts and line numbers: no student's name and no cell of the file."""

from collections import Counter
from collections.abc import Iterator, Sequence

from handlers.rosters.intake import Intake
from handlers.rosters.rows import Skipped

ROLES = frozenset(("case manager", "family contact", "progress data", "accommodations"))


def say_counts(intake: Intake, *, done: bool = False) -> str:
    """ "add 3 students, change 1 student and give 2 roles"; or, once done, "added 3 students"."""
    parts = [f"{was if done else verb} {said}" for verb, was, said in _list_parts(intake)]
    if not parts:
        return "changed nothing" if done else "change nothing"
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def say_same(intake: Intake) -> str:
    """What is on record already; empty where nothing is."""
    same = len(intake.plan.same) - len(intake.placed) + intake.duties.same
    return f"{_count(same, 'line')} on record already" if same else ""


def say_skipped(skipped: Skipped) -> str:
    return f"{skipped.file}, line {skipped.line}: {skipped.reason}"


def list_reasons(skipped: Sequence[Skipped], most: int) -> list[str]:
    """The first lines skipped, each with its reason, and how many more there are."""
    more = len(skipped) - most
    return [*map(say_skipped, skipped[:most]), *([f"and {_count(more, 'more line')}"] if more > 0 else [])]


def _list_parts(intake: Intake) -> Iterator[tuple[str, str, str]]:
    plan, duties = intake.plan, intake.duties
    for verb, was, count in (
        ("add", "added", len(plan.add)),
        ("change", "changed", len(plan.change)),
        ("bring back", "brought back", len(plan.restore)),
        ("archive", "archived", len(plan.archive)),
    ):
        if count:
            yield verb, was, _count(count, "student")
    if intake.placed:
        yield "put", "put", f"{_count(len(intake.placed), 'known student')} on a team"
    if duties.roles:
        # A role of a team's own is a cell of the file, and in a file gone wrong any words.
        roles = _tally(row.role if row.role in ROLES else "others" for _, row in duties.roles)
        yield "give", "gave", f"{_count(len(duties.roles), 'role')} ({roles})"
    if duties.positions:
        positions = _tally(row.position for row in duties.positions)
        yield "set", "set", f"{_count(len(duties.positions), 'position')} ({positions})"


def _tally(words: Iterator[str]) -> str:
    return ", ".join(f"{word}: {count:,}" for word, count in Counter(words).most_common(5))


def _count(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
