"""The inputs of a form: what stands in them before anybody types, and what Slack itself refuses."""

import re
from collections.abc import Iterator

from sandbox.wire import Json

# Which key of the state holds an input's value, and which key of the element holds its first one.
VALUE_KEYS = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", ""),
}
LISTS = ("selected_options", "selected_users", "selected_conversations", "selected_channels", "files")

REQUIRED = "Please complete this required field."
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def inputs_of(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Each block with each of its elements that can hold a value."""
    for block in blocks:
        held = [block.get("element"), block.get("accessory"), *(block.get("elements") or [])]
        for element in held:
            if isinstance(element, dict) and element.get("type") in VALUE_KEYS and "action_id" in element:
                yield block, element


def state_of(blocks: list[Json], given: Json) -> Json:
    """The values as Slack sends them: what was given, and else what stood there first."""
    values: Json = {}
    for block, element in inputs_of(blocks):
        block_id, action_id = block["block_id"], element["action_id"]
        held = given.get(block_id, {}).get(action_id) or first_value(element)
        values.setdefault(block_id, {})[action_id] = held
    return {"values": values}


def first_value(element: Json) -> Json:
    key, initial = VALUE_KEYS[element["type"]]
    value = element.get(initial)
    return {"type": element["type"], key: [] if value is None and key in LISTS else value}


def refusals(blocks: list[Json], values: Json) -> dict[str, str]:
    """What Slack's own client says under an input, without asking the app."""
    found: dict[str, str] = {}
    for block, element in inputs_of(blocks):
        if block["type"] == "input":
            held = values[block["block_id"]][element["action_id"]]
            said = _refusal(block, element, held.get(VALUE_KEYS[element["type"]][0]))
            if said:
                found[block["block_id"]] = said
    return found


def _refusal(block: Json, element: Json, value: object) -> str:
    if value in (None, "", []):
        return "" if block.get("optional") else REQUIRED
    if not isinstance(value, str):
        return ""
    return _wrong_text(element, value)


def _wrong_text(element: Json, value: str) -> str:
    kind = element["type"]
    if kind == "plain_text_input" and len(value) > (most := element.get("max_length") or 3000):
        return f"Please enter no more than {most} characters."
    if kind == "plain_text_input" and len(value) < (least := element.get("min_length") or 0):
        return f"Please enter at least {least} characters."
    if kind == "email_text_input" and not _EMAIL.fullmatch(value):
        return "Please enter a valid email address."
    if kind == "url_text_input" and not re.fullmatch(r"https?://\S+", value):
        return "Please enter a valid URL."
    return _wrong_number(element, value) if kind == "number_input" else ""


def _wrong_number(element: Json, value: str) -> str:
    pattern = r"-?\d+(\.\d+)?" if element.get("is_decimal_allowed") else r"-?\d+"
    if not re.fullmatch(pattern, value):
        return "Please enter a number."
    least, most = element.get("min_value"), element.get("max_value")
    if least is not None and float(value) < float(least):
        return f"Please enter a number of at least {least}."
    if most is not None and float(value) > float(most):
        return f"Please enter a number of at most {most}."
    return ""
