"""Who is meant among the team's adults: title and surname, surname, first name, handle, mention, position."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from handlers.rules.folding import fold, squash

TITLES = frozenset(
    "ms mr mrs mx miss mister dr doctor coach nurse principal sra sr senora senor prof professor".split()
)

# What people call who holds a position; with *the*, or in an adult's place.
_POSITIONS = {
    "general education": """
gen ed; gen ed teacher; general ed; general ed teacher; general education; general education teacher
classroom teacher; homeroom teacher; homeroom; class teacher; regular teacher; reg ed; reg ed teacher; gened
""",
    "special education": """
sped; sped teacher; special ed; special ed teacher; special education; special education teacher; resource teacher
resource; intervention specialist; ese teacher; ec teacher; sped person
""",
    "SLP": """
speech; slp; speech therapist; speech teacher; speech path; speech pathologist; speech person; speech lady
speech language pathologist
""",
    "OT": """
ot; occupational therapist; occupational therapy; ot person
""",
    "PT": """
pt; physical therapist; physical therapy; pt person
""",
    "psychologist": """
psych; school psych; psychologist; school psychologist; the psych
""",
    "counselor": """
counselor; school counselor; guidance counselor; guidance; counseling
""",
    "social worker": """
social worker; school social worker; sw; social work; ssw
""",
    "behavior": """
behavior specialist; bcba; behavior coach; behaviorist; behavior person; behavior interventionist; behavior analyst
behavior team; behavior; behavior tech; rbt
""",
    "English learner": """
el teacher; ell teacher; esl teacher; esol teacher; eld teacher; ell; esl; esol; english learner teacher; mll teacher
el specialist; ell specialist; language specialist
""",
    "paraeducator": """
para; aide; paraeducator; paraprofessional; para educator; para pro; parapro; one on one; 1 1; ia; instructional aide
instructional assistant; teacher aide; one to one; ea; parapros; paras
""",
    "nurse": """
nurse; school nurse; health office; nursing
""",
    "administrator": """
ap; vp; assistant principal; vice principal; principal; admin; administrator; administration; dean; asst principal
front office; boss
""",
}
_LONGEST = 5


class StaffRow(NamedTuple):
    """A member as Slack and the team know them."""

    id: str
    display_name: str = ""
    real_name: str = ""
    handle: str = ""
    positions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffFound:
    """`plain`: no first name alone and no word of the language, so it counts wherever it is written."""

    ids: tuple[str, ...]
    plain: bool
    position: bool = False


class Staff:
    """The adults a question may name, by everything they are called. Built for one team or one asker."""

    def __init__(self, rows: Iterable[tuple[str, str, str, str, Collection[str]]] = ()) -> None:
        self._called: dict[str, dict[str, None]] = defaultdict(dict)
        self._surnames: dict[str, dict[str, None]] = defaultdict(dict)
        self._handles: dict[str, dict[str, None]] = defaultdict(dict)
        self._full: dict[str, dict[str, None]] = defaultdict(dict)
        self._holding: dict[str, dict[str, None]] = defaultdict(dict)
        self._ids: set[str] = set()
        for person_id, display, real, handle, positions in rows:
            self._add(person_id, display, real, handle, positions)

    def _add(self, person_id: str, display: str, real: str, handle: str, positions: Collection[str]) -> None:
        self._ids.add(person_id)
        for name in (fold(display), fold(real)):
            self._add_name(person_id, name)
        for short in (fold(handle), squash(fold(handle)), squash(fold(display)), squash(fold(real))):
            if short:
                self._handles[short][person_id] = None
        for position in positions:
            self._holding[fold(position)][person_id] = None

    def _add_name(self, person_id: str, name: str) -> None:
        words = [word for word in name.split() if word not in TITLES]
        if not words:
            return
        titled = len(words) != len(name.split())
        given, surnames = ([], words) if titled and len(words) == 1 else (words[:1], words[1:])
        if len(words) > 1:
            self._full[" ".join(words)][person_id] = None
            self._full[f"{words[0]} {words[-1]}"][person_id] = None
            self._full[f"{words[0][0]} {' '.join(surnames)}"][person_id] = None
            self._full[f"{words[0]} {words[-1][0]}"][person_id] = None
        for first in given:
            self._called[first][person_id] = None
            self._handles[first][person_id] = None
        for surname in {" ".join(surnames), squash("".join(surnames)), *surnames} - {""}:
            self._surnames[surname][person_id] = None
            self._handles[surname][person_id] = None

    def has(self, person_id: str) -> bool:
        return person_id in self._ids

    def by_handle(self, key: str) -> tuple[str, ...]:
        """Who is meant by what stands after an @."""
        return tuple(self._handles.get(key) or self._full.get(key) or ())

    def by_title(self, key: str) -> tuple[str, ...]:
        """Who is meant by what stands after *Ms*: a surname, a whole name, and as small schools do, a first name."""
        return tuple(self._surnames.get(key) or self._full.get(key) or self._called.get(key) or ())

    def by_full_name(self, key: str) -> tuple[str, ...]:
        return tuple(self._full.get(key, ()))

    def by_word(self, key: str) -> tuple[str, ...]:
        """Surnames and first names alone: everybody who has it."""
        return tuple(dict.fromkeys((*self._surnames.get(key, ()), *self._called.get(key, ()))))

    def by_position(self, position: str) -> tuple[str, ...]:
        return tuple(self._holding.get(fold(position), ()))


def _position_words() -> dict[str, str]:
    pairs = ((phrase.strip(), name) for name, lines in _POSITIONS.items() for phrase in re.split(r"[;\n]", lines))
    return {phrase: name for phrase, name in pairs if phrase}


POSITION_WORDS = _position_words()


def positions_at(keys: tuple[str, ...], at: int) -> Iterator[tuple[str, int]]:
    """Positions said from this word on, the longest first, and how many words say them."""
    for length in range(min(_LONGEST, len(keys) - at), 0, -1):
        name = POSITION_WORDS.get(" ".join(keys[at : at + length]))
        if name:
            yield name, length
