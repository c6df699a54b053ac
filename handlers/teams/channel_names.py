"""Makes a channel's name readable, as the start for a team's: `grade-6-support` becomes "Grade 6 Support". Pure."""

import re

# Short forms that schools write in capitals.
_CAPITALS = frozenset({"ell", "esol", "iep", "mtss", "pbis", "rti", "slp", "sst"})
_BETWEEN_WORDS = re.compile(r"[-_.\s]+")


def make_readable(channel_name: str) -> str:
    words = (word for word in _BETWEEN_WORDS.split(channel_name) if word)
    return " ".join(word.upper() if word in _CAPITALS else word[:1].upper() + word[1:] for word in words)
