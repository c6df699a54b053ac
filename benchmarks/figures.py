"""Times things and prints them side by side: medians, tails, and ratios to a floor."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Durations in milliseconds, sorted."""

    name: str
    durations: Sequence[float]

    @property
    def median(self) -> float:
        return self.at(0.5)

    @property
    def p99(self) -> float:
        return self.at(0.99)

    def at(self, share: float) -> float:
        return self.durations[min(len(self.durations) - 1, int(len(self.durations) * share))]


def measure(name: str, deed: Callable[[int], object], times: int, warm_up: int = 20) -> Figure:
    """Do it `warm_up` times unmeasured, then `times` times, one after the other; the number is handed in."""
    for number in range(warm_up):
        deed(number)
    durations = []
    for number in range(warm_up, warm_up + times):
        begun = time.perf_counter()
        deed(number)
        durations.append((time.perf_counter() - begun) * 1000)
    return Figure(name, sorted(durations))


def interleave(deeds: dict[str, Callable[[int], object]], times: int, warm_up: int = 50) -> dict[str, Figure]:
    """Take turns, so that a slow spell of the machine falls on all alike."""
    durations: dict[str, list[float]] = {name: [] for name in deeds}
    for number in range(times + warm_up):
        for name, deed in deeds.items():
            begun = time.perf_counter()
            deed(number)
            if number >= warm_up:
                durations[name].append((time.perf_counter() - begun) * 1000)
    return {name: Figure(name, sorted(found)) for name, found in durations.items()}


def show(title: str, figures: Sequence[Figure]) -> None:
    print(f"\n{title}")
    for figure in figures:
        print(
            f"  {figure.name:<52} median {figure.median:8.3f} ms   p99 {figure.p99:8.3f} ms   n={len(figure.durations)}"
        )


def say_ratio(words: str, ratio: float, bar: str) -> None:
    print(f"  {words:<52} {ratio:6.2f}   ({bar})")
