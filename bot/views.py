"""Turns our Forms, Homes and Replies into Slack's views and messages. Pure."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from handlers import blocks
from handlers.conversation import Block, Choices, Form, Home, Reply

NOTICE = "notice"  # a view that only tells


def modal(form: Form) -> dict[str, Any]:
    view = _modal(form.name, form.title, list(form.blocks), form.close)
    view["private_metadata"] = blocks.pack(form.ids)
    if form.submit:
        view["submit"] = {"type": "plain_text", "text": form.submit[:24]}
    return view


def notice(reply: Reply) -> dict[str, Any]:
    """A reply where no message can carry it: inside a form, or on Home."""
    return _modal(NOTICE, "Roundtable", list(reply.blocks or (blocks.says(reply.text),)), "Close")


def home(made: Home) -> dict[str, Any]:
    return {"type": "home", "blocks": list(_named(made.blocks))}


def _named(made: Sequence[Block]) -> Iterator[Block]:
    """Blocks with buttons are named after them: a press on a Home that is just being drawn anew finds its button."""
    seen: Counter[str] = Counter()
    for block in made:
        held = [one for one in (block.get("accessory"), *block.get("elements", ())) if isinstance(one, dict)]
        does = [(one["action_id"], one.get("value", "")) for one in held if "action_id" in one]
        if not does:
            yield block
            continue
        name = hashlib.sha256(repr(does).encode()).hexdigest()[:16]
        seen[name] += 1
        yield {**block, "block_id": f"{name}-{seen[name]}"}


def message(reply: Reply) -> dict[str, Any]:
    """`text` is the notification and what a screen reader says first; the words themselves stand in the blocks."""
    return {"text": reply.text, "blocks": list(reply.blocks or (blocks.says(reply.text),))}


def options(choices: Choices) -> dict[str, Any]:
    return {"options": [blocks.option(value, label) for value, label in choices.options[:100]]}


def _modal(name: str, title: str, made: list[dict[str, Any]], close: str) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": name,
        "title": {"type": "plain_text", "text": title[:24]},
        "close": {"type": "plain_text", "text": close[:24]},
        "blocks": made,
    }
