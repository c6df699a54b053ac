"""Three questions that work, made from students the asker knows. Pure."""

from collections.abc import Sequence

ASKED = ("who owns follow-up for {}?", "who calls home for {}?", "how is {} doing?")
NOBODY = "…"


def make_examples(names: Sequence[str]) -> tuple[str, ...]:
    """With fewer than three students, one stands in several; with none, a gap to fill."""
    known = list(names) or [NOBODY]
    return tuple(asked.format(known[number % len(known)]) for number, asked in enumerate(ASKED))
