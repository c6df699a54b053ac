"""What a word of the trade means, from the glossary."""

from handlers.blocks import escape, says, small
from handlers.conversation import Block, Reply
from handlers.questions.asking import Asking
from handlers.questions.replies import fit
from handlers.rules.glossary import Term, list_meanings

UNKNOWN = "I do not have that word in my glossary yet."


def answer_meaning(asking: Asking) -> Reply:
    meanings = list_meanings(asking.carried.term)
    if not meanings:
        return Reply(UNKNOWN)
    opening = [small(f"{len(meanings)} meanings; the words around it tell which:")] if len(meanings) > 1 else []
    return Reply("Here is what that means.", fit([*opening, *(_say(one) for one in meanings)]))


def _say(one: Term) -> Block:
    stands_for = f" ({escape(one.expansion)})" if one.expansion else ""
    return says(f"*{escape(one.term)}*{stands_for}: {escape(one.definition)}")
