"""Composition objects: text, options, confirmations, filters, files, workflows."""

from functools import cache

from sandbox.limits.agreements import AnyOf, NotBoth
from sandbox.limits.rules import Flag, Items, Kinds, Rule, Shape, Words, one_of

ACTION_ID = Words(255, unique_in="block")
BLOCK_ID = Words(255, unique_in="payload")
URL = Words(3000, form="uri")
COLOR_SCHEME = one_of("primary", "danger")


@cache
def text(longest: int = 3000, *kinds: str) -> Kinds:
    words = Words(longest, counts=("text",))
    of: dict[str, Shape | None] = {
        "plain_text": Shape({"text": words, "emoji": Flag()}, required=("text",)),
        "mrkdwn": Shape({"text": words, "verbatim": Flag()}, required=("text",)),
    }
    return Kinds("text object", of, frozenset(kinds))


def plain(longest: int = 3000) -> Kinds:
    return text(longest, "plain_text")


# Slack's prose says plain_text for a confirmation's text, its own example and SDKs send mrkdwn.
CONFIRM = Shape(
    {
        "title": plain(100),
        "text": text(300),
        "confirm": plain(30),
        "deny": plain(30),
        "style": COLOR_SCHEME,
    },
    required=("title", "text", "confirm", "deny"),
)


def option(words: Kinds, **more: Rule) -> Shape:
    fields: dict[str, Rule] = {"text": words, "value": Words(150), "description": words, **more}
    return Shape(fields, required=("text", "value"))


MENU_OPTION = option(plain(75))
LISTED_OPTION = option(text(75))  # checkboxes and radio buttons may format theirs
OVERFLOW_OPTION = option(plain(75), url=URL)
OPTION_GROUP = Shape({"label": plain(75), "options": Items(MENU_OPTION, most=100)}, required=("label", "options"))

DISPATCH_ACTION_CONFIG = Shape(
    {"trigger_actions_on": Items(one_of("on_enter_pressed", "on_character_entered"), most=2, distinct=True)},
    required=("trigger_actions_on",),
)

CONVERSATION_FILTER = Shape(
    {
        "include": Items(one_of("im", "mpim", "private", "public"), most=4, distinct=True),
        "exclude_external_shared_channels": Flag(),
        "exclude_bot_users": Flag(),
    },
    agreements=(AnyOf(("include", "exclude_external_shared_channels", "exclude_bot_users")),),
)

SLACK_FILE = Shape({"id": Words(form="file id"), "url": URL}, agreements=(AnyOf(("id", "url")), NotBoth(("id", "url"))))

IMAGE_SOURCE: dict[str, Rule] = {"image_url": URL, "slack_file": SLACK_FILE, "alt_text": Words(2000)}
IMAGE_AGREEMENTS = (AnyOf(("image_url", "slack_file")), NotBoth(("image_url", "slack_file")))

WORKFLOW = Shape(
    {
        "trigger": Shape(
            {
                "url": URL,
                "customizable_input_parameters": Items(
                    Shape({"name": Words(), "value": Words(shortest=0)}, required=("name", "value")), fewest=0
                ),
            },
            required=("url",),
        )
    },
    required=("trigger",),
)

_ICONS = """
    archive book bookmark bot bug calendar call caret-left caret-right check clipboard code comment compass
    copy cube download edit email eye-closed eye-open file flag folder gear globe heart help image info key
    lightbulb link map mobile new-window pin plus refine refresh rocket save screen share sparkle star
    star-filled tag thumbs-down thumbs-up trash upload user warning
"""
_ICON_NAME = Words(shortest=0, choices=frozenset(_ICONS.split()))
SLACK_ICON = Kinds("icon", {"icon": Shape({"name": _ICON_NAME}, required=("name",))})
