"""Who is meant among the team's adults: title and surname, surname, first name, handle, mention, position."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from handlers.rules.folding import fold, squash
from handlers.rules.role_words import list_callings

TITLES = frozenset(
    "ms mr mrs mx miss mister dr doctor coach nurse principal sra sr senora senor prof professor".split()
)

_LONGEST = 5


# Which of somebody's names a key is: its first letter. Plain text, because hundreds are indexed for one question.
_FULL, _FIRST, _SURNAME, _HANDLE = "=", "<", ">", "@"


class Staff:
    """The adults a question may name, by everything they are called. Built for one team or one asker."""

    def __init__(self, rows: Iterable[tuple[str, str, str, str, Collection[str]]] = ()) -> None:
        """Each row is an id, a display name, a real name, a handle and positions."""
        self._called: dict[str, list[str]] = defaultdict(list)
        self._holding: dict[str, list[str]] = defaultdict(list)
        self._ids: set[str] = set()
        for person_id, display, real, handle, positions in rows:
            self._ids.add(person_id)
            for key in _keys_of(display, real, handle):
                self._called[key].append(person_id)
            for position in positions:
                self._holding[position.casefold()].append(person_id)

    def _find(self, kind: str, key: str) -> tuple[str, ...]:
        return tuple(self._called.get(kind + key, ()))

    def has(self, person_id: str) -> bool:
        return person_id in self._ids

    def by_handle(self, key: str) -> tuple[str, ...]:
        """Who is meant by what stands after an @."""
        return self._find(_HANDLE, key) or self._find(_FULL, key)

    def by_title(self, key: str) -> tuple[str, ...]:
        """Who is meant by what stands after *Ms*: a surname, a whole name, and as small schools do, a first name."""
        return self._find(_SURNAME, key) or self._find(_FULL, key) or self._find(_FIRST, key)

    def by_full_name(self, key: str) -> tuple[str, ...]:
        return self._find(_FULL, key)

    def by_word(self, key: str) -> tuple[str, ...]:
        """Surnames and first names alone: everybody who has it."""
        return tuple(dict.fromkeys((*self._find(_SURNAME, key), *self._find(_FIRST, key))))

    def by_position(self, position: str) -> tuple[str, ...]:
        return tuple(self._holding.get(position.casefold(), ()))


@lru_cache(maxsize=32768)  # the same colleagues are asked among again and again
def _keys_of(display: str, real: str, handle: str) -> frozenset[str]:
    names = fold(display), fold(real)
    keys = {key for name in names for key in _keys_of_name(name)}
    keys |= {_HANDLE + short for short in (fold(handle), squash(fold(handle)), *map(squash, names)) if short}
    return frozenset(keys)


def _keys_of_name(name: str) -> Iterator[str]:
    words = [word for word in name.split() if word not in TITLES]
    titled = len(words) < len(name.split())
    given, surnames = ([], words) if titled and len(words) == 1 else (words[:1], words[1:])
    if len(words) > 1:
        first, rest = words[0], " ".join(surnames)
        forms = (f"{first} {rest}", f"{first} {words[-1]}", f"{first[0]} {rest}", f"{first} {words[-1][0]}")
        yield from (_FULL + form for form in forms)
    for kind, parts in ((_FIRST, given), (_SURNAME, {" ".join(surnames), "".join(surnames), *surnames} - {""})):
        yield from (kind + part for part in parts)
        yield from (_HANDLE + part for part in parts)


POSITION_WORDS = {words: role.position.value for words, role in list_callings() if role.position}


def positions_at(keys: tuple[str, ...], at: int) -> Iterator[tuple[str, int]]:
    """Positions said from this word on, the longest first, and how many words say them."""
    for length in range(min(_LONGEST, len(keys) - at), 0, -1):
        name = POSITION_WORDS.get(" ".join(keys[at : at + length]))
        if name:
            yield name, length
