"""Reading due dates: what people write, and text made to be slow; beside splitting the same text into words."""

from collections.abc import Callable
from datetime import date

from benchmarks.figures import interleave, say_ratio, show
from handlers.rules.due import Today, read_due, split_due

TODAY = Today(date(2027, 2, 10))
BAR_MS = 5.0
WRITTEN = ("by friday", "next thurs", "in 2 wks", "b4 monday", "10/22", "end of month", "Friday, 12 February", "3d")
PROMISE = "send home the reading log and ask how the timer went at dinner, by next thurs please"
SLOW = {
    "2,000 times 'by'": "by " * 2000,
    "end of end of": "by the end of the " * 300,
    "days and no days": "by friday the break of " * 200,
    "a week from a week": "by a week from a week from a week before " * 100,
    "slashes": "1/" * 4000,
    "fractions": "by 2/3 " * 800,
    "marks": "<" * 8000,
    "one word": "a" * 100_000,
}


def run() -> None:
    deeds: dict[str, Callable[[int], object]] = {
        "split into words": lambda number: PROMISE.split(),
        "a day alone": lambda number: read_due(WRITTEN[number % len(WRITTEN)], TODAY),
        "a day in a promise": lambda number: split_due(PROMISE, TODAY),
        **{f"made to be slow: {name}": _splitter(text) for name, text in SLOW.items()},
    }
    figures = interleave(deeds, times=300, warm_up=10)
    show("Due dates", list(figures.values()))
    slowest = max(figures.values(), key=lambda one: one.median)
    say_ratio(f"slowest text ({slowest.name}), share of the bar", slowest.median / BAR_MS, f"bar: {BAR_MS:.0f} ms")


def _splitter(text: str) -> Callable[[int], object]:
    return lambda number: split_due(text, TODAY)
