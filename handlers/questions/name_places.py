"""Where in a sentence a name is expected: after *for*, before what is somebody's, in the place of a subject."""

import re
from collections.abc import Sequence

from handlers.questions.tokens import Word

_INSIDE = frozenset(" \t\u00a0-‐‑.'’‘`")
# A student may be called An or My, but hardly where these stand in small letters.
CLOSED = frozenset(
    """
a about am an and any anybody anyone are as at be been but by can did do does for from had has have he her hers him
his how i if in into is it its me my no not of off on onto or our she should so than that the their them then there
these they this those to up us was we were what when where which who whom whose why with would you your u r
""".split()
)
_POINTING = frozenset(
    """
me my us you your our he him his she her hers they them their it its this that these those
""".split()
)
_BEFORE_NAMES = frozenset(
    """
for 4 about with on of regarding concerning re student kid kiddo has have had owns own got get named called
""".split()
)
_ABOUT = frozenset("for 4 about with on of regarding concerning".split())
_AUXILIARIES = frozenset("is are was were does do did has had will can should would could how are".split())
_WHO = frozenset("who whos whose whom".split())
DETERMINERS = frozenset("the a an my our this that these those her his their any some no your its each every".split())
_GREETINGS = frozenset("hey hi hello hiya dear yo morning afternoon evening thanks sorry ok okay".split())
_BEFORE_CLAUSES = frozenset("sure that if whether when where how what because ensure ensures ensuring".split())
_AFTER_CLAUSES = frozenset("is was did does gets get has had can goes stays takes knows needs uses feels keeps".split())
_BEFORE_TO = frozenset(
    """
talk talks talking talked speak speaks speaking read reads reading assigned next attached listen listens listening
respond responds meds medicine medication test tests notes breaks support belong belongs speech aloud
""".split()
)
_AFTER_SUBJECT = frozenset("had has was is did got seems needs went came and not also too".split())
_AFTER_SOMEBODY = frozenset(
    """
said says told tells asked asks has had needs needed wants wanted got gets keeps kept came comes left loves likes hates
knows feels felt
""".split()
)
AFTER_NAMES = CLOSED | frozenset(
    """
after again and right change changed get gets got move moved start started stop stopped switch switched because before
btw
case during until while currently doing going last lately next now please pls since
sorry thank thanks today tomorrow yesterday
""".split()
)
_AFTER_LEADING = frozenset(
    """
aac talker device toileting open owner case family speech overdue follow followup followups latest status update
updates accommodation
accommodations
behavior home manager contact parent parents mom moms mother dad dads father grandma folks guardian people bip iep 504
data counselor ot pt slp para plan chart roles strengths meds progress sensory goals
""".split()
)


def touches(word: Word) -> bool:
    return bool(word.gap) and set(word.gap) <= _INSIDE


def ends_about(words: Sequence[Word], at: int) -> bool:
    """*who owns follow-up for an*: no small word ends a sentence so."""
    return at + 1 == len(words) and words[at - 1].plain in _ABOUT and words[at].bare not in _POINTING


def is_greeted(words: Sequence[Word], start: int, end: int) -> bool:
    """*hey Will, who owns…*: spoken to, not about."""
    if start == 0 or words[start - 1].plain not in _GREETINGS or words[end - 1].owned:
        return False
    return end < len(words) and "," in words[end].gap


def is_capital_alone(words: Sequence[Word], start: int, end: int) -> bool:
    """Written with a capital where the other words are not."""
    if not all(word.capital for word in words[start:end]):
        return False
    others = [word for place, word in enumerate(words) if place > 0 and not start <= place < end]
    if start == 0:
        return False
    return sum(word.capital for word in others) * 2 <= len(others)


def is_shouted_alone(words: Sequence[Word], start: int, end: int) -> bool:
    written = "".join(word.typed for word in words[start:end])
    others = [word.typed for place, word in enumerate(words) if not start <= place < end]
    return written.isupper() and not (others and all(word.isupper() for word in others))


def is_placed(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a name is expected here: after *for*, before a possessive ending, between *is* and a verb."""
    if words[end - 1].owned:
        return True
    if start == 0:
        after = words[end].plain if end < len(words) else "who"
        if after in _WHO or re.search(r"[:,/&+-]", words[end].gap) or after in _AFTER_LEADING:
            return True
        return after in _AFTER_SOMEBODY or (words[start].capital and after in _AFTER_SUBJECT)
    before = words[start - 1].plain
    if is_in_clause(words, start, end) or _is_pointed_out(words, start, end):
        return True
    if before == "to" and start > 1 and words[start - 2].plain in _BEFORE_TO:
        return end == len(words) or words[end].plain in AFTER_NAMES
    if before in _BEFORE_NAMES:
        return True
    if before in _AUXILIARIES and (start < 2 or words[start - 2].plain not in _WHO):
        return end == len(words) or words[end].plain not in DETERMINERS or words[end - 1].capital
    return bool(re.search(r"[:/&+]", words[start].gap)) or (before in ("and", "or") and words[start].capital)


def is_asked_about(words: Sequence[Word], start: int, end: int) -> bool:
    """*who is max seeing for speech*."""
    if start < 2 or end >= len(words) or not words[end].plain.endswith("ing"):
        return False
    return words[start - 1].plain in _AUXILIARIES and words[start - 2].plain in _WHO


def is_in_clause(words: Sequence[Word], start: int, end: int) -> bool:
    """*who makes sure Hope gets her break*."""
    inside = start > 0 and end < len(words)
    return inside and words[start - 1].plain in _BEFORE_CLAUSES and words[end].plain in _AFTER_CLAUSES


def _is_pointed_out(words: Sequence[Word], start: int, end: int) -> bool:
    """*its summer melting down*, the apostrophe lost."""
    after = words[end].plain if end < len(words) else ""
    return start == 1 and words[0].plain == "its" and (after.endswith("ing") or after in ("again", "who", "that", "i"))


def is_before_kin(words: Sequence[Word], end: int) -> bool:
    """*both pike kids*, *the cervantes ruiz kid*."""
    return end < len(words) and words[end].plain in _KIN and not words[end - 1].owned


_KIN = frozenset("kid kids sib sibs twins brothers sisters siblings boys girls children triplets".split())


def is_subject(words: Sequence[Word], start: int, end: int) -> bool:
    """*bao needs somebody*: whoever begins a sentence so, if it is no word."""
    return start == 0 and end < len(words) and words[end].plain in _NEEDS


_NEEDS = frozenset("needs has had got seems keeps went slept came left said says told wants refused skipped".split())


def ends_or_owns(words: Sequence[Word], at: int) -> bool:
    """A name may stand at the end, or with a lost apostrophe before what is its own: *brandons case manager*."""
    if at == 0 or words[at].plain != words[at].bare or words[at - 1].plain in DETERMINERS:
        return False
    if words[at - 1].plain in _WHO:
        return False  # who colects data
    return at + 1 == len(words) or (words[at].key.endswith("s") and words[at + 1].plain in _AFTER_LEADING)
