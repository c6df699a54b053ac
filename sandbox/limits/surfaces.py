"""The surfaces: a message, a modal, a Home tab; and the limits on each as a whole."""

from sandbox.limits.agreements import InputsNeedSubmit
from sandbox.limits.blocks import blocks
from sandbox.limits.objects import plain
from sandbox.limits.rules import Flag, Items, Kinds, Rule, Shape, Surface, Total, Words

MESSAGE_BLOCKS = Items(blocks(), fewest=0, most=50)
# Attachments carry many keys of older times, which Slack does not hold to a schema.
ATTACHMENTS = Items(Shape({"blocks": MESSAGE_BLOCKS}, open=True), fewest=0, most=100)
MESSAGE_TEXT = 40_000
VIEW_BYTES = 250_000

_VIEW: dict[str, Rule] = {
    "blocks": Items(blocks(), most=100),
    "private_metadata": Words(3000, shortest=0),
    "callback_id": Words(255, shortest=0),
    "external_id": Words(255, shortest=0),
    "title": plain(24),  # in a Home tab it is shown nowhere, but Slack's own examples send one
}
VIEW = Kinds(
    "view",
    {
        "modal": Shape(
            {**_VIEW, "submit": plain(24), "close": plain(24), "clear_on_close": Flag(), "notify_on_close": Flag()},
            required=("title", "blocks"),
            agreements=(InputsNeedSubmit(),),
        ),
        "home": Shape(_VIEW, required=("blocks",)),
    },
)

_FOCUS = Total(1, "only one element may have focus_on_load")
# The lowest length at which Slack was seen to answer msg_blocks_too_long, which it documents nowhere.
_TEXT = Total(13_171, "msg_blocks_too_long: the text of all blocks together must be less than 13172 characters")
TOTALS: dict[Surface, dict[str, Total]] = {
    "message": {
        "focus": _FOCUS,
        "text": _TEXT,
        "markdown": Total(12_000, "all markdown together must be less than 12001 characters"),
        "tables": Total(1, "only_one_table_allowed: a message holds one table"),
        "charts": Total(2, "a message holds two data_visualization blocks"),
        "plans": Total(1, "Cannot have more than 1 plan block"),
    },
    "modal": {"focus": _FOCUS},
    "home": {"focus": _FOCUS},
}
