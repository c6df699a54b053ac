"""Weighs what a question's words speak for, each word and each two neighbours, where the grammar is not sure."""

import csv
import math
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from handlers.questions.question import Asked

WEIGHTS = Path(__file__).parent / "evidence.csv"  # learned from the written questions by `python -m benchmarks.learn`
ALWAYS = ""  # the sign that every question has
_SCALE = 3.0

Weights = Mapping[str, Mapping[Asked, float]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the words speak for most, and for how much of all they say, from nothing to one."""

    asked: Asked = Asked.UNCLEAR
    share: float = 0.0


def signs_of(sentences: Iterable[str], known: Container[str]) -> frozenset[str]:
    """Each word and each two neighbours of sentences as the grammar reads them; a word that is not known is `~`."""
    found = {ALWAYS}
    for sentence in sentences:
        words = ["^", *(word if word in known else "~" for word in sentence.split()), "$"]
        found.update(words)
        found.update(f"{one} {other}" for one, other in pairwise(words))
    return frozenset(found)


def share_out(signs: Iterable[str], weights: Weights) -> dict[Asked, float]:
    """How much of what the signs say speaks for each kind. The more there are, the less each says."""
    told = [weights[sign] for sign in signs if sign in weights]
    each = _SCALE / math.sqrt(max(1, len(told)))
    sums = dict.fromkeys(_kinds(weights), 0.0)
    for weighed in told:
        for asked, weight in weighed.items():
            sums[asked] += weight * each
    return _shares(sums)


def _kinds(weights: Weights) -> Iterable[Asked]:
    return weights[ALWAYS]


def _shares(sums: Mapping[Asked, float]) -> dict[Asked, float]:
    most = max(sums.values())
    raised = {asked: math.exp(value - most) for asked, value in sums.items()}
    whole = sum(raised.values())
    return {asked: value / whole for asked, value in raised.items()}


def weigh(sentences: Sequence[str]) -> Evidence:
    weights = _read_weights()
    shares = share_out(signs_of(sentences, weights), weights)
    asked = max(shares, key=lambda one: shares[one])
    return Evidence(asked, shares[asked])


def speaks_for(asked: Asked, sentences: Iterable[str]) -> float:
    """How much of what they say speaks for one kind."""
    weights = _read_weights()
    return share_out(signs_of(sentences, weights), weights)[asked]


@cache
def _read_weights() -> Weights:
    with WEIGHTS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    kinds = [Asked(name) for name in rows[0][1:]]
    return {sign: _filled(kinds, weights) for sign, *weights in rows[1:]}


def _filled(kinds: Iterable[Asked], weights: Iterable[str]) -> dict[Asked, float]:
    return {asked: int(weight) / 100 for asked, weight in zip(kinds, weights, strict=True) if weight}
