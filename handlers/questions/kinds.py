"""Which turns make which question, in the order they are tried: what its words make surest comes first."""

from handlers.questions.exact_turns import EXACT
from handlers.questions.wide_turns import WIDE

KINDS = (*EXACT, *WIDE)
