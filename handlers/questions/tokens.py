"""Takes typed words apart: sentences, and in them words as typed, folded, and as the vocabulary calls them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from handlers.questions.spellings import CONTRACTIONS, NEED_APOSTROPHE, SHORTHAND
from handlers.rules.escapes import clean
from handlers.rules.folding import APOSTROPHES, fold

MOST_CHARACTERS = 3000
MOST_SENTENCES = 12  # the question is among the first or the last of a long story
MOST_WORDS = 80  # a question; what stands before and after it is a story

_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>(.*)")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_UNREAD = re.compile(r"<[#!][^<>]*>|<?\b[a-z]+://\S+|:[a-z0-9_+-]*[a-z][a-z0-9_+-]*:(?!\w)|```.*?```", re.I | re.S)
_QUOTED = re.compile(r"^[ \t]*(?:>|&gt;).*$", re.M)
_SIGNS = {"comma": ",", "question mark": "?"}  # as a phone writes down what it was told
_SPOKEN = re.compile(rf"\b(?:{'|'.join(_SIGNS)})\b", re.I)
_SLASHED = r"(?:f/u|w/out|w/o|w/|b/c|c/o)(?![a-z])"
_WORD = re.compile(
    rf"<@[UW][A-Z0-9]+(?:\|[^<>]*)?>(?:[{APOSTROPHES}]?s\b)?|{_SLASHED}|@?[^\W_](?:[\w{APOSTROPHES}\u0300-\u036f]*)",
    re.I,
)
_ASKS = r"who|whos|who's|who’s|whose|what|whats|what's|when|which|how|hows|how's|is|does|do|did|can|could|anyone|any"
# What begins a clause of its own after a comma: *…for Finn, it is wobbling again*.
_TELLS = r"it|its|it's|it’s|i|im|i'm|i’m|ive|i've|i’ve|he|hes|he's|he’s|she|shes|she's|she’s|they|we|there|theres|not"
_OR = r"\s+or\s+(?=(?:did|is|are|do|does|has|have|was|should|who|whos|who's|what)\b)"
_ASIDE = re.compile(r"\(\s*((?:the|not|no|my|our|a|an|i|im|id|aka|like|as)\b[^()]*)\)", re.I)
_PICTURE = "[\U0001f300-\U0001faff\u2600-\u27bf]"
_ENDS = re.compile(
    rf"{_OR}|{_PICTURE}|[.!?…;\n]|\s[–—-]+\s|[–—]|[,:](?=\s+(?:(?:but|so|and|ok|like|or|then|also|just)\s+)?(?:{_ASKS}|{_TELLS})\b)",
    re.I,
)
_OWNED = re.compile(rf"[{APOSTROPHES}][sS]?$")
_ABBREVIATED = frozenset("mr mrs ms mx dr st vs".split())


@dataclass(frozen=True, slots=True)
class Word:
    """`key` is the word folded, `bare` without a possessive ending, `plain` what the vocabulary calls it.

    `gap` is what stands between it and the word before. One typed word may be two: *who's* is who and is.
    """

    typed: str
    key: str
    bare: str
    plain: str
    start: int
    end: int
    gap: str = ""
    owned: bool = False
    mention: str = ""

    @property
    def capital(self) -> bool:
        return self.typed[:1].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words that belong together; `asks`: a question mark ends them."""

    words: tuple[Word, ...]
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """`text` is what the words' places count in. `quoted`: of a message put on top, never what is asked."""

    text: str
    sentences: tuple[Sentence, ...]
    quoted: tuple[Word, ...] = ()

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for sentence in self.sentences for word in sentence.words)


def written(words: Sequence[Word], start: int, end: int) -> str:
    """These words as typed, without a possessive ending."""
    whole = "".join(f"{word.gap}{word.typed}" for word in words[start:end]).removeprefix(words[start].gap)
    return _OWNED.sub("", whole) if words[end - 1].owned else whole


def take_apart(text: str, bot: str = "") -> Typed:
    """Without the bot's own mention, links, pictures and code. Only so many characters are looked at."""
    text = clean(text[:MOST_CHARACTERS])
    text = re.sub(rf"<@{re.escape(bot)}(?:\|[^<>]*)?>", _blank, text) if bot else text
    quoted = "\n".join(_QUOTED.findall(text))
    text = _UNREAD.sub(_blank, _QUOTED.sub(_blank, text))
    text = _SPOKEN.sub(lambda found: _SIGNS[found[0].casefold()].ljust(len(found[0])), text)
    for entity, sign in _ENTITIES.items():
        text = text.replace(entity, sign.ljust(len(entity)))
    return Typed(text, _ends_of(tuple(_sentences(text))), tuple(_words(quoted, 0, len(quoted)))[:MOST_WORDS])


def _ends_of(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    if len(sentences) <= MOST_SENTENCES:
        return sentences
    half = MOST_SENTENCES // 2
    return (*sentences[:half], *sentences[-half:])


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _sentences(text: str) -> Iterator[Sentence]:
    """What is said in brackets of somebody, *Grace (the student, not the SLP)*, is a sentence of its own."""
    asides = list(_ASIDE.finditer(text))
    yield from _parts(_ASIDE.sub(_blank, text), 0)
    for aside in asides:
        yield from _parts(text[: aside.end(1)], aside.start(1))


def _parts(text: str, start: int) -> Iterator[Sentence]:
    for mark in _ENDS.finditer(text, start):
        if mark[0] == "." and _is_inside(text, mark.start()):
            continue
        yield from _sentence(text, start, mark.start(), mark[0])
        start = mark.end()
    yield from _sentence(text, start, len(text), "")


def _is_inside(text: str, at: int) -> bool:
    """The dot of *Ms.*, *Z.P.* and *3.5* ends nothing."""
    before = re.search(r"\w+$", text[max(0, at - 12) : at])
    if before is None:
        return False
    word = before[0].casefold()
    return word in _ABBREVIATED or (len(word) == 1 and word.isalpha()) or text[at + 1 : at + 2].isalnum()


def _sentence(text: str, start: int, end: int, mark: str) -> Iterator[Sentence]:
    words = tuple(_in_context(list(_words(text, start, end))))
    if words:
        yield Sentence(words[:MOST_WORDS], asks=mark == "?")


def _in_context(words: Sequence[Word]) -> Iterator[Word]:
    """*shed send it*, after *said*, is no shed; *pls & ty* thanks, even where somebody is called Ty."""
    for place, word in enumerate(words):
        before = words[place - 1].plain if place else ""
        if before in _SAYING and word.plain == word.key and word.key in NEED_APOSTROPHE:
            yield from (replace(word, bare=plain, plain=plain) for plain in CONTRACTIONS[word.key].split())
        elif word.key in _WHO_OR_HOW and any(later.plain in _FARING for later in words[place + 2 :]):
            yield replace(word, plain="how")
        elif word.typed in ("ty", "TY") and place + 1 == len(words) and _is_courtesy(words[:place], word.gap):
            yield replace(word, bare="thanks", plain="thanks")
        else:
            yield word


def _is_courtesy(before: Sequence[Word], gap: str) -> bool:
    said = [word.plain for word in before if word.plain != "and"]
    return "&" in gap or said[-1:] == ["please"]


_WHO_OR_HOW = frozenset(("hwo", "woh"))
_FARING = frozenset(("doing", "going", "feeling"))
_SAYING = frozenset("said say says that promised offered think thinks thought told".split())


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    before = start
    for found in _WORD.finditer(text, start, end):
        gap = text[before : found.start()]
        before = found.end()
        yield from _word(found[0], found.start(), gap)


def _word(typed: str, start: int, gap: str) -> Iterator[Word]:
    mention = _MENTION.match(typed)
    if mention:
        yield Word(typed, "", "", "", start, start + len(typed), gap, owned=bool(mention[2]), mention=mention[1])
        return
    key, bare, owned, plains = _read_word(typed)
    if not key:
        return
    end = start + len(typed)
    for place, plain in enumerate(plains):
        yield Word(typed, key, plain if len(plains) > 1 else bare, plain, start, end, "" if place else gap, owned)


@lru_cache(maxsize=4096)
def _read_word(typed: str) -> tuple[str, str, bool, tuple[str, ...]]:
    """Folded, folded without its possessive ending, whether it has one, and the plain words it stands for."""
    key = fold(typed).replace(" ", "")
    if typed.casefold() in SHORTHAND:
        return key, key, False, tuple(SHORTHAND[typed.casefold()].split())
    if key in CONTRACTIONS and (len(typed) > len(key) or key not in NEED_APOSTROPHE):
        return key, key, False, tuple(CONTRACTIONS[key].split())
    ending = _OWNED.search(typed)
    bare = fold(typed[: ending.start()]).replace(" ", "") if ending else key
    if key in SHORTHAND:
        return key, bare, bool(ending), tuple(SHORTHAND[key].split())
    return key, bare or key, bool(ending), (bare or key,)
