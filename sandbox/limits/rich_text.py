"""Rich text: the four kinds of paragraph and the pieces they are made of."""

from sandbox.limits.objects import BLOCK_ID
from sandbox.limits.rules import Flag, Items, Kinds, Number, Rule, Shape, Words, one_of

STYLE = Shape(
    dict.fromkeys(("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"), Flag())
)


def _piece(required: dict[str, Rule], **more: Rule) -> Shape:
    return Shape({**required, **more, "style": STYLE}, required=tuple(required))


# Slack's page on rich text sections names these; what they hold is told nowhere we know.
_UNTOLD = """
    attachment_mention canvas canvas_user_mention canvas_message_unfurl citation file list_record
    message_mention salesforce_data_field tag work_object_mention workflow_mention
"""
_TEXT = Words(counts=("text",))

PIECES: dict[str, Shape | None] = {
    "text": _piece({"text": _TEXT}),
    "link": _piece({"url": Words(form="uri")}, text=_TEXT, unsafe=Flag()),
    "user": _piece({"user_id": Words(form="user id")}),
    "usergroup": _piece({"usergroup_id": Words(form="usergroup id")}),
    "team": _piece({"team_id": Words(form="team id")}),
    "channel": _piece({"channel_id": Words(form="conversation id")}),
    "broadcast": _piece({"range": one_of("here", "channel", "everyone")}),
    "color": _piece({"value": Words(form="color")}),
    "emoji": _piece({"name": Words()}, skin_tone=Number(1, 6), unicode=Words(), url=Words(form="uri")),
    "date": _piece(
        {"timestamp": Number(0), "format": Words()},
        url=Words(form="uri"),
        fallback=Words(),
        timezone=Words(form="timezone"),
    ),
    **dict.fromkeys(_UNTOLD.split()),
}

_BORDER = Number(0, 1)
_ANY_PIECES = Items(Kinds("rich text piece", PIECES), fewest=0)

PARAGRAPHS: dict[str, Shape | None] = {}
PARAGRAPHS |= {
    "rich_text_section": Shape({"elements": _ANY_PIECES}, required=("elements",)),
    "rich_text_quote": Shape({"elements": _ANY_PIECES, "border": _BORDER}, required=("elements",)),
    "rich_text_preformatted": Shape(
        {
            "elements": Items(Kinds("rich text piece", PIECES, frozenset({"text", "link"})), fewest=0),
            "border": _BORDER,
            "language": Words(),
        },
        required=("elements",),
    ),
    "rich_text_list": Shape(
        {
            "elements": Items(Kinds("rich text paragraph", PARAGRAPHS, frozenset({"rich_text_section"})), fewest=0),
            "style": one_of("bullet", "ordered"),
            "indent": Number(0, 8),
            "offset": Number(0),
            "border": _BORDER,
        },
        required=("elements", "style"),
    ),
}

RICH_TEXT = Shape(
    {"elements": Items(Kinds("rich text paragraph", PARAGRAPHS), fewest=0), "block_id": BLOCK_ID},
    required=("elements",),
)
# All blocks, in the end: `blocks` adds the others. Begun here because inputs and cards hold rich text.
BLOCKS: dict[str, Shape | None] = {"rich_text": RICH_TEXT}
ONE_RICH_TEXT = Kinds("block", BLOCKS, frozenset({"rich_text"}))
