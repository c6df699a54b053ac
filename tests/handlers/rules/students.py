"""Invented students with awkward names, for the tests of reading names."""

from hypothesis import strategies as st

from handlers.rules.name_forms import Known

ZADIE = Known(1, "S-1001", "Zadie", "Pell", here=True)
ZOE = Known(2, "S-1002", "Zoë", "Ødegaard-Pell", here=True)
DARCY = Known(3, "S-1003", "D'Arcy", "O'Neil-Vance", here=True)
BAT = Known(4, "S-1004", "Bartholomew", "Ives", nicknames=("Bat",), here=True)
WILL = Known(5, "S-1005", "Will", "Marrow", here=True)
GRACE = Known(6, "S-1006", "Grace", "Fen", here=True)
JUNE = Known(7, "S-1007", "June", "Tallow", here=True)
MAYA_T = Known(8, "S-1008", "Maya", "Tallow", here=True)
MAYA_Q = Known(9, "S-1009", "Maya", "Quill", here=True)
XIUYING = Known(10, "S-1010", "Xiuying", "Quill", here=True)
NICO = Known(11, "S-1011", "Ñico", "Wren-Castle", here=True)
OKSANA = Known(12, "S-1012", "Oksana", "Bramble", here=True)
FENWICK = Known(13, "S-1013", "Fenwick", "Oddly", here=True)
MARGUERITE = Known(14, "S-1014", "Marguerite", "Plum", here=True)
LUKASZ = Known(15, "S-1015", "Łukasz", "Đorn", preferred="Luke", here=True)
MARY_ANN = Known(16, "S-1016", "Mary Ann", "Thistle", here=True)
BEA = Known(17, "S-1017", "Bodhi", "Eggle", here=True)  # B.E.

TEAM = (
    ZADIE,
    ZOE,
    DARCY,
    BAT,
    WILL,
    GRACE,
    JUNE,
    MAYA_T,
    MAYA_Q,
    XIUYING,
    NICO,
    OKSANA,
    FENWICK,
    MARGUERITE,
    LUKASZ,
    MARY_ANN,
    BEA,
)

_ODD = ["ß", "æa", "-b", "þé z", "a b", "'", "b-'a", "øß", "éa'", "z", "ab", "ba ab"]
_GIVEN = ["Zadie", "Zoë", "D'Arcy", "Will", "Grace", "Maya", "Mayra", "Oksana", "Łukasz", "Ñico", "Xiuying", "Fenwick"]
_MORE_GIVEN = ["Al", "Jo", "Bartholomew", "Zo", "Pell", "Mary Ann", "Anna-Lena", "J.R.", "Zoe\u0308"]
_LAST = [
    "Pell",
    "Ødegaard-Pell",
    "O'Neil-Vance",
    "Ives",
    "Marrow",
    "Fen",
    "Tallow",
    "Quill",
    "Bramble",
    "Read",
    "Zadie",
]
_MORE_LAST = ["Q", "de la Plum", ""]

# Chosen, not drawn letter by letter: names that meet often find more, and drawing text took most of the time.
given_names = st.sampled_from([*_GIVEN, *_MORE_GIVEN, *_ODD])
surnames = st.sampled_from([*_LAST, *_MORE_LAST, *_ODD])
written_names = given_names | st.builds("{} {}".format, given_names, surnames | st.sampled_from(["P", "T.", "q", "O"]))
_nicknames: st.SearchStrategy[tuple[str, ...]] = st.just(()) | st.tuples(given_names)
_names = st.tuples(given_names, surnames, st.just("") | given_names, _nicknames, st.booleans())


def students(most: int = 5) -> st.SearchStrategy[tuple[Known, ...]]:
    """Some invented students, each with an id of its own."""
    return st.lists(_names, max_size=most).map(_number)


def _number(rows: list[tuple[str, str, str, tuple[str, ...], bool]]) -> tuple[Known, ...]:
    return tuple(Known(place, f"S{place:04}", *row) for place, row in enumerate(rows))
