"""The forms about a team: set it up, change it, name its lead, let a guest stay. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers import blocks
from handlers.blocks import says, small
from handlers.conversation import Block, Form, Ids
from handlers.rules.huddle_times import DAYS
from handlers.teams.time_zones import label
from storage.positions import PositionName
from storage.schools import ShownAs
from storage.teams import Appear

MOST_IN_MENU = 100
APPEAR = (
    (Appear.THREAD.value, "In one thread per student and week"),
    (Appear.CHANNEL.value, "Each in the channel"),
    (Appear.RECORD.value, "On record only"),
)
SHOWN = {
    ShownAs.FULL: "Full name",
    ShownAs.FIRST_INITIAL: "First name and last initial",
    ShownAs.INITIALS: "Initials",
    ShownAs.SCHOOL_ID: "School ID",
}
AS_SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Start:
    """What stands in the form when it opens. `schools` are (id, name) pairs; none means that one is typed."""

    name: str
    time_zone: str
    leads: tuple[str, ...]
    schools: Sequence[tuple[str, str]] = ()
    school: str = ""
    huddle_day: int = 2
    huddle_time: str = "15:15"
    huddle_minutes: int = 15
    appear: str = Appear.THREAD.value


def set_up_form(start: Start, ids: Ids) -> Form:
    position = blocks.choice(
        "position",
        "Your own position here",
        [(name.value, name.value) for name in PositionName],
        optional=True,
        hint="Everybody else can choose theirs afterwards.",
    )
    made = (
        says("A minute's work, and you can change all of it later."),
        *_team_fields(start),
        position,
        small("What a team writes is a school record; a family may ask to read it."),
    )
    return Form("teams.set_up", "Set up this team", made, submit="Set up", ids=ids)


def settings_form(start: Start, school_shows: ShownAs, team_shows: ShownAs | None, ids: Ids) -> Form:
    offered = [(AS_SCHOOL, f"As the school does: {SHOWN[school_shows].lower()}")]
    stricter = list(ShownAs)[list(ShownAs).index(school_shows) + 1 :]
    offered += [(policy.value, SHOWN[policy]) for policy in stricter]
    chosen = team_shows.value if team_shows in stricter and team_shows is not None else AS_SCHOOL
    shown = blocks.choice(
        "shown_as", "Students are shown", offered, start=chosen, hint="A team may show less than its school does."
    )
    calendar = blocks.buttons(blocks.button("School calendar", "calendar.show", {"school": int(start.school)}))
    return Form("teams.settings", "Team settings", (*_team_fields(start), shown, calendar), ids=ids)


def name_lead_form(team_name: str, ids: Ids) -> Form:
    made = (
        says(f"Who looks after *{blocks.escape(team_name)}* from now on? They must be in its channel."),
        blocks.people("leads", "Team leads"),
    )
    return Form("teams.name_lead", "Name a lead", made, ids=ids)


def admit_form(team_name: str, guest: str, ids: Ids) -> Form:
    made = (
        says(
            f"<@{guest}> is a guest in the channel of *{blocks.escape(team_name)}*. If you let them stay, posts about "
            "its students go on, and they can read them there. From me they still get no answers."
        ),
        blocks.field("reason", "Why they may stay", lines=True, most=300, hint="Kept, with your name and the time."),
    )
    return Form("teams.admit", "Admit a guest", made, submit="Admit", ids=ids)


def _team_fields(start: Start) -> list[Block]:
    zone = [(start.time_zone, label(start.time_zone))] if start.time_zone else []
    return [
        blocks.field("name", "Team name", start=start.name, most=80),
        _school_field(start),
        blocks.search("time_zone", "Time zone", start=zone),
        blocks.choice(
            "huddle_day",
            "Huddle day",
            [(str(number), name) for number, name in enumerate(DAYS)],
            start=str(start.huddle_day),
        ),
        blocks.clock_time("huddle_time", "Huddle time", start=start.huddle_time),
        blocks.field("huddle_minutes", "Length in minutes", start=str(start.huddle_minutes), most=12),
        blocks.people("leads", "Team leads", start=start.leads),
        blocks.choice("appear", "Check-ins appear", APPEAR, start=start.appear),
    ]


def _school_field(start: Start) -> Block:
    if not start.schools:
        return blocks.field("school_name", "School", most=100, hint="The first one here: type its name.")
    if len(start.schools) > MOST_IN_MENU:
        chosen = [pair for pair in start.schools if pair[0] == start.school]
        return blocks.search("school", "School", start=chosen)
    hint = "Not in the list? An administrator of Roundtable adds schools on my Home."
    return blocks.choice("school", "School", start.schools, start=start.school, hint=hint)
