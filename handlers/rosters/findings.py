"""Gathers what goes wrong while a file is read: lines skipped, cells left out, warnings; never a cell's words."""

from collections.abc import Iterable
from dataclasses import replace

from handlers.rosters.rows import Roster, Skipped

MOST_SKIPPED = 10_000  # each of a file; the rest is counted, so that a hostile file cannot fill the memory
_MOST_LINES = 5


class Findings:
    def __init__(self) -> None:
        self.skipped: list[Skipped] = []
        self.held: set[str] = set()
        self.unread = 0  # lines so broken that they could be about anybody
        self._skips: dict[str, int] = {}
        self._left_out: dict[tuple[str, str], list[int]] = {}
        self._warnings: dict[str, None] = {}

    def skip(self, line: int, file: str, reason: str, ids: Iterable[str] = ()) -> None:
        """`ids`: whom the line was about, so that being skipped does not look like having left."""
        self.held.update(filter(None, ids))
        self._skips[file] = self._skips.get(file, 0) + 1
        if self._skips[file] <= MOST_SKIPPED:
            self.skipped.append(Skipped(line, file, reason))

    def leave_out(self, line: int, file: str, what: str) -> None:
        """`what` was not taken, the rest of the line was."""
        seen = self._left_out.setdefault((file, what), [0])
        seen[0] += 1
        if seen[0] <= _MOST_LINES:
            seen.append(line)

    def warn(self, sentence: str) -> None:
        self._warnings[sentence] = None

    def add_to(self, roster: Roster) -> Roster:
        return replace(
            roster,
            skipped=tuple(self.skipped),
            warnings=self._list_warnings(),
            held=frozenset(self.held),
            unread=self.unread,
        )

    def _list_warnings(self) -> tuple[str, ...]:
        left_out = (_say_left_out(file, what, *seen) for (file, what), seen in self._left_out.items())
        more = (
            f"{file}: {count - MOST_SKIPPED:,} more lines were skipped and are not listed."
            for file, count in self._skips.items()
            if count > MOST_SKIPPED
        )
        return (*self._warnings, *left_out, *more)


def _say_left_out(file: str, what: str, count: int, *lines: int) -> str:
    listed = ", ".join(str(line) for line in lines)
    more = f" and {count - len(lines):,} more" if count > len(lines) else ""
    return f"{file}, line{'s' if count > 1 else ''} {listed}{more}: {what}."
