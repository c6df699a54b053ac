"""The standing duties a student's roles chart begins with; a school may add its own."""

from collections.abc import Iterable

from handlers.rules.escapes import clean
from handlers.rules.folding import fold

# In the order of the chart. Names are what people read and what a roles file writes.
DUTIES = (
    "case manager",
    "family contact",
    "progress data",
    "accommodations",
    "behavior plan",
    "speech",
    "occupational therapy",
    "physical therapy",
    "counseling",
    "sensory breaks",
    "health plan",
    "meetings",
)
# What every student needs somebody for; a gap in the others is a gap only where it was held or asked for before.
NEEDED = frozenset({"case manager", "family contact", "progress data", "accommodations", "meetings"})


def tidy(written: str) -> str:
    """A duty's name as it is kept: single spaces, and none at the ends."""
    return " ".join(clean(written).split())


def find_same(written: str, duties: Iterable[str]) -> str:
    """The duty of that name, however it is written; empty where there is none."""
    wanted = fold(written)
    return next((duty for duty in duties if fold(duty) == wanted), "")
