"""How the bot speaks about follow-ups. Pure: plain values in, words out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from handlers.blocks import apart, button, buttons, escape, says, small, typed
from handlers.conversation import Block, Ids, Reply, Request
from handlers.rules.due import say_day
from handlers.say_followup import AMONG, ShownFollowup, followup_blocks, list_blocks

EXAMPLE = "/followup Maya T: send home the reading log @lopez by friday"
KEPT_A_DAY = "Only you see this. Your words are kept for a day."


def say_kept(
    shown: ShownFollowup,
    person: str,
    *,
    notes: Sequence[str] = (),
    other: date | None = None,
    can_take_back: bool = True,
    said_ids: Ids,
) -> Reply:
    """The writer's private confirmation; `other` is how else the day could be read."""
    made = [says("*Promised.*"), *followup_blocks(shown, person=person)]
    if notes:
        made.insert(1, small(*notes))
    extra = []
    if other is not None:
        extra.append(button(f"{say_day(other)} instead", "followups.due_other", {**shown.ids, "on": other.isoformat()}))
    if can_take_back:
        extra.append(button("Undo", "followups.take_back", shown.ids))
    if extra:
        made.append(buttons(*extra))
    return Reply("Your follow-up is kept.", tuple(made), said="followups.kept", ids=said_ids)


def say_state(
    shown: ShownFollowup, person: str, *, head: str, text: str, can_undo: bool = False, word: str = ""
) -> Reply:
    """A follow-up as it stands, with what may be done with it now. `person` is "" in a channel."""
    made = [says(head)]
    made += followup_blocks(shown, person=person)
    if word:
        made += [small("With these words:"), *typed(word)]
    if can_undo and shown.done_on is not None:
        made.append(buttons(button("Undo", "followups.undo", shown.ids)))
    return Reply(text, tuple(made), said="followups.state", ids=shown.ids)


def say_which(draft_id: int, text: str, choices: Sequence[tuple[int, str]], *, question: str) -> Reply:
    """Several students fit, or none does and some are offered."""
    pick = [
        button(name, "followups.go_on", {"draft": draft_id, "student": student_id}) for student_id, name in choices[:10]
    ]
    other = "Someone else" if choices else "Choose a student"
    made = (
        says(question),
        *typed(text),
        buttons(*apart(pick), button(other, "followups.finish", {"draft": draft_id})),
        small(KEPT_A_DAY),
    )
    return Reply("Which student is this about?", made, said="followups.draft", ids={"draft": draft_id})


def say_no_student(draft_id: int, text: str, sentence: str) -> Reply:
    """Words of somebody who may see no student at all."""
    made = (says(sentence), *typed(text), small(KEPT_A_DAY))
    return Reply("No student found.", made, said="followups.draft", ids={"draft": draft_id})


def ask_due(ids: Ids, text: str, words: str, why: str, choices: Sequence[date]) -> Reply:
    """A day that is not clear is asked for, never guessed. `ids` are the draft, its student and perhaps its owner."""
    pick = [button(say_day(day), "followups.go_on", {**ids, "on": day.isoformat()}) for day in choices[:4]]
    pick.append(button("Pick a day", "followups.finish", ids))
    question = f"*When is it due?* You wrote “{escape(words)}”: {escape(why)}"
    made = (says(question), *typed(text), buttons(*apart(pick)), small(KEPT_A_DAY))
    return Reply("When is this due?", made, said="followups.draft", ids={"draft": ids["draft"]})


def ask_owner(
    draft_id: int, student_id: int, text: str, sentence: str, choices: Sequence[tuple[str, str]] = ()
) -> Reply:
    """An owner who cannot have it, or whom nobody is called: nothing is lost. `choices` are (person id, label)."""
    ids = {"draft": draft_id, "student": student_id}
    pick = [button(label, "followups.go_on", {**ids, "owner": one}) for one, label in choices[:5]]
    pick.append(button("Choose an owner", "followups.finish", {**ids, "asks": "owner"}, style="primary"))
    made = (says(f"*Not kept yet.* {sentence}"), *typed(text), buttons(*apart(pick)), small(KEPT_A_DAY))
    return Reply("Who is to have this follow-up?", made, said="followups.draft", ids={"draft": draft_id})


def say_same(first: Reply) -> Reply:
    """The same words came again within ten minutes."""
    note = "You sent these very words a moment ago, so I kept them once. This is that follow-up."
    return Reply(first.text, (says(note), *first.blocks), said=first.said, ids=first.ids)


def say_captured(shown: ShownFollowup, person: str, link: str) -> Reply:
    """The message is a follow-up for this student already."""
    place = f" It stands <{link}|here>." if link else ""
    head = f"*This message is a follow-up for that student already*, so nothing was added.{place}"
    return Reply("This message is a follow-up already.", (says(head), *followup_blocks(shown, person=person)))


def say_taken_back(text: str) -> Reply:
    made = [says("*Taken back.* Whoever was told reads that there is nothing to do.")]
    if text:
        made += [says("Your words, if you need them again:"), *typed(text)]
    return Reply("Taken back.", tuple(made), replaces=True)


def say_nothing_to_do() -> Reply:
    """Where a follow-up stood that was taken back."""
    sentence = "This follow-up was taken back by whoever promised it. There is nothing to do."
    return Reply(sentence, (says(sentence),))


def say_list(
    title: str, listed: Sequence[ShownFollowup], person: str, today: date, *, more: Block | None, total: int
) -> Reply:
    made: list[Block] = [says(f"*{title}*  ·  {total}")]
    made += list_blocks(listed, person, today)
    if more is not None:
        made.append(buttons(more))
    return Reply("Follow-ups.", tuple(made))


def say_owner_left(gone: str, listed: Sequence[ShownFollowup], person: str, *, total: int) -> Reply:
    who = f"<@{gone}> has left" if gone else "Their owner has left"
    made: list[Block] = [says(f"*{who}*, and what they had to do asks for a new owner. Only the leads are told.")]
    for shown in listed:
        made += followup_blocks(shown, person=person, is_short=True)
    if total > len(listed):
        made.append(small(f"And {total - len(listed)} more: `/followup list` with the student's name shows them."))
    return Reply("Follow-ups ask for a new owner.", tuple(made))


def say_empty(sentence: str) -> Reply:
    add = buttons(button("New follow-up", "followups.add", {}))
    return Reply("No follow-ups.", (says(sentence), add))


def say_what_works() -> Reply:
    lines = (
        f"`{EXAMPLE}` promises it; without an owner it is yours, without a day it is due at the next huddle.",
        "`/followup` opens the form.",
        "`/followup list` shows yours; `list Maya T`, `list overdue` and `list @lopez` show others.",
    )
    return Reply("How follow-ups work.", (says("\n".join(f"•  {one}" for one in lines)),))


def in_place(reply: Reply, request: Request) -> Reply:
    """The same reply, where the button stood that was pressed; beside it, where that message says more than this."""
    return reply if AMONG.items() <= request.ids.items() else replace(reply, replaces=True)
