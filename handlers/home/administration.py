"""Home's part for administrators: schools, guests and teams without a lead. It opens no student's record."""

from sqlmodel import Session

from handlers.blocks import button, buttons, says
from handlers.conversation import Block
from handlers.home.say_home import title
from storage import schools, teams


def administration(session: Session) -> list[Block]:
    guests, leadless = teams.list_guests(session), teams.list_leadless(session)
    made = [button(f"Schools ({len(schools.list_schools(session))})", "schools.list", {})]
    words = ["You are an administrator of Roundtable."]
    if guests:
        made.append(button(f"Guests ({len(guests)})", "teams.guests", {}))
        words.append("Posts wait where a guest is in a team's channel.")
    if leadless:
        made.append(button(f"Teams without a lead ({len(leadless)})", "teams.leadless", {}))
        words.append("A team without a lead can add nobody.")
    return [*title("For administrators"), says(" ".join(words)), buttons(*made)]
