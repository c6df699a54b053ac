"""`/focus setup`: on which day and at what time a team meets, and what becomes of a closed day."""

from sqlmodel import Session

from handlers import blocks, telling
from handlers.conversation import Answer, Corrections, Form, Request
from handlers.huddles.focus import focus
from handlers.huddles.place import get_led_team, get_plan
from handlers.huddles.planning import make_plans
from handlers.rules.huddle_times import DAYS, read_time
from storage import audit

MOVES, SKIPS = "move", "skip"
CLOSED_DAYS = ((MOVES, "Move to the next school day of that week"), (SKIPS, "Skip that week"))


def ask(request: Request, session: Session) -> Answer:
    """The form, for leads."""
    team = get_led_team(session, request)
    plan = get_plan(session, team)
    days = [(str(number), name) for number, name in enumerate(DAYS)]
    made = (
        blocks.choice("huddle_day", "Huddle day", days, start=str(team.huddle_day)),
        blocks.clock_time("huddle_time", "Huddle time", start=f"{team.huddle_time:%H:%M}"),
        blocks.choice("closed_days", "On a closed day", CLOSED_DAYS, start=MOVES if plan.moves else SKIPS),
        blocks.buttons(blocks.button("Your team's own days", "huddles.days", {"team": team.id})),
        blocks.small(f"In the team's time zone, {team.time_zone}. The team's settings on Home change that."),
    )
    return Form("huddles.set_up", "Weekly huddle", made, ids={"team": team.id, "channel": request.channel})


def keep(request: Request, session: Session) -> Answer:
    """Keep it; a day that has passed this week is told as such by the clock."""
    team = get_led_team(session, request)
    plan = get_plan(session, team)
    day, at = request.word("huddle_day"), read_time(request.word("huddle_time"))
    if at is None or day not in {str(number) for number in range(len(DAYS))}:
        return Corrections({"huddle_time": "Please choose a day and a time, such as 3:15 PM."})
    team.huddle_day, team.huddle_time = int(day), at
    plan.moves = request.word("closed_days") != SKIPS
    session.add_all([team, plan])
    session.flush()
    make_plans(session, request.now)
    about = f"team:{team.id}"
    audit.note(session, request.now, request.person, "huddles.set_up", object_id=about, channel_id=request.channel)
    telling.refresh_home(session, request, request.person)
    return focus(request, session)
