"""Finding the button, input or choice that a person means by its words."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from sandbox.inputs import LISTS, VALUE_KEYS
from sandbox.wire import Json

_PEOPLE = ("selected_user", "selected_users")
_CHANNELS = ("selected_channel", "selected_channels", "selected_conversation", "selected_conversations")


class NotThere(AssertionError):
    """The person looked for something that is not on their screen."""


def plain(text: Any) -> str:
    """The words of a text object, or of words."""
    return str(text.get("text", "")) if isinstance(text, dict) else str(text or "")


def elements_of(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    for block in blocks:
        for element in (block.get("element"), block.get("accessory"), *(block.get("elements") or [])):
            if isinstance(element, dict) and "action_id" in element:
                yield block, element


def find_press(blocks: list[Json], named: str) -> Json:
    """The action of pressing a button, or of choosing from a menu, by its words or its action_id."""
    for block, element in elements_of(blocks):
        place = {"block_id": block["block_id"], "action_id": element["action_id"], "type": element["type"]}
        if element["type"] == "button" and named in (element["action_id"], plain(element.get("text"))):
            return place | ({"value": element["value"]} if "value" in element else {})
        chosen = _option(element, named)
        if chosen is not None:
            many = VALUE_KEYS.get(element["type"], ("selected_option",))[0] in LISTS
            return place | ({"selected_options": [chosen]} if many else {"selected_option": chosen})
    raise NotThere(f"No button {named!r}; there are {_all_buttons(blocks)}.")


def _all_buttons(blocks: list[Json]) -> list[str]:
    return [plain(each.get("text")) or str(each["action_id"]) for _, each in elements_of(blocks)]


def find_input(blocks: list[Json], named: str) -> tuple[Json, Json]:
    """An input by its label, its placeholder, its block_id or its action_id."""
    for block, element in elements_of(blocks):
        names = (plain(block.get("label")), plain(block.get("text")), plain(element.get("placeholder")))
        if named in (*names, block["block_id"], element["action_id"]) and element["type"] in VALUE_KEYS:
            return block, element
    labels = [plain(each.get("label")) for each, _ in elements_of(blocks) if each["type"] == "input"]
    raise NotThere(f"No input {named!r}; there are {labels}.")


def options_of(element: Json) -> list[Json]:
    groups = element.get("option_groups") or []
    return [*(element.get("options") or []), *(each for group in groups for each in group["options"])]


def _option(element: Json, named: str) -> Json | None:
    return next((each for each in options_of(element) if named in (plain(each["text"]), each["value"])), None)


def choose(options: list[Json], named: Any) -> Json:
    """The option of these words or value; the first that begins so, if none is exactly so."""
    if isinstance(named, dict):
        return named
    exactly = [each for each in options if str(named) in (plain(each["text"]), each["value"])]
    begins = [each for each in options if plain(each["text"]).lower().startswith(str(named).lower())]
    if not exactly and not begins:
        raise NotThere(f"No choice {named!r}; there are {[plain(each['text']) for each in options]}.")
    return (exactly or begins)[0]


def id_of(named: Any) -> str:
    """A person, channel or message by itself or by its id."""
    return str(getattr(named, "id", named))


def value_of(element: Json, given: Any, options: list[Json]) -> Json:
    """What stands in the input after the person typed or chose."""
    key = VALUE_KEYS[element["type"]][0]
    if given is None:
        value: Any = [] if key in LISTS else None
    elif key == "selected_option":
        value = choose(options, given)
    elif key == "selected_options":
        value = [choose(options, each) for each in _several(given, options)]
    elif key in (*_PEOPLE, *_CHANNELS):
        value = [id_of(each) for each in given] if key in LISTS else id_of(given)
    elif isinstance(given, (date, time)):
        value = given.isoformat()[:10] if isinstance(given, date) else given.isoformat("minutes")
    else:
        value = given
    return {"type": element["type"], key: value}


def _several(given: Any, options: list[Json]) -> list[Any]:
    """True stands for a lone box ticked, False for none."""
    if isinstance(given, bool):
        return list(options) if given else []
    return list(given) if isinstance(given, (list, tuple)) else [given]
