"""How the bot shows what a dropped file would do, and says what it did. Names stand only in the message itself."""

from collections.abc import Iterable, Sequence

from handlers.blocks import apart, button, buttons, escape, says, small, typed
from handlers.conversation import Block, Ids, Reply
from handlers.rosters.intake import Intake
from handlers.rosters.merge import Match
from handlers.rosters.rows import StudentRow
from handlers.rosters.say_intake import list_reasons, say_counts, say_same

MOST_NAMES = 40
MOST_LINES = 15
MOST_EMAILS = 6  # each up to 254 letters, and small print holds 2,000
MOST_TEAMS = 20
MOST_LETTERS = 1800  # of one list: all blocks of a message together hold about 13,200
PLEASE_DELETE = "Please delete the file from this conversation, which I cannot do."


def say_preview(intake: Intake, unmatched: Iterable[str], ids: Ids) -> Reply:
    kept = say_same(intake)
    made = [says(f"This file would {say_counts(intake)}{f'; {kept}' if kept else ''}."), *_lists(intake, unmatched)]
    if intake.changes_nothing:
        return Reply("I have read your file.", (*made, says(f"There is nothing to take in. {PLEASE_DELETE}")))
    choose = buttons(
        button("Add them", "students.take_file", ids, style="primary"), button("Leave it", "students.leave_file", ids)
    )
    return Reply("I have read your file.", (*made, choose))


def say_done(intake: Intake, unmatched: Iterable[str]) -> Reply:
    kept = say_same(intake)
    skipped = f" {_lines(len(intake.skipped))} skipped." if intake.skipped else ""
    done = says(f"Done: {say_counts(intake, done=True)}{f'; {kept}' if kept else ''}.{skipped}")
    return Reply("Your file is taken in.", (done, *_unmatched(unmatched), says(PLEASE_DELETE)))


def ask_team(teams: Sequence[tuple[int, str]], ids: Ids) -> Reply:
    """`teams` are (id, name) pairs."""
    choices = [button(name, "students.choose_team", {**ids, "team": number}) for number, name in teams[:MOST_TEAMS]]
    leave = button("Leave it", "students.leave_file", ids)
    ask = says("You lead several teams, and some lines name no channel. Which team do these students come to?")
    return Reply("Which team is your file for?", (ask, buttons(*apart(choices), leave)))


def _lists(intake: Intake, unmatched: Iterable[str]) -> list[Block]:
    plan = intake.plan
    return [
        *_names("Add", [_name(row) for row in plan.add]),
        *_names("Change", [_change(match) for match in plan.change]),
        *_names("Bring back", [_name(match.row) for match in plan.restore]),
        *_names("Put on the team", [_name(match.row) for match in intake.placed]),
        *_reasons("Skip", list_reasons(intake.skipped, MOST_LINES)),
        *_reasons("Note", plan.warnings[:MOST_LINES]),
        *_unmatched(unmatched),
    ]


def _names(what: str, names: Sequence[str]) -> list[Block]:
    """Exactly as they stand in the file: nothing in them fires."""
    if not names:
        return []
    more = len(names) - MOST_NAMES
    listed = ", ".join(names[:MOST_NAMES])[:MOST_LETTERS] + (f" and {more:,} more" if more > 0 else "")
    return [says(f"*{what}*"), *typed(listed)]


def _reasons(what: str, reasons: Sequence[str]) -> list[Block]:
    return [says(f"*{what}*\n{escape(chr(10).join(reasons)[:MOST_LETTERS])}")] if reasons else []


def _unmatched(emails: Iterable[str]) -> list[Block]:
    listed = sorted(emails)
    if not listed:
        return []
    more = f" and {len(listed) - MOST_EMAILS:,} more" if len(listed) > MOST_EMAILS else ""
    named = escape(", ".join(listed[:MOST_EMAILS]))
    return [small(f"Not seen in Slack yet, so they count once they are: {named}{more}")]


def _name(row: StudentRow) -> str:
    return f"{row.preferred_name or row.first_name} {row.last_name}"


def _change(match: Match) -> str:
    return f"{_name(match.row)} ({', '.join(name.replace('_', ' ') for name in match.fields)})"


def _lines(count: int) -> str:
    return "1 line was" if count == 1 else f"{count:,} lines were"
