"""Our few shapes of Block Kit, with everything a person typed shown as text and never fired."""

import json
from collections.abc import Iterable, Mapping, Sequence

from handlers.conversation import Block, Ids

MOST_IN_SECTION = 3000
QUOTED = "quoted"
_PACKING = json.JSONEncoder(separators=(",", ":"), sort_keys=True)


def escape(text: str) -> str:
    """A person's words for a place where Slack reads markup: links, mentions and `<!channel>` stay plain text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def says(markup: str) -> Block:
    """A paragraph in our own words. What people typed goes in through `escape`, or better as `typed`."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": markup}}


def typed(text: str) -> list[Block]:
    """A person's words, exactly: no mention in them fires and no star makes them bold."""
    pieces = [text[at : at + MOST_IN_SECTION] for at in range(0, len(text), MOST_IN_SECTION)]
    return [
        {"type": "section", "text": {"type": "plain_text", "text": piece, "emoji": True}}
        for piece in pieces
        if piece.strip()
    ]


def quoted(text: str) -> Block:
    """Words, exactly, that come back with whichever button of the message is pressed: they stand nowhere else."""
    return {"type": "section", "block_id": QUOTED, "text": {"type": "plain_text", "text": text, "emoji": False}}


def find_quoted(made: Iterable[Block]) -> str:
    """The words of `quoted` among the blocks of a message; empty where there are none."""
    found = (block.get("text") for block in made if block.get("block_id") == QUOTED)
    return next((str(text.get("text", "")) for text in found if isinstance(text, Mapping)), "")


def struck(text: str) -> Block:
    """A person's words, struck through."""
    element = {"type": "text", "text": text or " ", "style": {"strike": True}}
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [element]}]}


def points(*lines: Sequence[Block]) -> Block:
    """A list with a dot before each line, of pieces made by `words` and `whom`: what people typed stays as typed."""
    items = [{"type": "rich_text_section", "elements": list(pieces)} for pieces in lines]
    return {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet", "elements": items}]}


def words(text: str, **style: bool) -> Block:
    """A piece of a line; `bold=True`, `italic=True`."""
    return {"type": "text", "text": text or " ", **({"style": style} if style else {})}


def whom(person_id: str) -> Block:
    """Somebody of the workspace, named as Slack names them; tells them nothing in a private answer."""
    return {"type": "user", "user_id": person_id}


def small(*markups: str) -> Block:
    """Small print."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": markup} for markup in markups if markup]}


def heading(text: str) -> Block:
    return {"type": "header", "text": {"type": "plain_text", "text": text[:150], "emoji": True}}


def line() -> Block:
    return {"type": "divider"}


def button(label: str, verb: str, ids: Ids, *, style: str = "", asks: tuple[str, str] | None = None) -> Block:
    """A button that does `verb` to `ids`. `asks` is a (title, question) put before it is done."""
    made: Block = {
        "type": "button",
        "text": {"type": "plain_text", "text": label[:75], "emoji": True},
        "action_id": verb,
        "value": pack(ids),
    }
    if style:
        made["style"] = style
    if asks:
        title, question = asks
        made["confirm"] = {
            "title": {"type": "plain_text", "text": title[:100]},
            "text": {"type": "plain_text", "text": question[:300]},
            "confirm": {"type": "plain_text", "text": label[:30]},
            "deny": {"type": "plain_text", "text": "Leave it"},
        }
    return made


def buttons(*made: Block) -> Block:
    return {"type": "actions", "elements": list(made)}


def apart(made: Iterable[Block]) -> list[Block]:
    """Buttons of one verb side by side: Slack wants an action id once a block. The `#…` is not read."""
    return [{**one, "action_id": f"{one['action_id']}#{number}"} for number, one in enumerate(made)]


def beside(markup: str, made: Block) -> Block:
    """A paragraph with a button at its side."""
    return {**says(markup), "accessory": made}


def field(
    name: str,
    label: str,
    *,
    start: str = "",
    lines: bool = False,
    optional: bool = False,
    most: int = 3000,
    hint: str = "",
    example: str = "",
) -> Block:
    """A box to write in."""
    element: Block = {"type": "plain_text_input", "action_id": name, "multiline": lines, "max_length": most}
    if start:
        element["initial_value"] = start[:most]
    if example:
        element["placeholder"] = {"type": "plain_text", "text": example[:150]}
    return _input(name, label, element, optional=optional, hint=hint)


def choice(
    name: str,
    label: str,
    options: Sequence[tuple[str, str]],
    *,
    start: str = "",
    optional: bool = False,
    hint: str = "",
) -> Block:
    """A menu of (value, label) pairs."""
    element: Block = {"type": "static_select", "action_id": name, "options": [option(*pair) for pair in options]}
    chosen = [option(*pair) for pair in options if pair[0] == start]
    if chosen:
        element["initial_option"] = chosen[0]
    return _input(name, label, element, optional=optional, hint=hint)


def search(
    name: str, label: str, *, start: Sequence[tuple[str, str]] = (), several: bool = False, optional: bool = False
) -> Block:
    """A menu that looks things up while the person types; its verb in handlers/table.py carries the same name."""
    kind = "multi_external_select" if several else "external_select"
    element: Block = {"type": kind, "action_id": name, "min_query_length": 0}
    if start and several:
        element["initial_options"] = [option(*pair) for pair in start]
    elif start:
        element["initial_option"] = option(*start[0])
    return _input(name, label, element, optional=optional)


def tick(
    name: str, label: str, options: Sequence[tuple[str, str]], *, start: Iterable[str] = (), hint: str = ""
) -> Block:
    """Boxes to tick, always optional."""
    made = [option(*pair) for pair in options]
    element: Block = {"type": "checkboxes", "action_id": name, "options": made}
    chosen = [one for one in made if one["value"] in set(start)]
    if chosen:
        element["initial_options"] = chosen
    return _input(name, label, element, optional=True, hint=hint)


def person(name: str, label: str, *, start: str = "", optional: bool = False, hint: str = "") -> Block:
    element: Block = {"type": "users_select", "action_id": name}
    if start:
        element["initial_user"] = start
    return _input(name, label, element, optional=optional, hint=hint)


def people(name: str, label: str, *, start: Sequence[str] = (), optional: bool = False, hint: str = "") -> Block:
    element: Block = {"type": "multi_users_select", "action_id": name}
    if start:
        element["initial_users"] = list(start)
    return _input(name, label, element, optional=optional, hint=hint)


def day(name: str, label: str, *, start: str = "", optional: bool = False, hint: str = "") -> Block:
    element: Block = {"type": "datepicker", "action_id": name}
    if start:
        element["initial_date"] = start
    return _input(name, label, element, optional=optional, hint=hint)


def clock_time(name: str, label: str, *, start: str = "", optional: bool = False) -> Block:
    element: Block = {"type": "timepicker", "action_id": name}
    if start:
        element["initial_time"] = start
    return _input(name, label, element, optional=optional)


def option(value: str, label: str) -> Block:
    return {"text": {"type": "plain_text", "text": label[:75] or " ", "emoji": True}, "value": value[:150]}


def pack(ids: Ids) -> str:
    """Ids as a button or a form carries them."""
    return _PACKING.encode(dict(ids))


def unpack(value: str | None) -> dict[str, int | str]:
    """The ids a button or a form brought back; none where the value is not ours."""
    try:
        found = json.loads(value or "{}")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(name): one for name, one in found.items() if isinstance(one, int | str)}


def _input(name: str, label: str, element: Block, *, optional: bool, hint: str = "") -> Block:
    made: Block = {
        "type": "input",
        "block_id": name,
        "label": {"type": "plain_text", "text": label, "emoji": True},
        "element": element,
        "optional": optional,
    }
    if hint:
        made["hint"] = {"type": "plain_text", "text": hint[:2000]}
    return made
