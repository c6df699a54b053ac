"""Whether somebody may be meant whose name was not seen as one: a word nobody knows, where a person often stands."""

from collections.abc import Iterable, Sequence

from handlers.questions.known_words import is_said
from handlers.questions.name_places import DETERMINERS
from handlers.questions.parsed import Parsed
from handlers.questions.sentences import STAFF, TIME
from handlers.questions.tokens import Word
from handlers.questions.word_forms import VERB_FORMS
from handlers.rules.glossary import find_key

_BEING = frozenset("am is are was were be been being feel feels felt get gets got".split())
_BEFORE_SOMEBODY = frozenset("for of about with regarding re to by from on and or but".split())
_AFTER_SOMEBODY = frozenset(
    """
is not was were has had needs needed wants got seems keeps kept went goes came left said says told will can does did
""".split()
)
_TO_SOMEBODY = (
    VERB_FORMS | frozenset("walk walks walked push pushes pushed drive drives escort escorts".split())
) - _BEING
_OF_SOMEBODY = frozenset("stuff thing things situation issue case one incident".split())  # *the odessa stuff*
_AFTER_OBJECT = frozenset("to into out from for home with at on off in back through".split())
_READ = frozenset(("NAME", STAFF, TIME, "THEN"))


def may_name_somebody(sentences: Iterable[Parsed]) -> bool:
    """*odessa was out cold, who tracks his data*: asked in a thread, that need not be its student."""
    return any(_is_maybe(one, at) for one in sentences for at in range(len(one.words)))


def _is_maybe(one: Parsed, at: int) -> bool:
    if not _is_strange(one.words[at]) or not (_is_persons_place(one.words, at) or _has_duty(one, at)):
        return False
    return not any(item.start <= at < item.end and item.text in _READ for item in one.items)


def _has_duty(one: Parsed, at: int) -> bool:
    """*odessas counseling, who*."""
    after = any(item.start == at + 1 and item.text in ("DUTY", "DONE", "followup") for item in one.items)
    return at == 0 and after and one.words[at].key.endswith("s")


def _is_strange(word: Word) -> bool:
    if not word.bare.isalpha() or len(word.bare) < 2 or word.mention or word.plain != word.bare:
        return False
    return not is_said(word, in_names_place=False) and not find_key(word.typed)


def _is_persons_place(words: Sequence[Word], at: int) -> bool:
    before = words[at - 1].plain if at else ""
    after = words[at + 1].plain if at + 1 < len(words) else ""
    if not before:
        return after in _AFTER_SOMEBODY or (after in VERB_FORMS and after.endswith(("s", "ed")))
    if before in DETERMINERS:
        return after in _OF_SOMEBODY
    if before in _BEFORE_SOMEBODY:
        return True
    return before in _TO_SOMEBODY and (not after or after in _AFTER_OBJECT or _gives(before))


def _gives(verb: str) -> bool:
    """What is done to somebody with something: *who gives odessa speech*."""
    return verb.removesuffix("s") in ("give", "gave", "get", "teach", "taught", "help", "show", "offer")
