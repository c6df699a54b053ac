"""What the words of the trade mean, in plain words. An acronym with two meanings has both."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handlers.rules.folding import fold, squash

_TERMS = Path(__file__).parent / "terms.csv"


@dataclass(frozen=True, slots=True)
class Term:
    """`expansion`: what an acronym stands for, or another name."""

    term: str
    expansion: str
    definition: str


def find_key(words: str) -> str:
    """The key of the term that is meant, whatever its case, dots and plural; empty where there is none."""
    folded = fold(words)
    return next((key for key in _spellings(folded) if key in _by_key()), "")


def list_meanings(key: str) -> tuple[Term, ...]:
    """Everything that the key stands for."""
    return _by_key().get(key, ())


def _spellings(folded: str) -> list[str]:
    """Without the article before it; as written, without a plural's ending, and with one."""
    bare = folded.removeprefix("a ").removeprefix("an ").removeprefix("the ")
    plain = squash(bare)
    return [plain, plain.removesuffix("s"), plain.removesuffix("es"), f"{plain}s"]


@cache
def _by_key() -> dict[str, tuple[Term, ...]]:
    """By every name of a term, squashed."""
    found: dict[str, dict[Term, None]] = {}
    with _TERMS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            term = Term(row["term"], row["expansion"], row["definition"])
            names = (row["term"], row["expansion"], *row["expansion"].split("/"), *row["also"].split(";"))
            for key in {squash(fold(name)) for name in names} - {""}:
                found.setdefault(key, {})[term] = None
    return {key: tuple(terms) for key, terms in found.items()}
