"""How the bot speaks in a huddle. Pure: plain values in, words out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers import blocks
from handlers.blocks import button, buttons, escape, heading, says, small, whom, words
from handlers.conversation import Block, Reply
from handlers.rules.due import say_day
from handlers.rules.huddle_times import say_time
from storage.huddles import Skipped

TITLE = "Student Focus Huddle"
KEPT = (
    "Replies in the thread are kept with the student's record, but for those you delete before it closes. Write what "
    "you would say with the family in the room. It closes by itself at {ends}."
)
NOBODY = "No student of this team is left to choose from this week. `/student add` adds one."
NAME_SOMEBODY = "Whom? Type the name too: `/focus pin Maya T`."
LATE = "This comes later than planned; take your time for it whenever it suits you today."


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the huddle; each gets as many minutes as the others."""

    name: str
    ask: str


STEPS = (
    Step("Strengths and wins", "What was promised last time and is done? What went well this week, and where?"),
    Step("Progress", "What do this week's check-ins tell? Which accommodations were used?"),
    Step("What works, what gets in the way", "What do we keep? Name one thing that gets in the way."),
    Step(
        "Adjust",
        "One change at a time: what do we do otherwise, and how will we know that it helped? "
        "A reply that begins with *Decided:* stands in the recap.",
    ),
    Step("Who does what", "One owner and one date each, read back. Who asks the student, who the family?"),
)
WHY_NONE = {
    Skipped.MISSED: "This week's huddle is skipped: when I came to it, its time had passed.",
    Skipped.NO_STUDENTS: "There is no huddle this week: no student is on this team yet. A lead adds them with "
    "`/student add`, and the next huddle comes by itself.",
    Skipped.NOBODY_LEFT: "There is no huddle this week: every student was skipped. `/focus` shows who is next.",
    Skipped.UNFIT: "This week's huddle is skipped: I could not post about a student here in time. "
    "The team's leads know why.",
    Skipped.CLOSED: "There is no huddle this week: its day is closed.",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the agenda: somebody's words, and whose they are."""

    text: str
    person_id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """All that the post shows."""

    huddle_id: int
    student_id: int
    name: str
    ends: str  # "6:00 PM"
    strengths: Sequence[Line] = ()
    followups: Sequence[Line] = ()
    checkins: Sequence[Line] = ()
    is_late: bool = False
    is_over: bool = False


def say_prompt(shown: Prompt) -> Reply:
    """The post that heads the thread."""
    made = [heading(TITLE), says(f"*{escape(shown.name)}*")]
    if shown.is_late:
        made.append(small(LATE))
    made += _part("Strengths", shown.strengths, "None on record yet: the first step asks for one.")
    made += _part("Still open from last time", shown.followups, "Nothing.")
    made += _part("This week's check-ins", shown.checkins, "None yet.")
    if shown.is_over:
        return Reply("This huddle is closed.", (*made, small("Closed. The recap stands in the thread.")))
    made += [buttons(*_buttons(shown)), small(KEPT.format(ends=shown.ends))]
    return Reply("It is time for the Student Focus Huddle.", tuple(made))


def say_step(number: int, length: int) -> Reply:
    """`length`: of the team's huddle, in minutes."""
    first, last = (round(length * part / len(STEPS)) for part in (number, number + 1))
    step = STEPS[number]
    return Reply(f"Minutes {first}-{last}.", (says(f"*{first}-{last} min  ·  {step.name}*\n{step.ask}"),))


def say_skipped(because: Skipped, next_day: str) -> Reply:
    return Reply("There is no huddle this week.", (says(WHY_NONE[because]), small(f"The next one: {next_day}.")))


def say_closed_day(planned_on: date, held_on: date | None, at: str, next_day: str, *, is_own: bool = False) -> Reply:
    """Its day is closed: on which one it is held instead, or that there is none. `is_own`: closed by the team."""
    why = (
        f"Your team does not meet on {say_day(planned_on)}"
        if is_own
        else f"There is no school on {say_day(planned_on)}"
    )
    if held_on is None:
        line = f"{why}, so there is no huddle that week."
        return Reply("There is no huddle that week.", (says(line), small(f"The next one: {next_day}.")))
    line = f"{why}, so the huddle moves to *{say_day(held_on)}* at {at}."
    return Reply("The huddle moves to another day.", (says(line),))


def say_closing() -> Reply:
    line = "Closing. I read the thread once more, keep its replies as notes and post the recap there."
    return Reply("The huddle is closing.", (says(line),), said="huddles.closing")


def say_nudge(name: str, student_id: int, starts_at: datetime, channel_id: str) -> Reply:
    """A quiet word to one person, and a button: no reproach, no list of who else."""
    when = f"{say_day(starts_at.date())} at {say_time(starts_at.time())}"
    line = f"*{escape(name)}* is the focus of the huddle in <#{channel_id}> on {when}. What should the team know?"
    check_in = button("Check in", "checkins.ask", {"student": student_id}, style="primary")
    away = button("I will be away", "leave.ask", {})
    made = (says(line), buttons(check_in, away), small("A line is enough. Nobody sees whether you got this."))
    return Reply("A huddle is coming up.", made)


def _part(title: str, lines: Sequence[Line], otherwise: str) -> list[Block]:
    if not lines:
        return [says(f"*{title}*\n{otherwise}")]
    return [says(f"*{title}*"), blocks.points(*(_pieces(line) for line in lines))]


def _pieces(line: Line) -> list[Block]:
    who = [whom(line.person_id), words(": ")] if line.person_id else []
    note = [words(f" ({line.note})", italic=True)] if line.note else []
    return [*who, words(line.text), *note]


def _buttons(shown: Prompt) -> list[Block]:
    about = {"student": shown.student_id}
    return [
        button("Add update", "checkins.ask", about, style="primary"),
        button("Add follow-up", "followups.add", about),
        button("Mark a win", "checkins.ask#win", {**about, "topic": "win"}),
        button("Problem-solve", "huddles.solve", {"huddle": shown.huddle_id}),
        button("Close huddle", "huddles.close", {"huddle": shown.huddle_id}),
    ]
