"""One of every block and element, as an app sends them."""

from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def option(text: str, value: str, description: str = "") -> Json:
    described = {"description": plain(description)} if description else {}
    return {"text": plain(text), "value": value} | described


def raw(text: str) -> Json:
    return {"type": "raw_text", "text": text}


def number(value: int) -> Json:
    return {"type": "raw_number", "value": value, "text": str(value)}


def rich(kind: str, *runs: Json, **more: object) -> Json:
    return {"type": f"rich_text_{kind}", "elements": list(runs), **more}


def run(text: str, **style: bool) -> Json:
    made: Json = {"type": "text", "text": text}
    return made | ({"style": style} if style else {})


TOPICS = [option("Progress", "progress"), option("Behavior", "behavior", "what was seen"), option("Win", "win")]
CONFIRM: Json = {
    "title": plain("Withdraw it?"),
    "text": mrkdwn("It stays, *struck through*."),
    "confirm": plain("Withdraw"),
}
CONFIRM |= {"deny": plain("Keep it"), "style": "danger"}

WORDS: list[Json] = [
    {"type": "header", "text": plain("Juniper this week")},
    {
        "type": "section",
        "text": mrkdwn(
            "*Bold*, _italic_, ~struck~, `code`, 2*3*4, snake_case_word, <https://example.org/?a=1&amp;b=2|a link>.\n"
            "&gt; quoted &amp; kept\n• first\n• second\n```pre *as is* &lt;b&gt;```"
        ),
        "accessory": {"type": "button", "action_id": "beside", "text": plain("Open"), "value": "open"},
    },
    {"type": "section", "fields": [mrkdwn("*Case manager*\nDara Hale"), mrkdwn("*Family contact*\nnobody yet")]},
    {"type": "divider"},
    {"type": "context", "elements": [mrkdwn("Due <!date^1794000000^{date_short_pretty} at {time}|then> · 3 wins")]},
]

RICH: list[Json] = [
    {
        "type": "rich_text",
        "elements": [
            rich("section", run("Rich "), run("bold", bold=True), run(" and "), run("struck", strike=True, italic=True),
                 run(", <b>not a tag</b>, "), {"type": "link", "url": "https://example.org", "text": "a link"}),
            rich("list", rich("section", run("Reading log")), rich("section", run("Timer, 5 min")), style="bullet"),
            rich("list", rich("section", run("Count aloud")), style="ordered", indent=1),
            rich("quote", run("I did it myself!")),
            rich("preformatted", run("week  1  2  3\ndone  2  3  3")),
        ],
    },
    {
        "type": "markdown",
        "text": "## What helps\n\n**Timer** and *quiet corner*, ~~not~~ `5 min`\n\n- one\n  - two\n- [x] done\n\n"
        "> she said so\n\n| week | done |\n| --- | --- |\n| 1 | 2 of 3 |\n\n[a page](https://example.org)",
    },
]  # fmt: skip

TABLES: list[Json] = [
    {
        "type": "table",
        "column_settings": [{"is_wrapped": True}, {"align": "right"}],
        "rows": [[raw("Role"), raw("Since")], [raw("Case manager"), raw("8 Sep")], [raw("Family contact"), raw("–")]],
    },
    {
        "type": "data_table",
        "caption": "Check-ins by week",
        "page_size": 2,
        "rows": [[raw("Week"), raw("Kept")], *[[raw(f"Week {week}"), number(kept)] for week, kept in
                 ((36, 4), (37, 11), (38, 2))]],
    },
]  # fmt: skip

PRESSES: list[Json] = [
    {
        "type": "actions",
        "block_id": "presses",
        "elements": [
            {"type": "button", "action_id": "done", "text": plain("Done"), "style": "primary", "value": "7"},
            {"type": "button", "action_id": "away", "text": plain("Withdraw"), "style": "danger", "confirm": CONFIRM},
            {"type": "static_select", "action_id": "topic", "placeholder": plain("Topic"), "options": TOPICS},
            {"type": "users_select", "action_id": "owner", "placeholder": plain("Owner")},
            {"type": "datepicker", "action_id": "due", "initial_date": "2026-10-16"},
            {"type": "overflow", "action_id": "more", "options": [option("Hand over", "hand"), option("Snooze", "zz")]},
        ],
    },
    {
        "type": "section",
        "block_id": "boxes",
        "text": mrkdwn("*Accommodations used*"),
        "accessory": {"type": "checkboxes", "action_id": "used", "options": TOPICS, "initial_options": TOPICS[:1]},
    },
]  # fmt: skip


def input_block(block_id: str, label: str, element: Json, **more: object) -> Json:
    return {"type": "input", "block_id": block_id, "label": plain(label), "element": element, **more}


def select(kind: str, **more: object) -> Json:
    return {"type": kind, "action_id": "chosen", "placeholder": plain("Choose"), **more}


FORM_BLOCKS: list[Json] = [
    {"type": "section", "text": mrkdwn("A quick update on *one student*.")},
    input_block("student", "Student", select("external_select", min_query_length=1)),
    input_block("about", "What about", select("static_select", options=TOPICS, initial_option=TOPICS[0])),
    input_block(
        "update",
        "Update",
        {"type": "plain_text_input", "action_id": "words", "multiline": True, "min_length": 3, "max_length": 40},
        hint=plain("Under it: this is a school record; a family may ask to read it."),
    ),
    input_block("good", "What is working?", {"type": "plain_text_input", "action_id": "words"}, optional=True),
    input_block(
        "flags",
        "Restricted",
        {"type": "checkboxes", "action_id": "ticked", "options": [option("Restricted", "yes", "Hides it here.")]},
        optional=True,
    ),
    input_block("due", "Due", {"type": "datepicker", "action_id": "day"}, optional=True),
]

FIELD_BLOCKS: list[Json] = [
    input_block("people", "People", select("multi_users_select"), optional=True),
    input_block("topics", "Topics", select("multi_static_select", options=TOPICS, max_selected_items=2), optional=True),
    input_block("where", "Where", select("conversations_select"), optional=True),
    input_block("channel", "Channel", select("channels_select"), optional=True),
    input_block("radio", "How did it go?", {"type": "radio_buttons", "action_id": "chosen", "options": TOPICS}),
    input_block("time", "At", {"type": "timepicker", "action_id": "time", "initial_time": "09:30"}),
    input_block("when", "Moment", {"type": "datetimepicker", "action_id": "when", "initial_date_time": 1794000000}),
    input_block("number", "Minutes", {"type": "number_input", "action_id": "n", "is_decimal_allowed": False}),
    input_block("mail", "E-mail", {"type": "email_text_input", "action_id": "mail"}, optional=True),
    input_block("web", "Web page", {"type": "url_text_input", "action_id": "web"}, optional=True),
]


def form(title: str, blocks: list[Json], **more: object) -> Json:
    made: Json = {"type": "modal", "title": plain(title), "blocks": blocks, "close": plain("Cancel")}
    return made | {"submit": plain("Save")} | more


def home(done: int) -> Json:
    count = {"type": "section", "block_id": "count", "text": mrkdwn(f"Done {done} times")}
    note = input_block("note", "A note to myself", {"type": "plain_text_input", "action_id": "words"}, optional=True)
    return {"type": "home", "blocks": [*WORDS, count, *PRESSES[:1], note]}
