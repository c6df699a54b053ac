"""Reads one cell: tidies its letters, and says what is wrong with it without repeating it."""

import re
import unicodedata

LONGEST_TEXT = 100
LONGEST_ID = 100
LONGEST_LIST = 400
LONGEST_EMAIL = 254

# What spreadsheets run as a formula, in the wide letters of East Asian keyboards too (read in OWASP's CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NOTHING = frozenset({"-", "--", "---"})
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_EMAIL = re.compile(r"[^@\s,;:<>()\"]+@[^@\s,;:<>()\"]+\.[^@\s,;:<>()\"]+")
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)


class Unreadable(Exception):
    """A cell that cannot be taken. `reason` goes on from the column's name: "starts like a formula"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_text(raw: str, longest: int = LONGEST_TEXT) -> str:
    """The cell's words with single spaces, composed as NFC. Reading the result again changes nothing."""
    if _is_plain(raw) and len(raw) <= longest:
        return raw
    text = " ".join(raw.split())
    if not (text.isascii() and text.isprintable()):
        text = _read_letters(text)
    if text in _NOTHING:
        return ""
    if text and (raw.startswith(_FORMULA) or text.startswith(_FORMULA)):
        raise Unreadable("starts like a formula")
    if len(text) > longest:
        raise Unreadable(f"is longer than {longest} characters")
    return text


def _is_plain(raw: str) -> bool:
    """True of most cells, which then need no second look."""
    return raw[:1].isalnum() and raw.isascii() and raw.isprintable() and raw[-1] != " " and "  " not in raw


def _read_letters(text: str) -> str:
    text = " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split())
    if "\ufffd" in text:
        raise Unreadable("holds a letter that was lost when the file was saved")
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in text):
        raise Unreadable("holds a control character")
    return text


def read_id(raw: str) -> str:
    text = read_text(raw, LONGEST_ID)
    # 12345678 saved by a spreadsheet as 1.2E+07 would make one student of many.
    if _SHORTENED.fullmatch(text):
        raise Unreadable("was shortened by a spreadsheet (like 1.2E+07); format the column as text")
    return text


def read_email(raw: str) -> str:
    text = read_text(raw, LONGEST_EMAIL).casefold()
    if text and not _EMAIL.fullmatch(text):
        raise Unreadable("is not an e-mail address")
    return text


def read_channel(raw: str) -> str:
    return read_text(raw).lstrip("# ")


def read_list(raw: str) -> str:
    """Words parted by semicolons, each read like a cell of its own and said once."""
    once: dict[str, str] = {}
    for part in read_text(raw, LONGEST_LIST).split(";"):
        word = read_text(part)
        once.setdefault(word.casefold(), word)
    return ";".join(word for word in once.values() if word)


def parts_of(words: str) -> tuple[str, ...]:
    return tuple(words.split(";")) if words else ()
