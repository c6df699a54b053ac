"""The few blocks and forms the tests of the workspace need."""

from sandbox.wire import Json


def button(label: str, value: str = "") -> Json:
    action = {"type": "button", "text": {"type": "plain_text", "text": label}, "action_id": label.lower()}
    return {"type": "actions", "block_id": "row", "elements": [action | ({"value": value} if value else {})]}


def section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def modal(*blocks: Json, **more: object) -> Json:
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Bells"},
        "submit": {"type": "plain_text", "text": "Ring"},
        "blocks": list(blocks),
        **more,
    }


def home(*blocks: Json) -> Json:
    return {"type": "home", "blocks": list(blocks)}


def field(kind: str, label: str, **more: object) -> Json:
    """An input whose block_id is its label."""
    element = {"type": kind, "action_id": f"{label}_chosen", **more}
    return {"type": "input", "block_id": label, "label": {"type": "plain_text", "text": label}, "element": element}
