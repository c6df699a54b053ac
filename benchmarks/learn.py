"""`python -m benchmarks.learn`: learns from the written questions what each word speaks for, and writes it down."""

import csv
import random
from collections import Counter
from collections.abc import Iterable, Sequence

from handlers.questions.evidence import ALWAYS, WEIGHTS, Weights, share_out, signs_of
from handlers.questions.question import Asked
from tests.handlers.questions.asked_questions import Case, list_all, sentences_of

KINDS: tuple[Asked, ...] = tuple(asked for asked in Asked if asked is not Asked.OTHER_LANGUAGE)
ROUNDS = 15
LEAST_SEEN = 2  # a sign of one question alone says nothing of the next
_SMALLEST = 0.04

Lesson = tuple[frozenset[str], Asked]


def learn(cases: Sequence[Case]) -> Weights:
    """Rounds over all of them; each moves the weights of its signs by how far off they were."""
    lessons = list(_lessons([case for case in cases if case.expected.asked in KINDS]))
    seen = Counter(sign for signs, _ in lessons for sign in signs)
    weights: dict[str, dict[Asked, float]]
    weights = {sign: dict.fromkeys(KINDS, 0.0) for sign, count in seen.items() if count >= LEAST_SEEN}
    order = random.Random(1)
    for turn in range(ROUNDS):
        order.shuffle(lessons)
        for signs, asked in lessons:
            _move(weights, signs, asked, step=1.0 / (1 + turn / 5))
    return weights


def _lessons(cases: Iterable[Case]) -> Iterable[Lesson]:
    told = [(sentences_of(case), case.expected.asked) for case in cases]
    seen = Counter(word for sentences, _ in told for word in {word for one in sentences for word in one.split()})
    known = {word for word, count in seen.items() if count >= LEAST_SEEN}
    for sentences, asked in told:
        yield signs_of(sentences, known), asked


def _move(weights: dict[str, dict[Asked, float]], signs: frozenset[str], asked: Asked, *, step: float) -> None:
    told = [weights[sign] for sign in signs if sign in weights]
    each = step / max(1.0, len(told) ** 0.5)
    for kind, share in share_out(signs, weights).items():
        by = each * ((kind is asked) - share)
        if abs(by) > 1e-4:
            for weighed in told:
                weighed[kind] += by


def write(weights: Weights) -> None:
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(["sign", *(kind.value for kind in KINDS)])
        for sign in sorted(weights):
            lines.writerow([sign, *(_shown(weights[sign][kind], always=sign == ALWAYS) for kind in KINDS)])


def _shown(weight: float, *, always: bool) -> str:
    """In hundredths; what says next to nothing is left out."""
    return str(round(weight * 100)) if always or abs(weight) >= _SMALLEST else ""


if __name__ == "__main__":
    write(learn(list_all()))
