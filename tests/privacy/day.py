"""A day of a team, as its members live it: every way to write about a student, with canaries for names and words."""

from sandbox.came import Came
from sandbox.wire import Json
from tests.cast import Cast
from tests.privacy.canaries import FIRST, LAST, MEASURE, OTHER_FIRST, OTHER_LAST, PROMISED, SAID

FILE = f"school_id,first_name,last_name\n4711,{FIRST},{LAST}otter\nbroken,{OTHER_FIRST}\n".encode()


def live_a_day(cast: Cast) -> list[Json]:
    """Check-ins by command, form, draft and shortcut, changed and told of. Returns the forms that were opened."""
    lopez = cast.lopez
    kept = lopez.types(f"/checkin {FIRST} {LAST}: {SAID} #win", channel=cast.juniper).ephemerals[0]
    lopez.types(f"/checkin {FIRST} and {OTHER_FIRST} {OTHER_LAST}: {MEASURE}", channel=cast.juniper)
    lost = lopez.types(f"/checkin {LAST}x{FIRST}: {SAID}", channel=cast.juniper).ephemerals[0]
    empty = opened(lopez.types("/checkin", channel=cast.juniper))
    promise = {"Follow-up needed?": PROMISED, "Owner": cast.people["hale"].id}
    lopez.submits(empty, {"Student": FIRST, "Update": SAID, "Restricted": "restricted", **promise})
    changed = opened(lopez.presses("Edit", kept))
    lopez.submits(changed, {"Update": f"{MEASURE} anew"})
    cast.hale.types(f"{FIRST} used the {MEASURE}", channel=cast.juniper)
    captured = opened(lopez.uses_shortcut("checkin_from_message", lopez.waits_for("used the", cast.juniper)))
    cast.hale.uploads(f"{LAST}.csv", FILE)
    cast.hale.waits_for("This file would")
    lopez.records(f"{FIRST} {SAID}")
    spoken = opened(lopez.presses("Save as check-in", lopez.waits_for("as Slack wrote it down")))
    looked_at = _look_at_card(cast)
    lopez.types(f"{FIRST} {SAID}")
    lopez.types(f"@roundtable how is {FIRST} {LAST}", channel=cast.juniper)
    adding = opened(cast.hale.types("/student add", channel=cast.juniper))
    return [
        empty,
        changed,
        captured,
        spoken,
        adding,
        *looked_at,
        opened(lopez.presses("Choose a student", lost)),
        lopez.opens_home(),
    ]


def _look_at_card(cast: Cast) -> list[Json]:
    """The card, a duty given with where it was decided, and a line of strengths changed."""
    lopez = cast.lopez
    card = lopez.types(f"/student {FIRST} {LAST}", channel=cast.juniper).ephemerals[-1]
    given = opened(lopez.presses("Assign family contact", card))
    lopez.submits(given, {"Who carries it": cast.people["hale"].id, "Where was it decided?": MEASURE})
    strengths = opened(lopez.presses("Edit strengths", card))
    lopez.submits(strengths, {"In a sentence": SAID, "Or somebody who is not here": f"{FIRST}'s uncle"})
    with_line = opened(lopez.presses("Edit strengths", card))
    line = opened(lopez.presses("Change", with_line))
    lopez.submits(line, {"In a sentence": f"{SAID} again"})
    lopez.types(f"/student {FIRST}x {LAST} roles", channel=cast.juniper)
    return [given, strengths, with_line, line]


def opened(came: Came) -> Json:
    assert came.view is not None, came.text
    return came.view
