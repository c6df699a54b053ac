"""A workspace with records in it, and the people in front of it who must find nothing; no outbox is sent meanwhile."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bot.app import build
from sandbox.server import Sandbox
from storage.positions import PositionName
from tests.bot import payload_shapes as shapes
from tests.cast import MANIFEST, Cast, fill
from tests.privacy import canaries
from tests.privacy.calls import Call, noted
from tests.privacy.canaries import FIRST, LAST, MEASURE, PROMISED, SAID

STAFF, GUESTS = ("pell", "dean", "marlow"), ("gray", "far", "gone")
OUTSIDERS = (*STAFF, *GUESTS)


# Triggers, the numbers of views, troubles and drafts.
ITSELF = re.compile(r"(?<='trigger_id': ')[^']+|\bV\w{5,}|(?<= say )[0-9a-f]{6}|(?<=draft\":)\d+|(?<=draft\\\":)\d+")


@dataclass
class Answered:
    """What one payload brought back: Bolt's own answer and every call of Slack's Web API."""

    status: int
    body: str
    calls: list[Call]

    def without(self, *typed: str) -> str:
        """All of it, with what the person typed and what differs by itself made the same."""
        words = f"{self.status} {self.body} {self.calls}"
        for one in typed:
            words = words.replace(one, "TYPED")
        return ITSELF.sub("ID", words)


@contextmanager
def opened(database_url: str) -> Iterator[Cast]:
    """The Juniper team with its records; Pell leads another, Marlow manages the case of a student she cannot see."""
    with Sandbox(MANIFEST, rate_limits=False) as sandbox:
        cast = Cast(sandbox, database_url)
        fill(cast)
        add = sandbox.add_person
        cast.people["marlow"] = add("marlow", "Ms. Marlow", email="marlow@juniper.example")
        cast.people["far"] = add("far", "Far", is_stranger=True, team_id="T0FAR")
        cast.people["gone"] = add("gone", "Gone", deleted=True)
        for name in GUESTS:
            sandbox.invite(cast.juniper, cast.people[name])
        cast.bot = build(cast.settings())
        _fill(cast)
        yield cast
        cast.bot.stop()


def hears(cast: Cast, body: Any) -> Answered:
    """One payload, as it comes over the line."""
    with noted() as calls:
        answer = cast.bot.app.hear(body)
    return Answered(answer.status, str(answer.body), calls)


def choose_student(number: int | str) -> dict[str, Any]:
    """The field of a form in which a student was chosen, as it is sent."""
    return {"student": {"student": {"type": "external_select", "selected_option": {"value": str(number)}}}}


def _fill(cast: Cast) -> None:
    team = cast.add_team(cast.juniper, "hale")
    cast.add_student("Zadie Pike", cast.add_team(cast.birch, "pell"))
    one, _ = canaries.add_students(cast)
    cast.set_position(team, "lopez", PositionName.OT)
    cast.make_case_manager("marlow", one)
    user, channel = cast.people["lopez"].id, cast.juniper.id
    kept = hears(cast, shapes.command(f"{FIRST} {LAST}: {SAID}", user=user, channel=channel))
    waits = hears(cast, shapes.command(f"nobody here: {SAID}", user=user, channel=channel))
    filled = {**choose_student(one), **shapes.typed("text", MEASURE), **shapes.typed("follow_up", PROMISED)}
    hears(
        cast, shapes.submission("checkins.keep", filled, user=user, private_metadata=json.dumps({"channel": channel}))
    )
    assert (SAID in kept.body, SAID in waits.body) == (True, True)
