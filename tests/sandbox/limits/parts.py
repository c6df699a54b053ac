"""Small valid blocks and elements by hand, and the fault a broken one must bring."""

from typing import Any

Node = dict[str, Any]


def words(text: str = "Ada", kind: str = "plain_text") -> Node:
    return {"type": kind, "text": text}


def section(text: str = "Ada", **more: Any) -> Node:
    return {"type": "section", "text": words(text, "mrkdwn"), **more}


def button(name: str = "done", **more: Any) -> Node:
    return {"type": "button", "action_id": name, "text": words("Done"), **more}


def option(value: str, kind: str = "plain_text", **more: Any) -> Node:
    return {"text": words(value, kind), "value": value, **more}


def ask(element: Node, **more: Any) -> Node:
    return {"type": "input", "label": words("Student"), "element": element, **more}


def modal(*inside: Node, **more: Any) -> Node:
    return {"type": "modal", "title": words("Check-in"), "submit": words("Save"), "blocks": [*inside], **more}


def said(sentence: str, pointer: str) -> list[str]:
    return [f"[ERROR] {sentence} [json-pointer:{pointer}]"]


MENU = {"type": "static_select", "options": [option("7"), option("8")]}
NUMBER = {"type": "number_input", "is_decimal_allowed": True}
ROWS = [[words("Task", "raw_text")], [words("Fractions", "raw_text")]]
RICH_CELL = {"type": "rich_text", "elements": []}
DATA_TABLE = {"type": "data_table", "caption": "Tasks", "rows": ROWS}
CONTAINER = {"type": "container", "title": words(), "child_blocks": [section()]}
IMAGE = {"type": "image", "alt_text": "A chart", "image_url": "https://school.example/a.png"}
TASK = {"task_id": "1", "title": "Fractions", "status": "pending"}


def chart(*labels: str, **more: Any) -> Node:
    series = {"name": "Tasks", "data": [{"label": label, "value": 1} for label in labels]}
    lines = {"type": "line", "series": [series], "axis_config": {"categories": ["Mon", "Tue"]}}
    return {"type": "data_visualization", "title": "Week", "chart": {**lines, **more}}
