"""Reads what a team's form asks for: all of it, or a sentence under each field that needs another look. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from handlers.conversation import Request
from handlers.rules.huddle_times import DAYS, read_time
from handlers.teams.time_zones import read_zone
from storage.people import Person
from storage.teams import Appear

SHORTEST, LONGEST = 5, 60
_SENTENCES = {
    "name": "Please give the team a name.",
    "time_zone": "Please choose a time zone from the list: type a city, such as Chicago.",
    "huddle_day": "Please choose a day.",
    "huddle_time": "Please choose a time, such as 15:15.",
    "huddle_minutes": f"Please give the length in whole minutes, from {SHORTEST} to {LONGEST}.",
    "appear": "Please choose where check-ins appear.",
}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a team shall be."""

    name: str
    time_zone: str
    huddle_day: int
    huddle_time: time
    huddle_minutes: int
    appear: Appear
    leads: tuple[str, ...]

    def columns(self) -> dict[str, Any]:
        """What stands in the team's own row."""
        return {
            "name": self.name,
            "time_zone": self.time_zone,
            "huddle_day": self.huddle_day,
            "huddle_time": self.huddle_time,
            "huddle_minutes": self.huddle_minutes,
            "appear": self.appear,
        }


def read_wishes(request: Request) -> tuple[Wishes | None, dict[str, str]]:
    """The wishes, or what is wrong by field. Whether the leads are in the channel is another question."""
    name = request.word("name") or None
    zone = read_zone(request.word("time_zone"))
    day = read_day(request.word("huddle_day"))
    at = read_time(request.word("huddle_time"))
    minutes = read_minutes(request.word("huddle_minutes"))
    appear = next((one for one in Appear if one.value == request.word("appear")), None)
    if name is None or zone is None or day is None or at is None or minutes is None or appear is None:
        read = {
            "name": name,
            "time_zone": zone,
            "huddle_day": day,
            "huddle_time": at,
            "huddle_minutes": minutes,
            "appear": appear,
        }
        return None, {field: _SENTENCES[field] for field, value in read.items() if value is None}
    return Wishes(name, zone, day, at, minutes, appear, request.chosen("leads")), {}


def read_day(text: str) -> int | None:
    return int(text) if text in {str(number) for number in range(len(DAYS))} else None


def read_minutes(text: str) -> int | None:
    """ "15", "15 min", "15 minutes"."""
    bare = text.casefold().removesuffix("minutes").removesuffix("mins").removesuffix("min").strip()
    if not (bare.isascii() and bare.isdecimal()) or len(bare) > 3:
        return None
    return int(bare) if SHORTEST <= int(bare) <= LONGEST else None


def find_wrong_leads(leads: tuple[str, ...], known: Mapping[str, Person], members: frozenset[str]) -> str:
    """The sentence under *Team leads*; empty where all may lead."""
    if not leads:
        return "A team has at least one lead. Please choose somebody who is in the channel."
    for lead in leads:
        wrong = _find_wrong(known.get(lead), is_member=lead in members)
        if wrong:
            return wrong
    return ""


def _find_wrong(person: Person | None, *, is_member: bool) -> str:
    if person is None:
        return "Somebody you chose is not in the channel yet. Invite them first, then choose them again."
    name = person.real_name or person.handle
    if person.is_bot:
        return f"{name} is an app, and apps cannot lead a team. Please choose a colleague."
    if person.is_guest or person.is_stranger:
        return f"{name} is a guest, and guests cannot lead a team. Please choose a colleague."
    if person.is_deactivated:
        return f"{name}'s account is switched off. Please choose somebody else."
    return "" if is_member else f"{name} is not in the channel. Invite them first, or choose somebody else."
