"""Compares what people write: the same letters whatever the case, accents, apostrophes and hyphens."""

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'’‘‛ʼʻʽʾʿ`´′ʹ＇"

# NFKD and casefold leave these whole (measured); people without the key on their keyboard type the right side.
_BY_HAND = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
    "ı": "i",
    "ŋ": "n",
    "ŧ": "t",
    "ǥ": "g",
    "ə": "e",
    "ɛ": "e",
    "ɔ": "o",
    "ɓ": "b",
    "ɗ": "d",
    "ƙ": "k",
    "ƴ": "y",
}
_LETTERS = str.maketrans(_BY_HAND)
_NO_APOSTROPHES = str.maketrans("", "", APOSTROPHES)
_OTHER_ASCII = re.compile(r"[^a-z0-9]+")
_UNSEEN = re.compile("[\u034f\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@lru_cache(maxsize=4096)  # one request folds the same few words forty times
def fold(text: str) -> str:
    """Letters and digits with single spaces between words. Folding twice changes nothing."""
    if text.isascii():
        return _OTHER_ASCII.sub(" ", text.lower().translate(_NO_APOSTROPHES)).strip()
    bare = unicodedata.normalize("NFKD", text.translate(_NO_APOSTROPHES))
    bare = unicodedata.normalize("NFKD", _UNSEEN.sub("", bare).casefold()).translate(_NO_APOSTROPHES)
    kept = "".join(map(_kept, bare.translate(_LETTERS)))
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def squash(folded: str) -> str:
    """The same without spaces, so that *Mary Ann* and *Maryann* meet."""
    return folded.replace(" ", "")


def _kept(char: str) -> str:
    kind = unicodedata.category(char)
    if kind[0] in "LN":
        return char
    if kind == "Cf":
        return ""
    if kind[0] != "M":
        return " "
    return "" if kind == "Me" or _is_accent(char) else char


def _is_accent(char: str) -> bool:
    """Whether a mark may be left out. Vowel signs, viramas and kana voicing make another word, so they stay."""
    place = unicodedata.combining(char)
    return place >= 200 or 10 <= place <= 36
