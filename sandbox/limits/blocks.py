"""The blocks: what each holds, and on which surface it may stand."""

from sandbox.limits.agreements import AnyOf, Distinct, Needs, NeverBoth, NoFileDispatch, NotBoth
from sandbox.limits.charts import DATA_TABLE, DATA_VISUALIZATION, TABLE
from sandbox.limits.elements import ELEMENTS, IN_ACTIONS, IN_INPUT, IN_SECTION, elements
from sandbox.limits.objects import (
    BLOCK_ID,
    IMAGE_AGREEMENTS,
    IMAGE_SOURCE,
    SLACK_ICON,
    URL,
    plain,
    text,
)
from sandbox.limits.rich_text import BLOCKS, ONE_RICH_TEXT
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
    Surfaces,
    Words,
    one_of,
)


def _block(
    required: dict[str, Rule],
    *agreements: Agreement,
    on: Surfaces | None = EVERYWHERE,
    counts: tuple[str, ...] = (),
    **more: Rule,
) -> Shape:
    fields = {"block_id": BLOCK_ID, **required, **more}
    return Shape(fields, tuple(required), agreements, on, counts)


def blocks(*names: str) -> Kinds:
    return Kinds("block", BLOCKS, frozenset(names))


_IMAGE = elements("image")
_CONTEXT = Kinds("element", {**ELEMENTS, **text().of}, frozenset({"image", "plain_text", "mrkdwn"}))
_HTTPS = Words(3000, form="https uri")

_STATUSES = ("in_progress", "complete", "error")
_TASK: dict[str, Rule] = {
    "block_id": BLOCK_ID,
    "task_id": Words(),
    "title": Words(),
    "status": one_of(*_STATUSES),
    "details": ONE_RICH_TEXT,
    "output": ONE_RICH_TEXT,
    "sources": Items(elements("url"), fewest=0),
    "icon": SLACK_ICON,
}
_TASK_REQUIRED = ("task_id", "title", "status")
# Inside a plan a task may leave its type out, and only there may it be pending.
_PLANNED_TASK = Shape({**_TASK, "type": one_of("task_card"), "status": one_of(*_STATUSES, "pending")}, _TASK_REQUIRED)

BLOCKS |= {
    "section": _block(
        {},
        AnyOf(("text", "fields")),
        text=text(3000),
        fields=Items(text(2000), most=10),
        accessory=IN_SECTION,
        expand=Flag(),
    ),
    "divider": _block({}),
    "header": _block({"text": plain(150)}, level=Number(1, 4)),
    "image": _block(
        {"alt_text": IMAGE_SOURCE["alt_text"]},
        *IMAGE_AGREEMENTS,
        image_url=IMAGE_SOURCE["image_url"],
        slack_file=IMAGE_SOURCE["slack_file"],
        title=plain(2000),
    ),
    "actions": _block({"elements": Items(IN_ACTIONS, most=25)}),
    "context": _block({"elements": Items(_CONTEXT, most=10)}),
    "context_actions": _block({"elements": Items(elements("feedback_buttons", "icon_button"), most=5)}, on=MESSAGES),
    "input": _block(
        {"label": plain(2000), "element": IN_INPUT},
        NoFileDispatch(),
        hint=plain(2000),
        optional=Flag(),
        dispatch_action=Flag(),
    ),
    "file": _block({"external_id": Words(), "source": one_of("remote")}, on=MESSAGES),
    "call": _block({"call_id": Words()}, on=MESSAGES, api_decoration_available=Flag(), call=Shape({}, open=True)),
    "markdown": _block({"text": Words(12_000, counts=("text", "markdown"))}, on=MESSAGES),
    "table": TABLE,
    "data_table": DATA_TABLE,
    "data_visualization": DATA_VISUALIZATION,
    "video": _block(
        {"alt_text": Words(200), "title": plain(199), "thumbnail_url": URL, "video_url": _HTTPS},
        title_url=Words(2000, form="https uri"),
        description=plain(199),
        author_name=Words(49),
        provider_name=Words(50),
        provider_icon_url=Words(2000, form="uri"),
    ),
    "alert": _block({"text": text(200)}, on=MODALS, level=one_of("default", "info", "warning", "error", "success")),
    "card": _block(
        {},
        AnyOf(("hero_image", "title", "actions", "body")),
        NotBoth(("icon", "slack_icon")),
        hero_image=_IMAGE,
        icon=_IMAGE,
        slack_icon=SLACK_ICON,
        title=text(150),
        subtitle=text(150),
        body=text(200),
        subtext=text(200),
        actions=Items(elements("button"), most=2),  # one source says 3
    ),
    "carousel": _block({"elements": Items(blocks("card"), most=10)}, on=EVERYWHERE - MODALS),
    "container": _block(
        {
            "child_blocks": Items(
                blocks(
                    *("actions", "context", "divider", "file", "header", "image", "input"),
                    *("rich_text", "section", "table", "video"),
                ),
                most=10,
            )
        },
        AnyOf(("title", "rich_text_title")),
        Needs("default_collapsed", "is_collapsible"),
        NeverBoth("has_header_divider", "is_collapsible"),
        on=MESSAGES,
        title=plain(150),
        rich_text_title=ONE_RICH_TEXT,
        subtitle=text(150),
        icon=_IMAGE,
        width=one_of("narrow", "standard", "wide", "full"),
        is_collapsible=Flag(),
        default_collapsed=Flag(),
        has_header_divider=Flag(),
    ),
    "task_card": Shape(_TASK, _TASK_REQUIRED, surfaces=MESSAGES),
    "plan": _block(
        {"title": Words(), "tasks": Items(_PLANNED_TASK, fewest=0, most=50)},
        Distinct("tasks", "task_id"),
        on=MESSAGES,
        counts=("plans",),
    ),
}
BLOCKS["auth_provider"] = _block(
    {"value": Words(150), "name": plain(75), "is_connected": Flag()},
    on=None,
    description=plain(150),
    icon_url=_HTTPS,
    auth_url=_HTTPS,
    disconnect_url=_HTTPS,
    connected_identity=plain(75),
    connected_context=plain(75),
    accessory=elements("overflow"),
    fallback=Items(blocks(*BLOCKS), fewest=0),  # any block but another of its own kind
)
