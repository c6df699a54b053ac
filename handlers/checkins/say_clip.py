"""How the bot offers a clip back as a check-in. Pure."""

from collections.abc import Sequence

from handlers.blocks import button, buttons, escape, quoted, says, small
from handlers.conversation import Block, Ids, Reply

MOST_CHARACTERS = 3000  # as many as the form takes
NO_WORDS = "Slack wrote no words down for your clip{about}. Type them yourself, if it is to be kept."
LOOK_OVER = "This is what Slack heard in your clip. Look it over: nothing is kept before you press *Keep it*."
HINT = "Nothing is kept yet. Slack wrote this down by itself and may have misheard a word or a name."
CUT = "These are its first 3,000 characters."


def say_clip(transcript: str, name: str, ids: Ids, warning: Sequence[Block] = ()) -> Reply:
    """`name`: the focus student where it was said in a huddle's thread. `warning` comes first."""
    about = f" in the huddle about *{escape(name)}*" if name else ""
    if not transcript:
        write = button("Write a check-in", "checkins.from_clip", ids)
        return Reply("About your clip.", (says(NO_WORDS.format(about=about)), buttons(write)))
    save = button("Save as check-in", "checkins.from_clip", ids, style="primary")
    is_cut = len(transcript) > MOST_CHARACTERS
    made = (says(f"Your clip{about}, as Slack wrote it down:"), quoted(transcript[:MOST_CHARACTERS]), buttons(save))
    return Reply("Your clip as a check-in?", (*warning, *made, small(HINT, CUT if is_cut else "")))
