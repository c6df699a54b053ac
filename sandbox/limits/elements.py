"""Block elements: buttons, menus, pickers, inputs; and which of them go into which block."""

from sandbox.limits.agreements import AmongOptions, AnyOf, InOrder, NotBoth
from sandbox.limits.objects import (
    ACTION_ID,
    COLOR_SCHEME,
    CONFIRM,
    CONVERSATION_FILTER,
    DISPATCH_ACTION_CONFIG,
    IMAGE_AGREEMENTS,
    IMAGE_SOURCE,
    LISTED_OPTION,
    MENU_OPTION,
    OPTION_GROUP,
    OVERFLOW_OPTION,
    URL,
    WORKFLOW,
    plain,
)
from sandbox.limits.rich_text import ONE_RICH_TEXT
from sandbox.limits.rules import (
    EVERYWHERE,
    MESSAGES,
    MODALS,
    Agreement,
    Flag,
    Items,
    Kinds,
    Number,
    Rule,
    Shape,
    Words,
    one_of,
)

_FOCUS: dict[str, Rule] = {"action_id": ACTION_ID, "focus_on_load": Flag(counts=("focus",))}
_PICKER: dict[str, Rule] = {**_FOCUS, "confirm": CONFIRM}
_MENU: dict[str, Rule] = {**_PICKER, "placeholder": plain(150)}
_INPUT: dict[str, Rule] = {**_FOCUS, "placeholder": plain(150), "dispatch_action_config": DISPATCH_ACTION_CONFIG}
_LABEL = Words(75)
_USERS = Items(Words(form="user id"))
_RESPONSE_URL = Flag(only_in=("modal", "input"))
_OPTIONS: dict[str, Rule] = {
    "options": Items(MENU_OPTION, most=100),
    "option_groups": Items(OPTION_GROUP, most=100),
}
_ONE_SOURCE = (AnyOf(("options", "option_groups")), NotBoth(("options", "option_groups")))


def _menu(source: dict[str, Rule], initial: str, chosen: Rule, *agreements: Agreement) -> Shape:
    return Shape({**_MENU, **source, initial: chosen}, agreements=agreements)


def _multi(source: dict[str, Rule], initial: str, chosen: Items, *agreements: Agreement) -> Shape:
    return _menu({**source, "max_selected_items": Number(1)}, initial, chosen, *agreements)


def _choices(initial: str, chosen: Rule) -> Shape:
    fields = {**_PICKER, "options": Items(LISTED_OPTION, most=10), initial: chosen}
    return Shape(fields, required=("options",), agreements=(AmongOptions(initial),))


_SEARCH: dict[str, Rule] = {"min_query_length": Number(0)}
_CONVERSATION = Words(form="conversation id")
_FILTER: dict[str, Rule] = {"filter": CONVERSATION_FILTER, "default_to_current_conversation": Flag()}

_MENUS: dict[str, Shape | None] = {
    "static_select": _menu(_OPTIONS, "initial_option", MENU_OPTION, *_ONE_SOURCE, AmongOptions("initial_option")),
    "external_select": _menu(_SEARCH, "initial_option", MENU_OPTION),
    "users_select": _menu({}, "initial_user", Words(form="user id")),
    "conversations_select": _menu(
        {**_FILTER, "response_url_enabled": _RESPONSE_URL}, "initial_conversation", _CONVERSATION
    ),
    "channels_select": _menu({"response_url_enabled": _RESPONSE_URL}, "initial_channel", Words(form="channel id")),
}
_MULTI_MENUS: dict[str, Shape | None] = {
    "multi_static_select": _multi(
        _OPTIONS,
        "initial_options",
        Items(MENU_OPTION, fewest=0),
        *_ONE_SOURCE,
        AmongOptions("initial_options"),
    ),
    "multi_external_select": _multi(_SEARCH, "initial_options", Items(MENU_OPTION)),
    "multi_users_select": _multi({}, "initial_users", Items(Words(form="user id"))),
    "multi_conversations_select": _multi(_FILTER, "initial_conversations", Items(_CONVERSATION)),
    "multi_channels_select": _multi({}, "initial_channels", Items(Words(form="channel id"))),
}

_FEEDBACK = Shape({"text": plain(75), "value": Words(2000), "accessibility_label": _LABEL}, required=("text", "value"))
_NUMBER = Words(form="number")

# Where an element's own page allows fewer surfaces than its block's page, the element's page is followed.
ELEMENTS: dict[str, Shape | None] = {
    "button": Shape(
        {
            "action_id": ACTION_ID,
            "text": plain(75),
            "value": Words(2000),
            "url": URL,
            "style": COLOR_SCHEME,
            "confirm": CONFIRM,
            "accessibility_label": _LABEL,
            "agent_prompt": Words(4000),
            "agent_prompt_display": Words(),
            "visible_to_user_ids": _USERS,
        },
        required=("text",),
    ),
    "icon_button": Shape(
        {
            "action_id": ACTION_ID,
            "icon": one_of("trash"),
            "text": plain(75),
            "value": Words(2000),
            "confirm": CONFIRM,
            "accessibility_label": _LABEL,
            "visible_to_user_ids": Items(Words(form="user id"), most=10),
        },
        required=("icon", "text"),
        surfaces=MESSAGES,
    ),
    "feedback_buttons": Shape(
        {"action_id": ACTION_ID, "positive_button": _FEEDBACK, "negative_button": _FEEDBACK},
        required=("positive_button", "negative_button"),
        surfaces=MESSAGES,
    ),
    "workflow_button": Shape(
        {
            "action_id": ACTION_ID,
            "text": plain(75),
            "workflow": WORKFLOW,
            "style": COLOR_SCHEME,
            "confirm": CONFIRM,
            "accessibility_label": _LABEL,
        },
        required=("text", "workflow"),
        surfaces=MESSAGES,
    ),
    "overflow": Shape(
        {"action_id": ACTION_ID, "options": Items(OVERFLOW_OPTION, most=5), "confirm": CONFIRM},
        required=("options",),
    ),
    "image": Shape(IMAGE_SOURCE, required=("alt_text",), agreements=IMAGE_AGREEMENTS),
    "checkboxes": _choices("initial_options", Items(LISTED_OPTION, fewest=0)),
    "radio_buttons": _choices("initial_option", LISTED_OPTION),
    "datepicker": Shape({**_MENU, "initial_date": Words(form="date")}),
    "timepicker": Shape({**_MENU, "initial_time": Words(form="time"), "timezone": Words(form="timezone")}),
    "datetimepicker": Shape({**_PICKER, "initial_date_time": Number(0, 9_999_999_999)}, surfaces=MESSAGES | MODALS),
    **_MENUS,
    **_MULTI_MENUS,
    "plain_text_input": Shape(
        {
            **_INPUT,
            "initial_value": Words(3000, shortest=0),
            "multiline": Flag(),
            "min_length": Number(0, 3000),
            "max_length": Number(1, 3000),
        },
        agreements=(InOrder("min_length", "max_length"),),
    ),
    "rich_text_input": Shape(
        {**_INPUT, "initial_value": ONE_RICH_TEXT, "min_lines": Number(1, 100), "max_lines": Number(1, 100)},
        required=("action_id",),
        agreements=(InOrder("min_lines", "max_lines"),),
        surfaces=EVERYWHERE - MESSAGES,
    ),
    "email_text_input": Shape({**_INPUT, "initial_value": Words(shortest=0)}, surfaces=MODALS),
    "url_text_input": Shape({**_INPUT, "initial_value": Words(shortest=0)}, surfaces=MODALS),
    "number_input": Shape(
        {
            **_INPUT,
            "is_decimal_allowed": Flag(),
            "initial_value": _NUMBER,
            "min_value": _NUMBER,
            "max_value": _NUMBER,
        },
        required=("is_decimal_allowed",),
        agreements=(InOrder("min_value", "max_value"),),
        surfaces=MODALS,
    ),
    "file_input": Shape(
        {"action_id": ACTION_ID, "filetypes": Items(Words()), "max_files": Number(1, 10)}, surfaces=MODALS
    ),
    "url": Shape({"url": URL, "text": Words()}, required=("url", "text")),
}


def elements(*names: str) -> Kinds:
    return Kinds("element", ELEMENTS, frozenset(names))


_PICKERS = ("checkboxes", "radio_buttons", "datepicker", "timepicker")
_INPUTS = ("plain_text_input", "email_text_input", "url_text_input", "number_input", "file_input")

IN_SECTION = elements("button", "overflow", "workflow_button", "image", *_PICKERS, *_MENUS, *_MULTI_MENUS)
# Pages disagree on multi-selects in actions; Slack has refused them (java-slack-sdk#680, python-slack-sdk#1631).
IN_ACTIONS = elements("button", "overflow", "workflow_button", "datetimepicker", "rich_text_input", *_PICKERS, *_MENUS)
IN_INPUT = elements("datetimepicker", "rich_text_input", *_INPUTS, *_PICKERS, *_MENUS, *_MULTI_MENUS)
