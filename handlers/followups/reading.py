"""Reads a typed follow-up: what, until when, and by whom: *@lopez*, *I'll*, *we should*, *speech*. Pure."""

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from handlers.rules.due import AskDue, Due, Today, split_due
from handlers.rules.escapes import unescape
from handlers.rules.repeats import Repeat, say_repeat, split_repeat
from handlers.rules.role_words import ROLE_PATTERN, RoleWord, read_role

MOST_CHARACTERS = 3000


class Whose(enum.StrEnum):
    """How the owner was written."""

    UNSAID = "unsaid"  # the writer's, and the confirmation says so
    WRITER = "writer"  # *I*, *me*
    PERSON = "person"
    NOBODY = "nobody"  # *we*, *someone*: nobody yet
    ROLE = "role"  # whoever holds it


@dataclass(frozen=True, slots=True)
class OwnerWords:
    """`unknown`: an @name that Slack made no mention of, without its @. `others`: further people named beside them."""

    whose: Whose = Whose.UNSAID
    person_id: str = ""
    unknown: str = ""
    role: RoleWord | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowupWords:
    """What was typed after the student's name."""

    text: str
    owner: OwnerWords = OwnerWords()
    due: Due | AskDue | None = None
    repeat: Repeat | None = None


_TAIL = 300  # an owner at the end stands in the last so many characters
_HELD = "\u2060"  # joins the words of "@Ms. Hale", so that one mention is one word
_NAME = rf"@[\w.'’{_HELD}-]*\w"
_ROLE = rf"(?:the |our )?(?:{ROLE_PATTERN})"
_ANYBODY = "someone|somebody|anyone|anybody"

_MENTION = re.compile(r"<@[UW][A-Z0-9]+(?:\|[^<>]*)?>")
_PERSON = re.compile(_NAME)
_PEOPLE_LAST = re.compile(
    rf"(?:^|(?<=[\s,;(→]))(?P<list>{_NAME}(?:(?:\s?[,/&+]\s?|\s(?:and|or)\s|\s){_NAME})*)\s?\)?[.!?]*$"
)
_PERSON_FIRST = re.compile(rf"(?P<who>{_NAME})(?P<mark>\s?[:,–—-]\s?|\s)(?P<rest>.*)", re.DOTALL)
_GIVEN_BEFORE = re.compile(r"(?:\b(?:owner|by)\s?[:=]?|[-–—→(,;:]|->)\s?$", re.IGNORECASE)
# Whoever stands behind one of these is spoken of or to, and does not do it.
_SPOKEN_OF = re.compile(
    r"\b(?:to|with|from|for|about|of|and|ask|asks|tell|tells|remind|email|e-mail|call|text|cc|see|meet|thank|via|"
    r"w/|let|show|give|send|invite|help|include|loop in|is|are|than|like)\s*$",
    re.IGNORECASE,
)
_WRITER_FIRST = re.compile(r"(?:i|i['’]ll|i['’]m|i['’]d|let me|me:|mine:|on me:)(?=[\s:,]|$)", re.IGNORECASE)
_NOBODY_FIRST = re.compile(
    rf"(?:we|we['’]?ll|we['’]d|let['’]?s|{_ANYBODY}|one of us|"
    rf"(?:can|could|will|would|should) (?:we|{_ANYBODY}|one of (?:you|us))|"
    r"who (?:can|could|will|wants to|is able to))(?=[\s:,]|$)",
    re.IGNORECASE,
)
_ONE = rf"me|myself|{_ANYBODY}|nobody(?: yet)?|tbd"
_SAID_LAST = re.compile(
    rf"(?:(?:\s|^)(?:owner\s?[:=]?|by|[-–—→(:]|->)\s?(?P<who>{_ONE}|{_ROLE})|[,;]\s?(?P<one>{_ONE}))\)?[.!]*$",
    re.IGNORECASE,
)
_ROLE_FIRST = re.compile(
    rf"(?P<role>{_ROLE})\s?"
    r"(?::|[-–—]\s|,\s|(?=(?:to|will|should|can|could|must|needs? to|has to|have to|is going to|please|pls)\b))",
    re.IGNORECASE,
)


def mentions_in(raw: str) -> dict[str, str]:
    """User ids by the words a mention is seen as: {"@lopez": "U1"}."""
    found = {}
    for mention in _MENTION.finditer(raw):
        seen, (person_id,) = unescape(mention[0])
        found[seen] = person_id
    return found


def read_followup(words: str, mentions: Mapping[str, str], today: Today) -> FollowupWords:
    """The owner may stand before the day or after it: *send the log @lopez by friday*, *… by friday @lopez*."""
    text, owner = read_owner(words, mentions, within=False)
    text, repeat = split_repeat(text, today)
    text, due = (text, repeat) if isinstance(repeat, AskDue) else split_due(text, today)
    if owner.whose is Whose.UNSAID:
        text, owner = read_owner(text, mentions)
    again = repeat if isinstance(repeat, Repeat) else None
    return FollowupWords(text.strip(), owner, due or (first_due(again, today) if again else None), again)


def first_due(repeat: Repeat, today: Today) -> Due | AskDue:
    """The first time it falls due, today included while school lasts."""
    since = today.on if today.is_after_school else today.on - timedelta(days=1)
    first = repeat.next_on(since, today.calendar)
    return Due(first) if first is not None else AskDue(say_repeat(repeat), "that is over before it begins.")


def read_owner(text: str, mentions: Mapping[str, str], *, within: bool = True) -> tuple[str, OwnerWords]:
    """The text without what only names the owner, and the owner. What is part of the sentence stays in it."""
    whole = _mark(text.strip(), mentions)
    ways = (_people_last, _person_first, _said_last, _said_first)
    for read in (*ways, _person_within) if within else ways:
        found = read(whole, mentions)
        if found is not None:
            rest, owner = found
            return _unmark(rest).strip(), owner
    return text.strip(), OwnerWords()


def _mark(text: str, mentions: Mapping[str, str]) -> str:
    for seen in sorted(mentions, key=len, reverse=True):
        text = text.replace(seen, re.sub(r"[^\w.'’@-]", _HELD, seen))
    return text


def _unmark(text: str) -> str:
    return text.replace(_HELD, " ")


def _person(seen: str, mentions: Mapping[str, str]) -> OwnerWords:
    name = _unmark(seen)
    if name in mentions:
        return OwnerWords(Whose.PERSON, mentions[name])
    return OwnerWords(Whose.PERSON, unknown=name.removeprefix("@"))


Read = tuple[str, OwnerWords] | None


def _people_last(text: str, mentions: Mapping[str, str]) -> Read:
    """*send the log home @lopez*; not *check with @lopez*."""
    found = _PEOPLE_LAST.search(text, max(0, len(text) - _TAIL))
    before = text[: found.start()] if found else ""
    if found is None or _SPOKEN_OF.search(before):
        return None
    first, *others = _PERSON.findall(found["list"])
    owner = _person(first, mentions)
    known = tuple(mentions[_unmark(one)] for one in others if _unmark(one) in mentions)
    return _without_link(before), OwnerWords(owner.whose, owner.person_id, owner.unknown, others=known)


def _person_first(text: str, mentions: Mapping[str, str]) -> Read:
    """*@lopez: send the log home*, *@lopez will send the log home*."""
    found = _PERSON_FIRST.match(text)
    if found is None:
        return None
    return (found["rest"] if found["mark"].strip() else text), _person(found["who"], mentions)


def _said_last(text: str, _mentions: Mapping[str, str]) -> Read:
    """*call home - speech*, *print the chart, owner: me*."""
    found = _SAID_LAST.search(text, max(0, len(text) - _TAIL))
    if found is None:
        return None
    who, rest = (found["who"] or found["one"]).casefold(), _without_link(text[: found.start()])
    if who in {"me", "myself"}:
        return rest, OwnerWords(Whose.WRITER)
    role = read_role(who)
    return rest, OwnerWords(Whose.ROLE, role=role) if role else OwnerWords(Whose.NOBODY)


def _without_link(before: str) -> str:
    """*call home (owner:* is *call home*."""
    rest = _GIVEN_BEFORE.sub("", before.rstrip()).rstrip()
    return _GIVEN_BEFORE.sub("", rest).rstrip()


def _said_first(text: str, _mentions: Mapping[str, str]) -> Read:
    """*I'll call dad*, *someone should call*, *the OT to send the chart*: the words stay as they are."""
    if _WRITER_FIRST.match(text):
        return text, OwnerWords(Whose.WRITER)
    if _NOBODY_FIRST.match(text):
        return text, OwnerWords(Whose.NOBODY)
    found = _ROLE_FIRST.match(text)
    role = read_role(found["role"]) if found else None
    return (text, OwnerWords(Whose.ROLE, role=role)) if role else None


def _person_within(text: str, mentions: Mapping[str, str]) -> Read:
    """*have @lopez send the log*: one mention inside the words, where they are not only spoken of."""
    found = [one for one in _PERSON.finditer(text) if _unmark(one[0]) in mentions]
    if len(found) != 1 or _SPOKEN_OF.search(text[: found[0].start()]):
        return None
    return text, _person(found[0][0], mentions)
