"""How the bot speaks about check-ins. Pure: plain values in, words out."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers import blocks
from handlers.blocks import apart, button, buttons, escape, says, small, typed
from handlers.conversation import Block, Ids, Reply
from handlers.shown import join_names

IT_IS_A_RECORD = "This is a school record; a family may ask to read it."
RESTRICTED_HIDES = "Hides this from colleagues, not from a family's or a court's request."
EXAMPLE = "/checkin Maya T: finished 2 of 3 tasks with the timer #win"


@dataclass(frozen=True, slots=True)
class Shown:
    """A check-in as one reader may see it: names already by policy, other students already taken out."""

    names: tuple[str, ...]
    author_id: str
    text: str
    working: str = ""
    topic: str = ""
    is_restricted: bool = False
    is_withdrawn: bool = False
    is_edited: bool = False


def say_update(shown: Shown) -> Reply:
    """A check-in as its team reads it."""
    return Reply("A check-in was added.", tuple(body(shown)))


def body(shown: Shown) -> list[Block]:
    """The line saying who and whom, then the words as typed."""
    head = f"<@{shown.author_id}> on *{escape(join_names(shown.names))}*"
    if shown.topic:
        head += f"  ·  {escape(shown.topic)}"
    if shown.is_withdrawn:
        return [says(head), blocks.struck(shown.text), small("Withdrawn by its author; kept on record.")]
    marks = [
        "Restricted" if shown.is_restricted else "",
        "Edited; earlier wording is kept" if shown.is_edited else "",
    ]
    made = [says(head), *typed(shown.text)]
    if shown.working:
        made += [small("*What is working*"), *typed(shown.working)]
    if any(marks):
        made.append(small("  ·  ".join(mark for mark in marks if mark)))
    return made


def say_week(name: str, week: str) -> Reply:
    """The head of a student's thread for the week."""
    line = f"*{escape(name)}*  ·  check-ins of the week of {escape(week)}"
    return Reply("Check-ins of this week.", (says(line), small("Updates and replies go in this thread.")))


def say_kept(
    shown: Shown,
    checkin_id: int,
    where: str,
    *,
    reading: str = "",
    is_first: bool = False,
    can_undo: bool = True,
    choices: Sequence[tuple[int, str]] = (),
    can_split: bool = False,
) -> Reply:
    """The author's private confirmation. `where` says who reads it; `choices` are teams still to choose from."""
    ids = {"checkin": checkin_id}
    made = [says(f"*Kept.* {where}"), *body(shown)]
    if reading:
        made.insert(1, small(reading))
    if choices:
        what = "Restricted within" if shown.is_restricted else "Post in"
        pick = [button(f"{what} {name}", "checkins.post_in", {**ids, "team": one}) for one, name in choices[:5]]
        made.append(buttons(*apart(pick)))
    made.append(buttons(*own_buttons(checkin_id, can_undo=can_undo, can_split=can_split)))
    if is_first:
        made.append(small(IT_IS_A_RECORD))
    return Reply("Your check-in is kept.", tuple(made), said="checkins.kept", ids=ids)


def own_buttons(checkin_id: int, *, can_undo: bool, can_split: bool = False) -> list[Block]:
    """What an author may do with a check-in."""
    ids = {"checkin": checkin_id}
    made = [
        button("Edit", "checkins.edit", ids),
        button("Undo" if can_undo else "Withdraw", "checkins.undo", ids),
        button("Add follow-up", "followups.add", ids),
    ]
    if can_split:
        made.insert(0, button("Split into two", "checkins.split", ids))
    return made


def say_same(first: Reply, ids: Ids) -> Reply:
    """The same words came again within ten minutes."""
    note = "You sent these very words a moment ago, so I kept them once. This is that check-in."
    keep = buttons(button("Keep both", "checkins.keep_both", ids))
    return Reply(first.text, (says(note), *first.blocks, keep), said="checkins.kept", ids=first.ids)


def say_which(draft_id: int, text: str, choices: Sequence[tuple[int, str]], *, question: str) -> Reply:
    """Several students fit, or the one that fits must be asked back."""
    pick = [
        button(name, "checkins.for_student", {"draft": draft_id, "student": student_id})
        for student_id, name in choices[:10]
    ]
    other = button("Someone else", "checkins.finish", {"draft": draft_id})
    made = (says(question), *typed(text), buttons(*apart(pick), other), _kept_a_day())
    return Reply("Which student is this about?", made, said="checkins.draft", ids={"draft": draft_id})


def say_no_student(draft_id: int, text: str, offers: Sequence[tuple[int, str]], *, sees_any: bool) -> Reply:
    """Words that name no student the person may see."""
    if not sees_any:
        sentence = "I could not find that student among the ones you support, and so far you support none here."
        how = "Ask a team's lead to add you to the team's channel."
        return Reply(
            "No student found.",
            (says(f"{sentence} {how}"), *typed(text), _kept_a_day()),
            said="checkins.draft",
            ids={"draft": draft_id},
        )
    sentence = "I could not find that student among the ones you support. Nothing is lost: choose the student."
    pick = [
        button(f"{name}?", "checkins.for_student", {"draft": draft_id, "student": student_id})
        for student_id, name in offers[:5]
    ]
    choose = button("Choose a student", "checkins.finish", {"draft": draft_id}, style="primary")
    made = (says(sentence), *typed(text), buttons(*apart(pick), choose), _kept_a_day())
    return Reply("No student found; your words are kept.", made, said="checkins.draft", ids={"draft": draft_id})


def say_where(*, team: str, appear: str, is_restricted: bool, readers: str = "") -> str:
    """Who will read a check-in, in half a sentence."""
    if is_restricted:
        return f"Restricted: read by you{f' {readers}' if readers else ''}. Not posted."
    if not team:
        return "On record for the student's teams; not posted anywhere yet."
    if appear == "record":
        return f"On record for *{escape(team)}*; that team does not post check-ins."
    if appear == "thread":
        return f"*{escape(team)}* sees it in this week's thread."
    return f"*{escape(team)}* sees it in its channel."


def say_gone() -> Reply:
    sentence = "That check-in is no longer there. Nothing was changed."
    return Reply(sentence, (says(sentence),))


def say_undone(text: str) -> Reply:
    made = (says("*Undone.* Nobody sees it any more. Your words, if you need them again:"), *typed(text))
    return Reply("Undone.", made, replaces=True)


def _kept_a_day() -> Block:
    return small("Only you see this. Your words are kept for a day.")
