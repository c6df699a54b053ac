"""What there is: every command, button, form, menu, shortcut, event and speech, in one readable table."""

from handlers.conversation import Verb, reads, writes

# What somebody types. The word after the command picks the verb; "" is no word at all, ANYTHING any other words.
ANYTHING = "*"
COMMANDS: dict[str, dict[str, Verb]] = {}

# Message and global shortcuts, by callback id.
SHORTCUTS: dict[str, Verb] = {}

# Buttons, by what they do.
BUTTONS: dict[str, Verb] = {}

# Forms, by the verb that reads them once they are sent.
FORMS: dict[str, Verb] = {}

# Menus that search while the person types.
SEARCHES: dict[str, Verb] = {}

# What happened in the workspace, and what the sender met on its way.
EVENTS: dict[str, Verb] = {}

# What the bot says from its outbox, or again to a second delivery: made from the record when it is said.
SPEECHES: dict[str, Verb] = {}


def find_command(command: str, words: str) -> Verb:
    """The verb for what was typed; every registered command has one for ANYTHING."""
    verbs = COMMANDS[command]
    first = words.split(maxsplit=1)[0].casefold() if words.strip() else ""
    return verbs.get(first, verbs[ANYTHING])


__all__ = [
    "BUTTONS",
    "COMMANDS",
    "EVENTS",
    "FORMS",
    "SEARCHES",
    "SHORTCUTS",
    "SPEECHES",
    "find_command",
    "reads",
    "writes",
]
