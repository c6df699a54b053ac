"""Tables and charts: cells, columns, segments, series and axes."""

from sandbox.limits.agreements import ColumnExists, Distinct, EvenRows, PlainHeader, PointPerCategory, TextWithin
from sandbox.limits.objects import BLOCK_ID
from sandbox.limits.rich_text import RICH_TEXT
from sandbox.limits.rules import EVERYWHERE, MESSAGES, MODALS, Flag, Items, Kinds, Number, Shape, Words, one_of

_NAME = Words(20)
_CELL_TEXT = Words(counts=("text",))
_CELL = Kinds(
    "cell",
    {
        "raw_text": Shape({"text": _CELL_TEXT}, required=("text",)),
        "raw_number": Shape({"value": Number(whole=False), "text": _CELL_TEXT}, required=("value", "text")),
        "rich_text": RICH_TEXT,
        "action": None,
    },
)

TABLE = Shape(
    {
        "block_id": BLOCK_ID,
        "rows": Items(Items(_CELL, most=20), most=100),
        "column_settings": Items(
            Shape({"align": one_of("left", "center", "right"), "is_wrapped": Flag()}), most=20, gaps=True
        ),
    },
    required=("rows",),
    agreements=(EvenRows(), TextWithin("rows", 10_000)),
    surfaces=EVERYWHERE - MODALS,
    counts=("tables",),
)

DATA_TABLE = Shape(
    {
        "block_id": BLOCK_ID,
        "caption": Words(),
        "rows": Items(Items(_CELL, most=20), fewest=2, most=101),
        "page_size": Number(1, 100),
        "row_header_column_index": Number(0, 19),
    },
    required=("caption", "rows"),
    agreements=(EvenRows(), PlainHeader(), ColumnExists("row_header_column_index"), TextWithin("rows", 10_000)),
    surfaces=EVERYWHERE - MODALS,
    counts=("tables",),
)

_PIE = Shape(
    {
        "segments": Items(
            Shape({"label": _NAME, "value": Number(0, whole=False, above_lowest=True)}, required=("label", "value")),
            most=6,
        )
    },
    required=("segments",),
)
_POINT = Shape({"label": _NAME, "value": Number(whole=False)}, required=("label", "value"))
_LINES = Shape(
    {
        "series": Items(Shape({"name": _NAME, "data": Items(_POINT, most=20)}, required=("name", "data")), most=6),
        "axis_config": Shape(
            {
                "categories": Items(_NAME, most=20, distinct=True),
                "x_label": Words(50, shortest=0),
                "y_label": Words(50, shortest=0),
            },
            required=("categories",),
        ),
    },
    required=("series", "axis_config"),
    agreements=(Distinct("series", "name"), PointPerCategory()),
)

DATA_VISUALIZATION = Shape(
    {
        "block_id": BLOCK_ID,
        "title": Words(50),
        "chart": Kinds("chart", {"pie": _PIE, "bar": _LINES, "area": _LINES, "line": _LINES}),
    },
    required=("title", "chart"),
    surfaces=MESSAGES,
    counts=("charts",),
)
