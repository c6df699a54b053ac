"""The words that days are written in, each brought to one form: "thurs" is "thu", "wks" is "week", "two" is "2"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")  # the long forms of the last two tell them from verbs
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_SPELLINGS = {
    "mon": "monday munday mondy",
    "tue": "tues tuesday tuseday tuesdy teusday",
    "wed": "weds wednesday wensday wednsday wendsday wedensday wednesdy wednes",
    "thu": "thur thurs thursday thrusday thursdy thurday thersday",
    "fri": "friday firday fridy frday",
    "saturday": "satruday saterday",
    "jan": "january janurary janury",
    "feb": "february febuary feburary febr",
    "mar": "march",
    "apr": "april",
    "jun": "june",
    "jul": "july",
    "aug": "august",
    "sep": "sept september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
    "today": "tday 2day",
    "tonight": "tonite tnight 2nite",
    "tomorrow": "tmrw tmr tmw tmrrw tmrow tomorow tommorow tommorrow tomorrrow tomm tmoro tomoro tmorrow "
    "2moro 2morow 2moroow 2morrow 2mrw",
    "day": "d days dys",
    "week": "w wk wks weeks",
    "month": "mo mos months mth mths",
    "hour": "h hr hrs hours",
    "minute": "min mins minutes",
    "fortnight": "fortnights",
    "before": "b4 bfore befor",
    "until": "till til thru through",
    "next": "nxt",
    "this": "ths",
    "1": "a an one",
    "2": "two couple",
    "3": "three",
    "4": "four",
    "5": "five",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine",
    "10": "ten",
    "eod": "cob eob",
}
_FORM = {spelling: form for form, spellings in _SPELLINGS.items() for spelling in spellings.split()}

# Every branch takes a whole run of letters or digits or none of it, so that no text makes this slow.
_WORD = re.compile(
    r"""(?P<iso>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?!\w))
    |(?P<numbers>(?:[0-9]{1,4}(?:/[0-9]{1,4}){1,2}|[0-9]{1,2}(?P<mark_in>[.-])[0-9]{1,2}(?P=mark_in)[0-9]{2,4})(?![\w/]))
    |(?P<nth>[0-9]{1,2}(?:st|nd|rd|th)\b)
    |(?P<short>(?:b4|2day|2nite|2moro|2moroo?w|2morrow|2mrw)\b)
    |(?P<amount>[0-9]{1,4}(?=[a-z]{1,6}\b))
    |(?P<word>\w++(?:['’]\w++)*+)
    |(?P<mention><[@!\#][^>\s]{1,80}>|@[\w.-]{1,80}|\#[\w-]{1,80}|:[a-z0-9_+-]{1,40}:)
    |(?P<mark>[^\s\w])""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its form, its place, and which kind of token it is."""

    form: str
    starts: int
    ends: int
    kind: str


def read_words(text: str, starts: int = 0, most: int | None = None) -> list[Word]:
    """The text taken apart from there on. Marks, mentions and hashtags are words too: they end a phrase."""
    return [_read(found) for found in islice(_WORD.finditer(text, starts), most)]


def say_words(words: Sequence[Word]) -> str:
    """The forms with single spaces, but "3d" in one as it was written. Full stops and commas say nothing here."""
    said = "".join(word.form if word.kind == "amount" else f"{word.form} " for word in words if word.form not in ".,")
    return said.strip()


def _read(found: re.Match[str]) -> Word:
    written = found[0].lower()
    kind = found.lastgroup or "mark"
    return Word(_FORM.get(written, written), found.start(), found.end(), kind)


def safe_date(year: int, month: int, day: int) -> date | None:
    """None for a day that no calendar has."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
